"""The endpoint keeps to the SPARQL 1.1 Protocol, and says in plain words what it does not do."""

import csv
import io
import json
import socket
import threading
from http.client import HTTPConnection
from urllib.parse import quote, urlencode, urlsplit

import pyoxigraph as ox
import pytest
import rdflib
from served import Server

from baygraph.publish.layout import GRAPHS
from baygraph.serve.protocol import LARGEST

pytestmark = pytest.mark.package

BAY = "PREFIX bay: <https://w3id.org/baygraph/ontology#> "
CITIES = BAY + "SELECT ?city WHERE { ?city a bay:City } ORDER BY ?city"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
FACTS, EVIDENCE, INFERRED = GRAPHS.values()


def count(server: Server, query: str = COUNT, **more: str) -> int:
    got = server.ask(query, "text/csv", **more)
    assert got.status == 200, got.text
    return int(got.text.split()[1])


def test_a_query_comes_by_get_by_form_and_as_it_stands(server: Server) -> None:
    asked = server.ask(CITIES)
    posted = server.send("POST", "/sparql", urlencode({"query": CITIES}).encode(), Content_Type=FORM)
    direct = server.send("POST", "/sparql", CITIES.encode(), Content_Type=f"{QUERY}; charset=utf-8")
    assert asked.status == posted.status == direct.status == 200
    assert asked.body == posted.body == direct.body
    found = [row["city"]["value"] for row in json.loads(asked.body)["results"]["bindings"]]
    assert found == [f"https://w3id.org/baygraph/id/{key}" for key in ("boston", "seattle", "zhongshan")]


def test_only_the_headers_of_an_answer_can_be_had(server: Server) -> None:
    got = server.send("HEAD", f"/sparql?{urlencode({'query': CITIES})}")
    assert (got.status, got.body) == (200, b"")


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/*", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("application/json", "application/json"),
        ("text/csv;q=0.5, application/sparql-results+xml;q=0.9, */*;q=0.1", "application/sparql-results+xml"),
        ("text/turtle, text/csv;q=0.2", "text/csv"),
    ],
)
def test_rows_come_in_the_format_that_is_wanted_most(server: Server, accept: str, media_type: str) -> None:
    got = server.ask(CITIES, accept)
    assert (got.status, got.media_type) == (200, media_type)
    answer = ox.parse_query_results(got.body, format=read(media_type)) if "csv" not in media_type else None
    rows = [*csv.reader(io.StringIO(got.text))][1:] if answer is None else list(answer)  # type: ignore[arg-type]
    assert len(rows) == 3
    assert "Accept" in got.headers["Vary"]


def read(media_type: str) -> ox.QueryResultsFormat:
    found = ox.QueryResultsFormat.from_media_type(media_type)
    assert found
    return found


@pytest.mark.parametrize(
    "form", ["CONSTRUCT WHERE { ?s ?p ?o }", "DESCRIBE <https://w3id.org/baygraph/id/zhongshan>"]
)
@pytest.mark.parametrize(
    ("accept", "format"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "xml"),
        ("application/ld+json", "json-ld"),
    ],
)
def test_a_graph_comes_in_the_formats_of_rdf(server: Server, form: str, accept: str, format: str) -> None:
    got = server.ask(form, accept)
    assert (got.status, got.media_type) == (200, accept)
    assert len(rdflib.Graph().parse(data=got.body, format=format)) > 5


def test_yes_or_no_comes_in_json_and_xml(server: Server) -> None:
    asked = BAY + "ASK { ?city a bay:City }"
    assert json.loads(server.ask(asked).body)["boolean"] is True
    assert "<boolean>true</boolean>" in server.ask(asked, "application/sparql-results+xml").text


def test_language_tags_are_spelled_as_in_the_files(server: Server) -> None:
    got = server.ask('SELECT ("中山"@zh-Hans AS ?name) ("Macao"@en-GB AS ?other) {}')
    (row,) = json.loads(got.body)["results"]["bindings"]
    assert [row[name]["xml:lang"] for name in ("name", "other")] == ["zh-Hans", "en-GB"]


def test_what_cannot_be_given_is_not_acceptable(server: Server) -> None:
    for query, accept in ((CITIES, "image/png"), (CITIES, "text/turtle"), ("DESCRIBE <a:a>", "text/csv")):
        got = server.ask(query, accept)
        assert (got.status, got.media_type) == (406, "text/plain")
        assert "/" in got.text


