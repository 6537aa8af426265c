"""From one document to all that it says."""

from baygraph.extract.document import claims

__all__ = ["claims"]
