"""A SPARQL endpoint on a free port of this machine, for as long as a test needs it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pyoxigraph as ox


@contextmanager
def serving(store: ox.Store) -> Iterator[str]:
    """Serve a store by the SPARQL 1.1 protocol (queries by POST); give the address."""

    class Endpoint(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            try:
                answer = store.query(form["query"][0], use_default_graph_as_union=True)
            except SyntaxError as error:
                return self.reply(400, "text/plain", str(error).encode())
            if isinstance(answer, ox.QueryTriples):
                return self.reply(200, "text/turtle", answer.serialize(format=ox.RdfFormat.TURTLE) or b"")
            body = answer.serialize(format=ox.QueryResultsFormat.JSON) or b""
            return self.reply(200, "application/sparql-results+json", body)

        def reply(self, code: int, media_type: str, body: bytes) -> None:
            self.send_response(code)
            self.send_header("Content-Type", f"{media_type}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: a test's output is for what fails."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/query"
    finally:
        server.shutdown()
        server.server_close()
