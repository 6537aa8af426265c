"""What many steps ask of one sentence is worked out once."""

from collections.abc import Callable
from typing import Generic, TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class Last(Generic[Asked, Answer]):
    """A function that remembers its last answer, for the very object that it was asked about."""

    def __init__(self, work: Callable[[Asked], Answer]) -> None:
        self._work = work
        self._last: tuple[Asked, Answer] | None = None

    def __call__(self, asked: Asked) -> Answer:
        """The answer for an object."""
        last = self._last
        if last is None or last[0] is not asked:
            last = self._last = (asked, self._work(asked))
        return last[1]
