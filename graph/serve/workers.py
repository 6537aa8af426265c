"""Processes that answer queries: the engine cannot stop one, but a process can always be killed.

Loading a graph takes seconds and a fork of a loaded one milliseconds. So one process, the nursery, is forked
when the store is loaded and nothing else runs yet; from then on it does nothing but fork workers. Where there
is a database on disk, each worker opens that for reading.
"""

import os
import resource
import signal
import socket
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final, NoReturn

from baygraph.serve.evaluation import Held, evaluate
from baygraph.serve.messages import LENGTHS, Outcome, Question, Reply

Opened = Callable[[], Held]
MEMORY: Final = 2 * 2**30  # bytes that a query may need beyond the graph itself
GRACE: Final = 2.0  # seconds after which a worker that nobody has killed ends itself
_PID: Final = 8  # bytes
_FILES: Final = 65_536  # more than a server that has just begun can have open


class Nursery:
    """The process that forks workers, seen from the server."""

    def __init__(self, opened: Opened, timeout: float) -> None:
        """Fork it; no other thread may run at this time."""
        self._control, theirs = socket.socketpair()
        if os.fork() == 0:
            _run(partial(_raise_workers, theirs, opened, timeout))
        theirs.close()

    def hatch(self) -> tuple[int, socket.socket]:
        """Fork a worker; give its process id and the socket to it."""
        ours, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(self._control, [b"w"], [theirs.fileno()])
        pid = int.from_bytes(_exactly(self._control, _PID))
        return pid, ours

    def close(self) -> None:
        """Let it end; workers end when their own sockets are closed."""
        self._control.close()


def _run(work: Callable[[], None]) -> NoReturn:
    """Do the work of a child process, which must never come back into the code of its parent."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to all; the server ends the rest
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        work()
    finally:
        os._exit(0)


def _raise_workers(control: socket.socket, opened: Opened, timeout: float) -> None:
    os.closerange(3, control.fileno())
    os.closerange(control.fileno() + 1, _FILES)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system itself then buries the dead
    while True:
        _, sockets, _, _ = socket.recv_fds(control, 1, 1)
        if not sockets:
            return
        pid = os.fork()
        if pid == 0:
            control.close()
            _run(partial(_work, socket.socket(fileno=sockets[0]), opened, timeout))
        os.close(sockets[0])
        control.sendall(pid.to_bytes(_PID))


def _work(channel: socket.socket, opened: Opened, timeout: float) -> None:
    """Answer one question after the other until the server hangs up."""
    held = opened()  # a database opens all of its files at once
    _confine()
    while (head := channel.recv(LENGTHS.size, socket.MSG_WAITALL)) and len(head) == LENGTHS.size:
        about, body = LENGTHS.unpack(head)
        question = Question.unpack(_exactly(channel, about), _exactly(channel, body))
        # Should the server die while a query runs, the alarm ends this process, as its default is to do.
        signal.setitimer(signal.ITIMER_REAL, timeout + GRACE)
        try:
            reply = evaluate(held, question)
        except MemoryError:
            reply = Reply(Outcome.TOO_MUCH, "This query needed more memory or stack than a query may have.")
        signal.setitimer(signal.ITIMER_REAL, 0)
        channel.sendall(reply.pack())


def _confine() -> None:
    """Take from this process what no query needs: new files and sockets, and memory without end."""
    if sys.platform == "linux":  # elsewhere the limit is not kept, or breaks what runs already
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        most = pages * resource.getpagesize() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def _exactly(channel: socket.socket, size: int) -> bytes:
    received = channel.recv(size, socket.MSG_WAITALL) if size else b""
    if len(received) != size:
        raise ConnectionError("the other process has hung up")
    return received
