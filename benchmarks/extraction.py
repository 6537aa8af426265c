"""Extraction alone, timed: from one document to its claims, the language's pack being loaded.

python extraction.py TEXTS LANG
"""

import sys

from timed import timed

from baygraph.extract import claims
from baygraph.model import Document
from baygraph.spread import seldom_collected

lang = sys.argv[2]
with seldom_collected():  # as in a build
    timed(lambda text: claims(Document("text", text, lang)), "baygraph")
