"""The SPARQL 1.1 Protocol, for queries only: what a request asks, and its answer or what is wrong with it."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Final
from urllib.parse import parse_qsl

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from baygraph.serve.lexing import Outline, outline
from baygraph.serve.messages import Outcome, Question, Reply
from baygraph.serve.negotiation import GRAPH, ROWS, chosen
from baygraph.serve.pool import Ask

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"
CUT: Final = "Baygraph-Cut-After"  # the header that says after how many rows an answer was cut
LARGEST: Final = 2**18  # bytes of a request
_FIELDS: Final = 1000
_READS: Final = "This endpoint only reads: updates are refused."
_ALONE: Final = "This endpoint asks no other: SERVICE is refused."
_STATUS: Final[Mapping[Outcome, HTTPStatus]] = {
    Outcome.WRONG: HTTPStatus.BAD_REQUEST,
    Outcome.REFUSED: HTTPStatus.FORBIDDEN,
    Outcome.TOO_LONG: HTTPStatus.GATEWAY_TIMEOUT,
    Outcome.TOO_MUCH: HTTPStatus.INTERNAL_SERVER_ERROR,
    Outcome.BUSY: HTTPStatus.SERVICE_UNAVAILABLE,
}
Fields = Mapping[str, Sequence[str]]


class Refused(Exception):
    """A request that gets no answer, with the status and the text that it gets instead."""

    def __init__(self, status: HTTPStatus, text: str) -> None:
        super().__init__(text)
        self.status, self.text = status, text

    def response(self) -> Response:
        """Say so to the client."""
        return plain(self.status, self.text)


def plain(status: HTTPStatus, text: str) -> Response:
    """A text for people, as all that goes wrong is told."""
    return Response(f"{text}\n", status, media_type="text/plain")


def endpoint(ask: Ask, limit: int, describe: Callable[[Request], Response]) -> Callable[[Request], object]:
    """Make the endpoint; without a query it answers as ``describe`` does."""

    async def answer(request: Request) -> Response:
        try:
            fields = await _fields(request)
            if request.method != "POST" and not fields:
                return describe(request)
            question = _question(request, fields, limit)
        except Refused as refused:
            return refused.response()
        return await _answered(request, ask, question)

    return answer


async def _fields(request: Request) -> Fields:
    """All that a request says by name, the query among it."""
    fields = _decoded(request.scope["query_string"])
    if request.method == "POST":
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in (FORM, QUERY, UPDATE):
            raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"A query is posted as {FORM} or as {QUERY}.")
        body = await _body(request)
        posted = _decoded(body) if kind == FORM else {_NAMES[kind]: [_text(body)]}
        fields = {name: [*fields.get(name, ()), *posted.get(name, ())] for name in {**fields, **posted}}
    return fields


_NAMES: Final = {QUERY: "query", UPDATE: "update"}


def _question(request: Request, fields: Fields, limit: int) -> Question:
    if "update" in fields:
        raise Refused(HTTPStatus.FORBIDDEN, _READS)
    queries = fields.get("query", ())
    if len(queries) != 1:
        raise Refused(HTTPStatus.BAD_REQUEST, f"A request asks one query, and this one has {len(queries)}.")
    query = outline(queries[0])
    if query.updates:
        raise Refused(HTTPStatus.FORBIDDEN, _READS)
    if query.federated:
        raise Refused(HTTPStatus.FORBIDDEN, _ALONE)
    return Question(
        query=queries[0],
        media_type=_media_type(request, query),
        base=f"{request.url.scheme}://{request.url.netloc}{request.url.path}",
        default_graphs=_graphs(fields, "default-graph-uri", "named-graph-uri"),
        named_graphs=_graphs(fields, "named-graph-uri", "default-graph-uri"),
        has_dataset=query.has_dataset,
        names_graphs=query.names_graphs,
        limit=limit,
    )


def _media_type(request: Request, query: Outline) -> str:
    offered = GRAPH if query.form in ("CONSTRUCT", "DESCRIBE") else ROWS
    found = chosen(request.headers.get("accept"), offered)
    if found is None:
        raise Refused(HTTPStatus.NOT_ACCEPTABLE, f"An answer to this can be had as {', '.join(offered)}.")
    return found


def _graphs(fields: Fields, name: str, other: str) -> tuple[str, ...] | None:
    """The graphs of one kind; none, not all, once only the other kind is named."""
    if name not in fields and other not in fields:
        return None
    given = tuple(fields.get(name, ()))
    for iri in given:
        try:
            ox.NamedNode(iri)
        except ValueError as error:
            raise Refused(HTTPStatus.BAD_REQUEST, f"{name} is no absolute IRI: {error}") from error
    return given


async def _answered(request: Request, ask: Ask, question: Question) -> Response:
    """Answer, unless the client goes away before; nobody then waits for the work to end."""
    asking = asyncio.ensure_future(ask(question))
    leaving = asyncio.ensure_future(_left(request))
    try:
        await asyncio.wait((asking, leaving), return_when=asyncio.FIRST_COMPLETED)
        if not asking.done():
            return plain(HTTPStatus.BAD_REQUEST, "The client has gone.")
        return _response(asking.result(), question)
    finally:
        asking.cancel()
        leaving.cancel()


async def _left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _response(reply: Reply, question: Question) -> Response:
    if reply.outcome != Outcome.ANSWERED:
        return plain(_STATUS[reply.outcome], reply.message)
    headers = {"Vary": "Accept", **({CUT: str(reply.cut)} if reply.cut else {})}
    return Response(reply.body, headers=headers, media_type=question.media_type)


def _decoded(encoded: bytes) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    try:
        pairs = parse_qsl(_text(encoded), True, errors="strict", max_num_fields=_FIELDS)
    except ValueError as error:
        raise Refused(HTTPStatus.BAD_REQUEST, f"This is no form in UTF-8: {error}") from error
    for name, value in pairs:
        fields.setdefault(name, []).append(value)
    return fields


async def _body(request: Request) -> bytes:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"A request has at most {LARGEST} bytes.")
    return body


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise Refused(HTTPStatus.BAD_REQUEST, f"A query is written in UTF-8: {error}") from error
