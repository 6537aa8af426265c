"""Extraction alone, timed: from one document to its claims, the language's pack being loaded.

python extraction.py TEXTS LANG
"""

import sys

from timed import timed

from baygraph.extract import claims
from baygraph.model import Document

lang = sys.argv[2]
timed(lambda text: claims(Document("text", text, lang)), "baygraph")
