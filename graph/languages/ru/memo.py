"""What many steps ask of one sentence is worked out once."""

from collections.abc import Callable
from typing import Generic, TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")
MOST = 128  # sentences remembered: those of a document, which is read in several passes


class Last(Generic[Asked, Answer]):
    """A function that remembers its last answers, for the very objects that it was asked about."""

    def __init__(self, work: Callable[[Asked], Answer]) -> None:
        self._work = work
        self._last: dict[int, tuple[Asked, Answer]] = {}

    def __call__(self, asked: Asked) -> Answer:
        """The answer for an object."""
        last = self._last.get(id(asked))
        if last is None or last[0] is not asked:
            if len(self._last) >= MOST:
                self._last.clear()
            last = self._last[id(asked)] = (asked, self._work(asked))
        return last[1]
