"""What has been read already: each document's part, under the hash of its text and of the rules.

One SQLite file: it takes a part wholly or not at all, so a build that is killed loses what was in hand and no
more, and the next one finds the rest. What is published is a function of the documents alone; the state only
saves reading them again. A part that no document of the last build has is forgotten.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import astuple, replace
from itertools import chain
from pathlib import Path
from typing import Final, Self

from baygraph.errors import BaygraphError
from baygraph.fingerprint import rules
from baygraph.model import Document
from baygraph.populate import ConflictingDocuments
from baygraph.publish.parts import Head, Part, evidence_of, head_of, rows_of, unpack
from baygraph.triples import Triple

FILE: Final = "parts.sqlite"
_VERSION: Final = 1
_PAGE: Final = 1 << 14  # bytes; a part has some twenty thousand
_TABLES: Final = """
BEGIN;
CREATE TABLE part (
    number INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, id TEXT NOT NULL, iri TEXT NOT NULL,
    head BLOB NOT NULL, objects BLOB NOT NULL, rows BLOB NOT NULL, turtle BLOB NOT NULL, quads BLOB NOT NULL
);
CREATE TABLE wanted (iri TEXT PRIMARY KEY, part INTEGER NOT NULL) WITHOUT ROWID;
PRAGMA user_version = 1;
COMMIT;
"""
_ADD: Final = """
INSERT OR IGNORE INTO part (key, id, iri, head, objects, rows, turtle, quads) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_IN_ORDER: Final = "FROM wanted JOIN part ON part.number = wanted.part ORDER BY wanted.iri"


class UnusableState(BaygraphError):
    """A state folder whose file is damaged or of another kind, or cannot be written to."""

    reason = "cannot be used as a state; delete it, and the next build reads all documents"


def key_of(document: Document) -> bytes:
    """Name what a document's part depends on: its text and its fields, and the rules that read them."""
    content = json.dumps([rules(), *astuple(replace(document, place=""))], ensure_ascii=False)
    return hashlib.blake2b(content.encode("utf-8", "surrogatepass"), digest_size=20).digest()


def key_of_part(part: Part) -> bytes:
    """Name a part that comes from elsewhere by what it holds."""
    content = (part.head, part.objects, part.rows, part.turtle, part.quads)
    return hashlib.blake2b(b"\0".join(content), digest_size=20).digest()


class State:
    """The parts in a folder, of which the present build wants some; only one process may open it."""

    def __init__(self, folder: Path) -> None:
        """Open or make it; raise UnusableState."""
        self.folder = folder
        file = folder / FILE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(file, isolation_level=None)
            self._prepare()
        except (sqlite3.OperationalError, OSError) as error:  # a full disk, no right to write
            raise UnusableState(file, f"cannot be written to: {error}") from error
        except sqlite3.DatabaseError as error:
            raise UnusableState(file, f"{UnusableState.reason}: {error}") from error

    def _prepare(self) -> None:
        self._db.execute(f"PRAGMA page_size = {_PAGE}")
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")  # a killed process loses nothing that is committed
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        if version == 0:
            self._db.executescript(_TABLES)
        elif version != _VERSION:
            raise UnusableState(self.folder / FILE)
        self._db.execute("DELETE FROM wanted")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Close it; a file into which nothing was put is taken away again."""
        empty = not self._db.execute("SELECT 1 FROM part LIMIT 1").fetchone()
        self._db.close()
        if empty:
            (self.folder / FILE).unlink()

    def want(self, key: bytes) -> bool:
        """Take a part into the build, if it is here."""
        found = self._db.execute("SELECT number, iri FROM part WHERE key = ?", (key,)).fetchone()
        if found:
            self._db.execute("INSERT OR IGNORE INTO wanted (part, iri) VALUES (?, ?)", found)
        return bool(found)

    def add(self, key: bytes, part: Part) -> None:
        """Keep a part and take it into the build; raise ConflictingDocuments."""
        own = part.id, part.iri, part.head, part.objects, part.rows, part.turtle, part.quads
        with self._db:
            self._db.execute("BEGIN")
            self._db.execute(_ADD, (key, *own))
            self.want(key)
        query = "SELECT key FROM wanted JOIN part ON number = part WHERE wanted.iri = ?"
        if self._db.execute(query, (part.iri,)).fetchone() != (key,):
            raise ConflictingDocuments(part.id)

    def forget_others(self) -> None:
        """Drop the parts that the build does not want."""
        self._db.execute("DELETE FROM part WHERE number NOT IN (SELECT part FROM wanted)")

    def __len__(self) -> int:
        """How many documents the build has."""
        (number,) = self._db.execute("SELECT count(*) FROM wanted").fetchone()
        return int(number)

    def heads(self) -> Iterator[Head]:
        """Give the small half of each part, in the order of the documents' IRIs."""
        for head, objects in self._db.execute(f"SELECT head, objects {_IN_ORDER}"):
            yield head_of(head, objects)

    def rows(self) -> Iterator[list[str]]:
        """Give each document's rows, the documents in any order."""
        for (packed,) in self._db.execute("SELECT rows FROM part WHERE number IN (SELECT part FROM wanted)"):
            yield rows_of(packed)

    def turtle(self) -> Iterator[bytes]:
        """Give each document's evidence as Turtle, in the order of the documents' IRIs."""
        return (unpack(packed) for (packed,) in self._db.execute(f"SELECT turtle {_IN_ORDER}"))

    def quads(self) -> Iterator[bytes]:
        """Give each document's evidence as N-Quads, in the order of the documents' IRIs."""
        return (unpack(packed) for (packed,) in self._db.execute(f"SELECT quads {_IN_ORDER}"))

    def evidence(self) -> Iterator[Triple]:
        """Give the evidence of all documents, in the order of their IRIs."""
        packed = (found for (found,) in self._db.execute(f"SELECT quads {_IN_ORDER}"))
        return chain.from_iterable(map(evidence_of, packed))

    def evidence_in(self, iris: Iterable[str]) -> Iterator[list[Triple]]:
        """Give the evidence of some documents (``iris`` as terms), in the order of their IRIs."""
        query = "SELECT quads FROM wanted JOIN part ON part.number = wanted.part WHERE wanted.iri = ?"
        for iri in sorted(set(iris)):
            for (packed,) in self._db.execute(query, (iri,)).fetchall():
                yield list(evidence_of(packed))
