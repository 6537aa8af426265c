"""Text inside XML: what XML 1.0 cannot hold is replaced, what shows nothing is written by number."""

import re
from typing import Final

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
REPLACEMENT: Final = "\ufffd"

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Besides markup: white space that a parser would change, controls and marks that mislead a reader's eye.
_TO_ESCAPE = re.compile('[&<>"\t\n\r\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]')
_NAMED: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def escaped(text: str) -> str:
    """Write text for an element or a quoted attribute, in one line; a forbidden character is one U+FFFD."""
    return _TO_ESCAPE.sub(_reference, holdable(text))


def holdable(text: str) -> str:
    """Replace the characters that XML 1.0 forbids (most controls), one for one, so that offsets stay."""
    return _FORBIDDEN.sub(REPLACEMENT, text)


def _reference(found: re.Match[str]) -> str:
    return _NAMED.get(found[0]) or f"&#{ord(found[0])};"