def test_the_default_graph_is_all_that_is_published(server: Server) -> None:
    sizes = [
        count(server, f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{name}> {{ ?s ?p ?o }} }}")
        for name in GRAPHS.values()
    ]
    assert all(sizes) and count(server) == sum(sizes)
    told = BAY + "SELECT (COUNT(*) AS ?n) { ?s a bay:City . ?e a bay:Evidence }"
    assert count(server, told) > 0


def test_a_dataset_is_that_of_the_query_or_of_the_protocol(server: Server) -> None:
    facts = count(server, COUNT.replace("WHERE", f"FROM <{FACTS}> WHERE"))
    assert 0 < facts == count(server, **{"default-graph-uri": FACTS}) < count(server)
    # The protocol overrules the query, and a part of the dataset that is not named is empty.
    overruled = COUNT.replace("WHERE", f"FROM <{EVIDENCE}> WHERE")
    assert count(server, overruled, **{"default-graph-uri": FACTS}) == facts
    named = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert count(server, named, **{"default-graph-uri": FACTS}) == 0
    assert count(server, named, **{"named-graph-uri": FACTS}) == facts
    assert count(server, COUNT, **{"named-graph-uri": FACTS}) == 0
    assert count(server, COUNT.replace("WHERE", f"FROM NAMED <{FACTS}> WHERE")) == 0
    two = f"/sparql?query={quote(COUNT)}&default-graph-uri={quote(FACTS)}&default-graph-uri={quote(INFERRED)}"
    assert int(server.get(two, Accept="text/csv").text.split()[1]) > facts


UPDATES = (
    "INSERT DATA { <a:a> <a:a> <a:a> }",
    "# now\nPREFIX a: <a:>\nLOAD <http://127.0.0.1/>",
    "DELETE WHERE { ?s ?p ?o }",
    "WITH <a:a> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "DROP ALL",
    "CLEAR DEFAULT",
    "COPY <a:a> TO <a:b>",
)


@pytest.mark.parametrize("update", UPDATES)
def test_updates_are_refused_however_they_come(server: Server, update: str) -> None:
    form = urlencode({"update": update}).encode()
    for got in (
        server.ask(update),
        server.send("POST", "/sparql", form, Content_Type=FORM),
        server.send("POST", "/sparql", update.encode(), Content_Type="application/sparql-update"),
        server.get(f"/sparql?{form.decode()}"),
    ):
        assert (got.status, got.media_type) == (403, "text/plain")
        assert "only reads" in got.text


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { { SELECT * { service silent ?x { ?s ?p ?o } } } }",
        "PREFIX x: <x:> SELECT * { ?s ?p 1SERVICE x:y { ?s ?p ?o } }",
        "ASK { FILTER EXISTS { SERVICE<http://127.0.0.1:1/>{} } }",
    ],
)
def test_no_other_endpoint_is_asked(server: Server, query: str) -> None:
    got = server.ask(query)
    assert (got.status, got.media_type) == (403, "text/plain")
    assert "SERVICE" in got.text


