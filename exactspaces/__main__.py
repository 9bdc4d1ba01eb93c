"""`python -m exactspaces` is the command `exactspaces`."""

import sys

from exactspaces.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
