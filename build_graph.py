"""Build the knowledge graph: python build_graph.py [INPUT …] [-o OUT]."""

import sys

import graph

# The package's public name stands for the code beside this file, whatever else is installed.
sys.modules["baygraph"] = graph

from baygraph.cli import main  # noqa: E402 (the line above has to come first)

if __name__ == "__main__":
    sys.exit(main(["build", *sys.argv[1:]]))
