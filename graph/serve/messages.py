"""What is asked of a worker process and what it answers, and how both cross to it and back."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from struct import Struct
from typing import Final

# Before each message: the lengths of its head (JSON) and of its body (bytes as they go to the client).
LENGTHS: Final = Struct("!IQ")


class Outcome(StrEnum):
    """How a query ended."""

    ANSWERED = "answered"
    WRONG = "wrong"  # the text is at fault
    REFUSED = "refused"  # it wants what a read-only endpoint does not do
    TOO_LONG = "too long"
    TOO_MUCH = "too much"  # the process ended under it
    BUSY = "busy"


@dataclass(frozen=True, slots=True)
class Question:
    """A query with its dataset, the base of its relative IRIs and the media type of its answer.

    Graphs are None where the request names none; the query itself may, which ``has_dataset`` says, and may
    look into a graph by its name, which ``names_graphs`` says.
    """

    query: str
    media_type: str
    base: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    has_dataset: bool = False
    names_graphs: bool = True
    limit: int = 0

    @property
    def is_plain(self) -> bool:
        """Whether the query sees all published graphs as one, and nothing else."""
        named = self.default_graphs is not None or self.named_graphs is not None
        return not (named or self.has_dataset or self.names_graphs)

    def pack(self) -> bytes:
        """Write it for the way to a worker."""
        return _packed(asdict(self), b"")

    @staticmethod
    def unpack(head: bytes, body: bytes) -> "Question":
        """Read what ``pack`` has written."""
        del body  # a question has none
        given = json.loads(head)
        for name in ("default_graphs", "named_graphs"):
            given[name] = None if given[name] is None else tuple(given[name])
        return Question(**given)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer in its media type; ``message`` says what is wrong, ``cut`` after how many rows it is cut.

    ``is_last`` asks for another worker in the place of that which answered.
    """

    outcome: Outcome
    message: str = ""
    cut: int = 0
    body: bytes = b""
    is_last: bool = False

    def pack(self) -> bytes:
        """Write it for the way back from a worker."""
        told = {"outcome": self.outcome, "message": self.message, "cut": self.cut, "is_last": self.is_last}
        return _packed(told, self.body)

    @staticmethod
    def unpack(head: bytes, body: bytes) -> "Reply":
        """Read what ``pack`` has written."""
        given = json.loads(head)
        return Reply(Outcome(given["outcome"]), given["message"], given["cut"], body, given["is_last"])


def _packed(head: object, body: bytes) -> bytes:
    text = json.dumps(head).encode()
    return LENGTHS.pack(len(text), len(body)) + text + body
