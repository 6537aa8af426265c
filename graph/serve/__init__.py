"""A published folder as a website and a read-only SPARQL 1.1 endpoint."""

from baygraph.serve.running import CannotServe, serve
from baygraph.serve.settings import Settings

__all__ = ["CannotServe", "Settings", "serve"]
