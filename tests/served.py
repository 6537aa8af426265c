"""The real server, started as its user starts it, on a free port."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from urllib.parse import urlencode, urlsplit


@dataclass(frozen=True)
class Got:
    """What came back."""

    status: int
    headers: HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def media_type(self) -> str:
        return self.headers.get_content_type()


@dataclass(frozen=True)
class Server:
    """A server that runs, and its process."""

    address: str
    process: "subprocess.Popen[str]"

    @property
    def endpoint(self) -> str:
        return f"{self.address}/sparql"

    def send(self, method: str, path: str, body: bytes | None = None, /, **headers: str) -> Got:
        """Send a request; the path goes out as it stands."""
        connection = HTTPConnection(urlsplit(self.address).netloc, timeout=60)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body, named)
            response = connection.getresponse()
            return Got(response.status, response.headers, response.read())
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Got:
        return self.send("GET", path, None, **headers)

    def ask(self, query: str, accept: str = "", **more: str) -> Got:
        """Ask a query by GET."""
        headers: Mapping[str, str] = {"Accept": accept} if accept else {}
        return self.get(f"/sparql?{urlencode({'query': query, **more})}", **headers)


@contextmanager
def running(folder: Path, *options: str) -> Iterator[Server]:
    """Serve a folder; at the end the server is interrupted, and must end by itself without a complaint."""
    command = [sys.executable, "-m", "baygraph", "serve", str(folder), "--port", "0", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout and process.stderr
    try:
        greeting = process.stdout.readline()
        found = re.match(r"(http://127\.0\.0\.1:[1-9]\d*)/ serves ", greeting)
        assert found, greeting + (process.stderr.read() if process.poll() is not None else "")
        yield Server(found[1], process)
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=20)
        assert (process.returncode, complaints) == (0, ""), (process.returncode, complaints)
    finally:
        process.kill()
        process.communicate()
