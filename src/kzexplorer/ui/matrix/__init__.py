"""The parts of the matrix: cells, heads, legend and picture."""
