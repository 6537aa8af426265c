"""Reading: from files, folders and streams to documents."""

from baygraph.read.formats import Failure
from baygraph.read.inputs import read_inputs

__all__ = ["Failure", "read_inputs"]
