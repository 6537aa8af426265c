"""Reading: from files, folders and streams to documents."""

from baygraph.read.formats import Failure
from baygraph.read.inputs import Input, read_inputs

__all__ = ["Failure", "Input", "read_inputs"]
