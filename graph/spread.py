"""Work on many things, spread over processes: they stream in, and what is made of them streams out.

The first few are worked on in this process, so that little work starts none and the others are forked with
all dictionaries loaded. What comes out depends on each thing alone; only the order is that of finishing.
"""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import wait as wait_for
from typing import Final, TypeVar

from baygraph.errors import BaygraphError

Given = TypeVar("Given")
Made = TypeVar("Made")

# As much as a process reads in the time that starting others takes, dictionaries included.
ENOUGH: Final = 40_000
# Objects, more than which must have been made and kept before cycles among them are looked for.
_CREATED: Final = 200_000
# How many things wait for each process: so few that a kill loses little, enough that none is idle.
_WAITING: Final = 3


class WorkerLost(BaygraphError):
    """A process that was ended from outside, as a system does that runs out of memory."""

    reason = "worker processes were at work when one was killed; with fewer --workers each has more memory"


def cores() -> int:
    """How many processes can run at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(
    work: Callable[[Given], Made], things: Iterable[Given], workers: int, size: Callable[[Given], int]
) -> Iterator[Made]:
    """Give what ``work`` makes of each thing, in any order; ``size`` is the work in a thing, in characters.

    ``work`` is a function of a module; things and results can be pickled. Raise WorkerLost.
    """
    stream = iter(things)
    done = 0
    for thing in stream:
        yield work(thing)
        done += size(thing)
        if workers > 1 and done >= ENOUGH:
            break
    yield from _pooled(work, stream, workers)


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Look for cycles seldom: dictionaries are large and stay, and a document leaves only a few hundred."""
    before = gc.get_threshold()
    gc.set_threshold(_CREATED, 10, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _pooled(work: Callable[[Given], Made], stream: Iterator[Given], workers: int) -> Iterator[Made]:
    first = list(islice(stream, 1))
    if not first:
        return
    gc.freeze()  # pages that no collector touches are shared by all
    pool = ProcessPoolExecutor(workers, _context(), _begin)
    try:
        waiting = {pool.submit(work, each) for each in (*first, *islice(stream, workers * _WAITING - 1))}
        while waiting:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            waiting |= {pool.submit(work, each) for each in islice(stream, len(done))}
            yield from map(Future.result, done)
    except BrokenProcessPool as error:
        raise WorkerLost(workers) from error
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()


def _context() -> multiprocessing.context.BaseContext:
    """Fork where that is safe: a forked process has its dictionaries already."""
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


def _begin() -> None:
    """Leave Ctrl+C to the parent, and outlive it by no means, even when it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        wait_for([parent.sentinel])
        os._exit(1)
