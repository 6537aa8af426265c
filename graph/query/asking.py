"""Who answers: a store in this process, or an endpoint by HTTP."""

import re
from collections.abc import Callable
from http.client import HTTPException
from typing import Final
from urllib.error import URLError

import pyoxigraph as ox

from baygraph.errors import BaygraphError

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples | list[ox.Triple]
Ask = Callable[[str], Answer]

_COMMENT: Final = re.compile(r"^\s*#.*$", re.MULTILINE)
_SECONDS: Final = 120
_READS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


class WrongQuery(BaygraphError):
    """A text that is no SPARQL query, or one that would change the graph."""

    reason = "is no SPARQL query"


class EndpointFailed(BaygraphError):
    """An endpoint that gave no answer, or one in no format of SPARQL."""

    reason = "does not answer as a SPARQL endpoint"


def local(store: ox.Store) -> Ask:
    """Ask a store, all of its graphs as one."""

    def ask(query: str) -> Answer:
        try:
            return store.query(query, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise WrongQuery("this", f"is no SPARQL query: {error}") from error

    return ask


def remote(endpoint: str) -> Ask:
    """Ask a SPARQL endpoint, whose default graph should hold all of the published files."""
    if not endpoint.startswith(("http://", "https://")):
        raise EndpointFailed(endpoint, "is no address of an endpoint; one begins with http:// or https://")
    return lambda query: _answer(endpoint, *_fetch(endpoint, query))


def _fetch(endpoint: str, query: str) -> tuple[bytes, str]:
    """Send a query; give the body of the answer and its media type."""
    from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper
    from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

    wrapper = SPARQLWrapper(endpoint, agent="baygraph")
    wrapper.setOnlyConneg(True)
    wrapper.setTimeout(_SECONDS)
    wrapper.setMethod(POST)
    # SPARQLWrapper takes the first verb it finds for the kind of the query, even one in a comment.
    wrapper.setQuery(_COMMENT.sub("", query))
    wrapper.queryString = query
    if wrapper.queryType not in _READS:
        raise WrongQuery("this", "is no query that only reads")
    wrapper.setReturnFormat(JSON if wrapper.queryType in ("SELECT", "ASK") else TURTLE)
    try:
        response = wrapper.query().response
        return response.read(), response.headers.get_content_type()
    except QueryBadFormed as error:
        raise WrongQuery("this", f"is no query for {endpoint}: {error}") from error
    except (SPARQLWrapperException, URLError, HTTPException, OSError) as error:
        raise EndpointFailed(endpoint, f"gives no answer: {error}") from error


def _answer(endpoint: str, body: bytes, media_type: str) -> Answer:
    rows = ox.QueryResultsFormat.from_media_type(media_type)
    graph = ox.RdfFormat.from_media_type(media_type)
    try:
        if rows:
            return ox.parse_query_results(body, format=rows)
        if graph:
            return [quad.triple for quad in ox.parse(body, format=graph)]
    except (SyntaxError, ValueError) as error:
        raise EndpointFailed(endpoint, f"gives an answer that breaks off or is malformed: {error}") from error
    raise EndpointFailed(endpoint, f"answers in {media_type}, which is no format of SPARQL")
