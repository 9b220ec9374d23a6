"""Run the program as `python -m kzexplorer`."""

import sys

from kzexplorer.cli import main

if __name__ == "__main__":
    sys.exit(main())
