"""The server's side of the workers: who is free, who takes too long, and who has to be replaced."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from baygraph.serve.messages import LENGTHS, Outcome, Question, Reply
from baygraph.serve.workers import Nursery

Ask = Callable[[Question], Awaitable[Reply]]
_STOPPED: Final = Reply(Outcome.BUSY, "This server is being stopped.")
_ENDED: Final = Reply(Outcome.TOO_MUCH, "This query needed more memory or stack than a query may have.")


@dataclass(frozen=True, slots=True, eq=False)
class _Worker:
    pid: int
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def ask(self, question: Question) -> Reply:
        self.writer.write(question.pack())
        await self.writer.drain()
        about, size = LENGTHS.unpack(await self.reader.readexactly(LENGTHS.size))
        return Reply.unpack(await self.reader.readexactly(about), await self.reader.readexactly(size))

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        self.writer.close()


class Pool:
    """A fixed number of workers, each of which answers one question at a time."""

    def __init__(self, nursery: Nursery, size: int, timeout: float) -> None:
        """``timeout`` in seconds is how long a question may wait for a worker, and may then run."""
        self._nursery, self._size, self._timeout = nursery, size, timeout
        self._free: asyncio.Queue[_Worker | None] = asyncio.Queue()  # None once there will be no more
        self._busy: set[_Worker] = set()
        self._stopping = False

    async def start(self) -> None:
        """Fork the workers."""
        for _ in range(self._size):
            await self._replace()

    def stop(self) -> None:
        """End the work on all questions at once, and take no more."""
        self._stopping = True
        for worker in self._busy:
            worker.kill()
        self._free.put_nowait(None)

    def close(self) -> None:
        """End all workers that are free, and with the nursery the chance of new ones."""
        while not self._free.empty():
            worker = self._free.get_nowait()
            if worker:
                worker.kill()
        self._nursery.close()

    async def ask(self, question: Question) -> Reply:
        """Answer a question; whoever cancels this ends the work on it too."""
        try:
            worker = await asyncio.wait_for(self._free.get(), self._timeout)
        except TimeoutError:
            return Reply(Outcome.BUSY, "All workers are busy with other queries; try again later.")
        if worker is None:
            self._free.put_nowait(None)  # for the next who waits
            return _STOPPED
        self._busy.add(worker)
        answered = False
        try:
            reply = await asyncio.wait_for(worker.ask(question), self._timeout)
            answered = not reply.is_last
        except TimeoutError:
            reply = Reply(Outcome.TOO_LONG, f"This query took more than {self._timeout:g} s and was stopped.")
        except (ConnectionError, asyncio.IncompleteReadError):
            reply = _STOPPED if self._stopping else _ENDED
        finally:
            self._busy.discard(worker)
            await self._back(worker, answered)
        return reply

    async def _back(self, worker: _Worker, is_sound: bool) -> None:
        if is_sound:
            self._free.put_nowait(worker)
            return
        worker.kill()
        if not self._stopping:
            await self._replace()

    async def _replace(self) -> None:
        pid, channel = self._nursery.hatch()
        self._free.put_nowait(_Worker(pid, *await asyncio.open_connection(sock=channel)))
