"""The way out to a file: what, in which columns, how it will look, what came of it."""
