"""The command line: ``baygraph build``, ``verify``, ``explain`` and ``query``."""

import sys
from collections.abc import Sequence

from baygraph.cli.arguments import read
from baygraph.errors import BaygraphError

WRONG = 1
STOPPED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, 1 if it could not do its work, 2 on wrong use."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    given = read(arguments)
    try:
        return int(given.command(given))
    except BaygraphError as error:
        print(f"baygraph: {error}", file=sys.stderr)
        return WRONG
    except BrokenPipeError:
        sys.stderr.close()  # the reader of a pipe has seen enough
        return 0
    except KeyboardInterrupt:
        print("baygraph: stopped; nothing half-written is left", file=sys.stderr)
        return STOPPED