def test_what_hides_from_the_check_still_leads_nowhere(server: Server) -> None:
    """The engine takes ``<2)SERVICEx:y#>``, an IRI by SPARQL's tokens, for a comparison and a command."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.settimeout(5)
        at = f"PREFIX x: <http://127.0.0.1:{other.getsockname()[1]}/>"
        query = f"{at} SELECT * {{ FILTER(1<2)SERVICEx:y#>\n{{ ?s ?p ?o }} }}"
        # Without the worker's confinement it does lead there:
        threading.Thread(target=lambda: ox.Store().query(query), daemon=True).start()
        other.accept()[0].close()
        got = server.ask(query)
        assert (got.status, got.media_type) == (403, "text/plain")
        other.settimeout(0.2)
        with pytest.raises(TimeoutError):
            other.accept()


def test_a_word_is_no_command(server: Server) -> None:
    query = """PREFIX service: <x:service> # SERVICE <x:> { LOAD
        SELECT ?service ("SERVICE <x:> {} INSERT" AS ?x) ('''LOAD''' AS ?y) (<x:SERVICE> AS ?z) {
          OPTIONAL { ?service <x:service> "it"@service } }"""
    assert server.ask(query).status == 200


@pytest.mark.parametrize(
    ("method", "path", "body", "media_type", "status"),
    [
        ("POST", "/sparql", b"", FORM, 400),
        ("POST", "/sparql", b"ASK {}", "text/plain", 415),
        ("POST", "/sparql", b"ASK {}", "", 415),
        ("POST", "/sparql", "ASK { ?s ?p 'я' }".encode("utf-16"), QUERY, 400),
        ("POST", "/sparql", b"query=%FF", FORM, 400),
        ("POST", "/sparql", b"ASK {}" + b" " * LARGEST, QUERY, 413),
        ("POST", "/sparql", b"SELECT * { ?s ?p }", QUERY, 400),
        ("POST", "/sparql", b"nonsense", QUERY, 400),
        ("POST", "/sparql", b"", QUERY, 400),
        ("POST", "/sparql?default-graph-uri=no+iri", b"ASK {}", QUERY, 400),
        ("GET", "/sparql?query=ASK+%7B%7D&query=ASK+%7B%7D", None, "", 400),
        ("GET", "/sparql?default-graph-uri=a:a", None, "", 400),
        ("PUT", "/sparql?query=ASK+%7B%7D", None, "", 405),
        ("DELETE", "/sparql", None, "", 405),
        ("PATCH", "/page/zhongshan", None, "", 405),
    ],
)
def test_a_wrong_request_is_told_what_is_wrong(
    server: Server, method: str, path: str, body: bytes | None, media_type: str, status: int
) -> None:
    got = server.send(method, path, body, **({"Content_Type": media_type} if media_type else {}))
    assert (got.status, got.media_type) == (status, "text/plain"), got.text
    assert got.text.strip() and "Traceback" not in got.text


def test_the_place_of_a_mistake_is_named(server: Server) -> None:
    assert "2:" in server.ask("SELECT *\n{ ?s ?p }").text


def test_any_page_may_ask_but_only_for_what_is_read(server: Server) -> None:
    asked = server.ask(CITIES)
    assert "Access-Control-Allow-Origin" not in asked.headers
    query = f"/sparql?{urlencode({'query': CITIES})}"
    from_page = server.get(query, Origin="https://example.org")
    assert from_page.headers["Access-Control-Allow-Origin"] == "*"
    assert "Baygraph-Cut-After" in from_page.headers["Access-Control-Expose-Headers"]
    preflight = {"Origin": "https://example.org", "Access_Control_Request_Headers": "content-type"}
    posting = server.send("OPTIONS", "/sparql", None, Access_Control_Request_Method="POST", **preflight)
    putting = server.send("OPTIONS", "/sparql", None, Access_Control_Request_Method="PUT", **preflight)
    assert (posting.status, putting.status) == (200, 400)


SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")


def test_without_a_query_the_service_describes_itself(server: Server) -> None:
    for accept, format in (("text/turtle", "turtle"), ("application/rdf+xml", "xml"), ("*/*", "turtle")):
        got = server.get("/sparql", Accept=accept)
        graph = rdflib.Graph().parse(data=got.body, format=format)
        (service,) = graph.subjects(rdflib.RDF.type, SD.Service)
        assert graph.value(service, SD.endpoint) == rdflib.URIRef(server.endpoint)
        assert graph.value(service, SD.supportedLanguage) == SD.SPARQL11Query
        dataset = graph.value(service, SD.defaultDataset)
        names = {str(graph.value(each, SD.name)) for each in graph.objects(dataset, SD.namedGraph)}
        assert set(GRAPHS.values()) < names
        void = rdflib.Namespace("http://rdfs.org/ns/void#")
        assert int(str(graph.value(graph.value(dataset, SD.defaultGraph), void.triples))) == count(server)
    assert server.get("/sparql", Accept="text/html").headers["Location"] == "/query"


def test_a_request_that_is_no_http_harms_nobody(server: Server) -> None:
    address = urlsplit(server.address).netloc
    connection = HTTPConnection(address, timeout=10)
    connection.putrequest("GET", "/sparql?query=" + "a" * 100_000)
    connection.endheaders()
    assert connection.getresponse().status >= 400
    connection.close()
    assert server.ask("ASK {}").status == 200
