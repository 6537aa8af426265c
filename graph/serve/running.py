"""The server from start to stop: its port, its store, its workers, and a clean end."""

import errno
import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path
from typing import Final

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from baygraph.errors import BaygraphError
from baygraph.serve.pages import NOTHING
from baygraph.serve.pool import Pool
from baygraph.serve.protocol import CUT
from baygraph.serve.published import Published
from baygraph.serve.settings import Settings
from baygraph.serve.site import SPARQL, Site
from baygraph.serve.workers import Nursery

_SECONDS_TO_END: Final = 2  # for answers that are on their way when the server is stopped
_ALWAYS: Final = {
    b"content-security-policy": NOTHING.encode(),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
}


class CannotServe(BaygraphError):
    """An address that cannot be listened on, or a system that lacks what a time limit needs."""

    reason = "cannot be listened on"


def serve(folder: Path, settings: Settings) -> None:
    """Serve a published folder until interrupted; raise CannotServe, NotPublished or UnreadableInput."""
    if not hasattr(os, "fork"):
        raise CannotServe(sys.platform, "cannot fork processes, which a time limit takes")
    with closing(_listening(settings)) as listener:
        address = _address(listener)
        published = Published(folder, f"{address}{SPARQL}")
        nursery = Nursery(published.opened, settings.timeout)
        published.complete()
        pool = Pool(nursery, settings.workers, settings.timeout)
        app = application(published, settings, pool, f"{address}/ serves {folder}; Ctrl+C stops it")
        config = uvicorn.Config(
            app, loop="asyncio", http="h11", ws="none", lifespan="on", log_level="warning", access_log=False,
            server_header=False, timeout_graceful_shutdown=_SECONDS_TO_END,
        )  # fmt: skip
        with suppress(KeyboardInterrupt):  # uvicorn has ended all by then, and only says why
            _Server(config, pool).run(sockets=[listener])


class _Server(uvicorn.Server):
    """Does not wait for queries when it is told to stop."""

    def __init__(self, config: uvicorn.Config, pool: Pool) -> None:
        super().__init__(config)
        self._pool = pool

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._pool.stop()
        await super().shutdown(sockets)


def application(published: Published, settings: Settings, pool: Pool, greeting: str) -> ASGIApp:
    """Put the site together; ``greeting`` is printed when it is ready."""

    @asynccontextmanager
    async def living(app: Starlette) -> AsyncIterator[None]:
        await pool.start()
        print(greeting, flush=True)
        yield
        pool.close()

    anyone = Middleware(
        CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "HEAD", "POST"], allow_headers=["*"],
        expose_headers=[CUT],
    )  # fmt: skip
    routes = Site(published, settings, pool.ask).routes()
    return _strict(Starlette(routes=routes, middleware=[anyone], lifespan=living))


def _strict(app: ASGIApp) -> ASGIApp:
    """Give each answer the headers that let nothing in, unless it has its own."""

    async def strict(scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name for name, _ in message["headers"]}
                more = [each for each in _ALWAYS.items() if each[0] not in given]
                message = {**message, "headers": [*message["headers"], *more]}
            await send(message)

        await app(scope, receive, sending)

    return strict


def _listening(settings: Settings) -> socket.socket:
    place = f"{settings.host}:{settings.port}"
    try:
        family = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((settings.host, settings.port), family=family)
    except (OSError, OverflowError, UnicodeError) as error:
        busy = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        why = "is in use; --port 0 takes any free port" if busy else f"cannot be listened on: {error}"
        raise CannotServe(place, why) from error


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
