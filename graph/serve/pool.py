"""The server's side of the workers: who is free, who takes too long, and who has to be replaced."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

from baygraph.serve.messages import LENGTHS, Outcome, Question, Reply
from baygraph.serve.workers import Nursery

Ask = Callable[[Question], Awaitable[Reply]]


@dataclass(frozen=True, slots=True)
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
        self._free: asyncio.Queue[_Worker] = asyncio.Queue()

    async def start(self) -> None:
        """Fork the workers."""
        for _ in range(self._size):
            await self._replace()

    def close(self) -> None:
        """End all workers that are free, and with the nursery the chance of new ones."""
        while not self._free.empty():
            self._free.get_nowait().kill()
        self._nursery.close()

    async def ask(self, question: Question) -> Reply:
        """Answer a question; whoever cancels this ends the work on it too."""
        try:
            worker = await asyncio.wait_for(self._free.get(), self._timeout)
        except TimeoutError:
            return Reply(Outcome.BUSY, "All workers are busy with other queries; try again later.")
        done = False
        try:
            reply = await asyncio.wait_for(worker.ask(question), self._timeout)
            done = True
        except TimeoutError:
            reply = Reply(Outcome.TOO_LONG, f"This query took more than {self._timeout:g} s and was stopped.")
        except (ConnectionError, asyncio.IncompleteReadError):
            reply = Reply(Outcome.TOO_MUCH, "This query needed more memory than a query may have.")
        finally:
            if done:
                self._free.put_nowait(worker)
            else:
                worker.kill()
                await self._replace()
        return reply

    async def _replace(self) -> None:
        pid, channel = self._nursery.hatch()
        self._free.put_nowait(_Worker(pid, *await asyncio.open_connection(sock=channel)))
