"""The process on a machine of a cluster that those which read are forked from, with dictionaries and all.

Spark starts it by its name, as it does its own. Each core's process then has at once what would take it
seconds to load, and all of a machine share the memory.
"""

import gc

from baygraph.model import Document
from baygraph.pipeline import make
from baygraph.read import read_inputs
from baygraph.resources import folder


def load() -> None:
    """Load all that reading needs, by reading one of the project's own texts in each language."""
    documents = (each for each in read_inputs([folder("corpus")]) if isinstance(each, Document))
    for document in {each.lang.partition("-")[0]: each for each in documents}.values():
        make(document)
    gc.freeze()  # pages that no collector touches are shared by all


if __name__ == "__main__":
    from pyspark.daemon import manager

    load()
    manager()
