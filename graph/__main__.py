"""``python -m baygraph`` is the command ``baygraph``."""

import sys

from baygraph.cli import main

if __name__ == "__main__":
    sys.exit(main())
