"""The benches, one file each with a `rows()`; in the order of their names, which begin with a number."""
