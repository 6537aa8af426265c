"""What stands at which address: pages for people, data for programs, one IRI for both."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import asdict
from http import HTTPStatus
from typing import Final

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from baygraph.errors import BaygraphError
from baygraph.export.jsonld import CONTEXT, context_text, to_jsonld
from baygraph.publish.layout import DESCRIPTION, FILES, GRAPH, GRAPHS, PAGE
from baygraph.publish.turtle import PREFIXES, to_ntriples, to_turtle
from baygraph.query import available, bind, find
from baygraph.serve.addresses import COOKIE, candidates, key_of, language, languages
from baygraph.serve.completion import Completer, written
from baygraph.serve.description import describe
from baygraph.serve.evaluation import write_graph
from baygraph.serve.negotiation import EXTENSIONS, HTML, JSON_LD, TURTLE, chosen
from baygraph.serve.negotiation import GRAPH as GRAPH_TYPES
from baygraph.serve.ontology import terms
from baygraph.serve.pages import asset, own_policy, page, words
from baygraph.serve.pool import Ask
from baygraph.serve.protocol import CUT, QUERY, endpoint, plain
from baygraph.serve.published import EXAMPLES, ONTOLOGY, Published
from baygraph.serve.settings import Settings
from baygraph.serve.things import TRIPLES, Describer, Shown, href, triples_about
from baygraph.terms import ID
from baygraph.triples import from_oxigraph

SPARQL: Final = "/sparql"
_EXAMPLES_FILE: Final = "examples.ttl"
_READING: Final = ("GET", "HEAD")
_EITHER: Final = (HTML, TURTLE, JSON_LD, "application/n-triples", "application/rdf+xml")
# Written in the published files' own spelling, the same on every run; other formats are left to the engine.
_WRITERS: Final = {
    TURTLE: to_turtle, "application/n-triples": to_ntriples,
    JSON_LD: to_jsonld, "application/json": to_jsonld,
}  # fmt: skip
_FILE_TYPES: Final = {"ttl": TURTLE, "nq": "application/n-quads", "html": HTML, "json": "application/json"}


class Site:
    """The pages and the data of a published folder, and the endpoint that ``ask`` answers."""

    def __init__(self, published: Published, settings: Settings, ask: Ask) -> None:
        self._published, self._settings, self._ask = published, settings, ask
        self._completer = Completer(published)
        self._sizes = published.sizes()

    def routes(self) -> list[Route]:
        """List all addresses."""
        reading: dict[str, Callable[[Request], Awaitable[Response]]] = {
            "/": self.start,
            "/explore": self.explore,
            "/query": self.query_page,
            "/find": self.find_page,
            "/complete": self.complete,
            "/examples": self.examples,
            "/examples/{name:path}": self.example,
            "/query/{name:path}": self.example_page,
            "/assets/{name}": self.asset,
            "/id/{key:path}": self.thing,
            "/page/{key:path}": self.thing_page,
            "/data/{key:path}": self.thing_data,
            "/ontology": self.ontology,
            "/ontology.{extension}": self.ontology_data,
            "/.well-known/void": self.void,
            f"/{CONTEXT}": self.context,
            "/graph/{name}": self.graph,
        }
        asked = endpoint(self._ask, self._settings.limit, self._described)
        return [
            Route(SPARQL, asked, methods=[*_READING, "POST"]),
            *(Route(path, shown, methods=list(_READING)) for path, shown in reading.items()),
        ]

    async def start(self, request: Request) -> Response:
        """The page that says what there is."""
        files = [name for name in FILES if (self._published.folder / name).is_file()]
        return _page(
            request, "start", endpoint=_address(request, SPARQL), files=files, sizes=self._sizes,
            timeout=f"{self._settings.timeout:g}", limit=self._settings.limit,
        )  # fmt: skip

    async def explore(self, request: Request) -> Response:
        """The folder's own page, under its own policy."""
        path = self._published.folder / PAGE
        if not path.is_file():
            return plain(HTTPStatus.NOT_FOUND, f"This folder holds no {PAGE}.")
        return FileResponse(path, headers={"Content-Security-Policy": own_policy(path)}, media_type=HTML)

    async def query_page(self, request: Request) -> Response:
        """The editor."""
        return _page(request, "query", endpoint=SPARQL, limit=self._settings.limit)

    async def find_page(self, request: Request) -> Response:
        """What bears a name, or a name that begins so."""
        name = request.query_params.get("name", "").strip()
        found = await asyncio.to_thread(self._completer.complete, name, "thing")
        return _page(request, "found", name=name, found=[Shown(each.name, href(each.iri)) for each in found])

    async def complete(self, request: Request) -> Response:
        """The completions of a word, as JSON."""
        asked = request.query_params
        found = await asyncio.to_thread(self._completer.complete, asked.get("q", ""), asked.get("kind", ""))
        return JSONResponse([{"name": e.name, "text": written(e.iri), "kind": e.kind} for e in found])

    async def examples(self, request: Request) -> Response:
        """The questions that come with the package, and the prefixes they need, as JSON."""
        listed = [
            {
                "name": each.name,
                "title": each.title or each.name,
                "topic": each.topic,
                "question": dict(each.question),
                "reading": " ".join(each.reading.split()),
                "parameters": [asdict(parameter) for parameter in each.parameters],
            }
            for each in available()
        ]
        spoken = words()[language(request)]
        return JSONResponse({"prefixes": dict(PREFIXES), "examples": listed, "words": spoken})

    async def example(self, request: Request) -> Response:
        """The text of a question, with the values that the request gives its parameters."""
        values = {name: value for name, value in request.query_params.items() if value}
        return await asyncio.to_thread(self._bound, request.path_params["name"], values)

    async def example_page(self, request: Request) -> Response:
        """The way from a question's IRI to the editor."""
        return _see(f"/query#example={key_of(request, '/query/')}")

    async def asset(self, request: Request) -> Response:
        """A style sheet or a script."""
        return asset(request.path_params["name"]) or plain(HTTPStatus.NOT_FOUND, "There is no such file.")

    async def thing(self, request: Request) -> Response:
        """The way from an IRI to what is known of it, as a page or as data."""
        key = key_of(request, "/id/")
        if not self._thing(key):
            return self._unknown(request, key)
        media_type = chosen(request.headers.get("accept"), _EITHER)
        extension = next((each for each, kind in EXTENSIONS.items() if kind == media_type), "")
        return _see(f"/data/{key}.{extension}" if extension else f"/page/{key}")

    async def thing_page(self, request: Request) -> Response:
        """What is known of a thing, for people."""
        key = key_of(request, "/page/")
        thing = self._thing(key)
        if not thing:
            return self._unknown(request, key)
        described = Describer(self._published, language(request)).describe
        return _page(request, "thing", thing=await asyncio.to_thread(described, thing), data=f"/data/{key}")

    async def thing_data(self, request: Request) -> Response:
        """What is known of a thing, for programs."""
        key, _, extension = key_of(request, "/data/").rpartition(".")
        thing = self._thing(key)
        if not thing or extension not in EXTENSIONS:
            return plain(HTTPStatus.NOT_FOUND, f"Nothing is known of {key} as {extension or 'data'}.")
        triples = await asyncio.to_thread(triples_about, self._published, thing)
        response = _graph(triples, EXTENSIONS[extension])
        if len(triples) == TRIPLES:
            response.headers[CUT] = str(TRIPLES)
        return response

    async def ontology(self, request: Request) -> Response:
        """The ontology, as a page or as data."""
        media_type = chosen(request.headers.get("accept"), _EITHER)
        if media_type in (None, HTML):
            shown = await asyncio.to_thread(terms, self._published, language(request))
            return _page(request, "ontology", iri=ONTOLOGY, terms=shown)
        return _graph(self._published.triples(ONTOLOGY), str(media_type))

    async def ontology_data(self, request: Request) -> Response:
        """The ontology as data."""
        kind = EXTENSIONS.get(request.path_params["extension"])
        if not kind:
            return plain(HTTPStatus.NOT_FOUND, "The ontology is not written in this format.")
        return _graph(self._published.triples(ONTOLOGY), kind)

    async def void(self, request: Request) -> Response:
        """The description of the dataset."""
        path = self._published.folder / DESCRIPTION
        if not path.is_file():
            return plain(HTTPStatus.NOT_FOUND, f"This folder holds no {DESCRIPTION}.")
        kind = chosen(request.headers.get("accept"), GRAPH_TYPES) or TURTLE
        # From the file: the store knows numbers by their value, not by the type that they were given.
        return _graph((quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)), kind)

    async def context(self, request: Request) -> Response:
        """The context of the JSON-LD, at the path of its published address."""
        return Response(context_text(), media_type=JSON_LD)

    async def graph(self, request: Request) -> Response:
        """A file of the folder, or the way from a graph's IRI to its file."""
        name = request.path_params["name"]
        path = self._published.folder / name
        if name in FILES and path.is_file():
            policy = own_policy(path) if name == PAGE else ""
            headers = {"Content-Security-Policy": policy} if policy else {}
            return FileResponse(path, headers=headers, media_type=_FILE_TYPES[name.rpartition(".")[2]])
        if name == _EXAMPLES_FILE:
            return _graph(self._published.triples(EXAMPLES), TURTLE)
        if f"{name}.ttl" in (*GRAPHS, _EXAMPLES_FILE):
            return _see(f"/graph/{name}.ttl")
        if any(self._published.knows(iri) for iri in candidates(GRAPH, name)):
            return _see("/.well-known/void")
        return plain(HTTPStatus.NOT_FOUND, "There is no such graph.")

    def _bound(self, name: str, values: Mapping[str, str]) -> Response:
        # An error holds on to the engine's answer, which may only be let go of in the thread that asked.
        try:
            text = bind(find(_known(name)), values, self._published.ask)
        except BaygraphError as error:
            return plain(HTTPStatus.NOT_FOUND, str(error))
        return Response(text, media_type=QUERY)

    def _described(self, request: Request) -> Response:
        media_type = chosen(request.headers.get("accept"), (*GRAPH_TYPES, HTML))
        if media_type == HTML:
            return _see("/query")
        everything = [graph.value for graph in self._published.everything]
        try:
            triples = list(describe(_address(request, SPARQL), everything, self._sizes))
        except ValueError as error:
            return plain(HTTPStatus.BAD_REQUEST, f"This address is no IRI: {error}")
        return _graph(triples, media_type or TURTLE)

    def _thing(self, key: str) -> ox.NamedNode | None:
        return next((iri for iri in candidates(ID, key) if self._published.knows(iri)), None)

    def _unknown(self, request: Request, key: str) -> Response:
        if chosen(request.headers.get("accept"), ("text/plain", HTML)) == HTML:
            return _page(request, "found", HTTPStatus.NOT_FOUND, name=key, found=[])
        return plain(HTTPStatus.NOT_FOUND, f"Nothing is known of {ID}{key}")


def _graph(triples: Iterable[ox.Triple], media_type: str) -> Response:
    if media_type in _WRITERS:
        terms = {(from_oxigraph(s), from_oxigraph(p), from_oxigraph(o)) for s, p, o in triples}
        body = "".join(_WRITERS[media_type](sorted(terms))).encode()
    else:
        body = write_graph(triples, media_type)
    return Response(body, headers={"Vary": "Accept"}, media_type=media_type)


def _page(request: Request, template: str, status: int = HTTPStatus.OK, **values: object) -> Response:
    """A page in its reader's language, which is remembered once it was chosen."""
    spoken = language(request)
    response = page(template, spoken, status, languages=languages(request), **values)
    if request.query_params.get("lang") == spoken:
        response.set_cookie(COOKIE, spoken, httponly=True, samesite="strict")
    return response


def _see(address: str) -> Response:
    return RedirectResponse(address, HTTPStatus.SEE_OTHER, {"Vary": "Accept"})


def _address(request: Request, path: str) -> str:
    return f"{request.url.scheme}://{request.url.netloc}{path}"


def _known(name: str) -> str:
    """Only questions of the package are meant here, never a file or the standard input."""
    return name.removesuffix(".rq") if name != "-" else ""
