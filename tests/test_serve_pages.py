"""Pages for people and data for programs under one IRI; what stands in documents is text in all of them."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox
import pytest
import rdflib
from hostile_graph import HOSTILE, hostile_dataset
from served import Got, Server, running

from baygraph.publish import publish
from baygraph.query import available
from baygraph.serve.pages import words
from baygraph.terms import BAY, ID
from baygraph.triples import printable

pytestmark = pytest.mark.package

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


class Page(HTMLParser):
    """The text of a page, its elements and where its links lead."""

    def __init__(self, got: Got) -> None:
        super().__init__()
        assert got.status == 200 and got.media_type == "text/html"
        self.text, self.tags, self.links = "", [""], [""]
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(got.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]

    def handle_data(self, data: str) -> None:
        self.text += data


def graph(got: Got, format: str = "turtle") -> rdflib.Graph:
    assert got.status == 200, got.text
    return rdflib.Graph().parse(data=got.body, format=format)


@pytest.mark.parametrize(
    ("accept", "address", "format"),
    [
        (BROWSER, "/page/zhongshan", ""),
        ("", "/page/zhongshan", ""),
        ("text/turtle", "/data/zhongshan.ttl", "turtle"),
        ("application/ld+json", "/data/zhongshan.jsonld", "json-ld"),
        ("application/n-triples, text/html;q=0.5", "/data/zhongshan.nt", "nt"),
        ("application/rdf+xml", "/data/zhongshan.rdf", "xml"),
    ],
)
def test_an_iri_leads_to_a_page_or_to_data(server: Server, accept: str, address: str, format: str) -> None:
    got = server.get("/id/zhongshan", **({"Accept": accept} if accept else {}))
    assert (got.status, got.headers["Location"]) == (303, address)
    assert "Accept" in got.headers["Vary"]
    if format:
        held = graph(server.get(address), format)
        assert (rdflib.URIRef(ID + "zhongshan"), rdflib.RDF.type, rdflib.URIRef(BAY + "City")) in held


def test_the_json_ld_of_a_thing_is_compact_with_the_published_context(server: Server) -> None:
    held = json.loads(server.get("/data/zhongshan.jsonld").body)
    city = next(node for node in held["@graph"] if node["@id"] == "id:zhongshan")
    assert city["@type"] == ["City", "Place"]  # what follows is told too
    assert city["label"] == {"en": "Zhongshan", "ru": "Чжуншань", "zh": "中山"}
    context = server.get("/context.jsonld")
    assert context.headers["Content-Type"] == "application/ld+json"
    assert json.loads(context.body)["@context"] == held["@context"]


def test_a_page_tells_names_facts_figures_and_quotes(server: Server) -> None:
    page = Page(server.get("/page/zhongshan"))
    for name in ("Zhongshan", "Чжуншань", "中山"):
        assert name in page.text
    assert "Zhongshan has opened the Charles River Station in Boston, United States." in page.text
    marked = "<mark>Boston, United States</mark>"
    assert (
        f"<q>Zhongshan has opened the Charles River Station in {marked}." in server.get("/page/boston").text
    )
    assert "≈ 1250 (2018-12)" in page.text and "18000 (2019)" in page.text
    assert "denied" in page.text and "planned" in page.text
    for link in ("/page/charles-river-station", "/page/doc/harbour", "/ontology#City", "/data/zhongshan.ttl"):
        assert link in page.links


def test_names_are_shown_in_the_language_of_the_reader(server: Server) -> None:
    def title(path: str = "/page/zhongshan", **headers: str) -> str:
        found = re.search(r"<h1><bdi>(.*)</bdi></h1>", server.get(path, **headers).text)
        assert found
        return found[1]

    assert title() == title(Accept_Language="fr, de;q=0.5") == "Zhongshan"
    assert title(Accept_Language="ru-RU,ru;q=0.9,en;q=0.8") == title("/page/zhongshan?lang=ru") == "Чжуншань"
    assert title(Accept_Language="zh-CN, en;q=0.1") == "中山"


def test_pages_speak_the_language_of_the_reader_and_remember_the_one_chosen(server: Server) -> None:
    assert len({frozenset(each) for each in words().values()}) == 1
    for code, each in words().items():
        for path in PATHS:
            got = server.get(path, Accept_Language=code)
            assert f'<html lang="{code}">' in got.text and each["query"] in Page(got).text
        assert each["said"] in Page(server.get("/page/zhongshan", Cookie=f"lang={code}")).text
        chosen = server.get(f"/find?name=a%26b&lang={code}", Accept_Language="en")
        assert f'<html lang="{code}">' in chosen.text
        assert chosen.headers["Set-Cookie"].startswith(f"lang={code};")
        assert "?name=a%26b&lang=ru" in Page(chosen).links
        assert json.loads(server.get("/examples", Accept_Language=code).body)["words"] == each
    for unknown in ("xx", "__class__", "<b>"):
        got = server.get(f"/?lang={quote(unknown)}", Cookie=f"lang={unknown}")
        assert '<html lang="en">' in got.text and "Set-Cookie" not in got.headers


def test_every_word_of_the_pages_is_used(repository: Path) -> None:
    folder = repository / "graph" / "serve"
    paths = [path for path in folder.rglob("*") if path.suffix in (".html", ".js", ".py")]
    text = "\n".join(path.read_text("utf-8") for path in paths)
    used = re.findall(r"\bt\.(\w+)|words\.(\w+)|\"(\w+)\"", text)
    named = {name for names in used for name in names} | {"planned", "denied"}
    assert set(words()["en"]) <= named


def test_data_holds_the_claims_and_their_evidence(server: Server) -> None:
    held = graph(server.get("/data/charles-river-station.ttl"))
    bay = rdflib.Namespace(BAY)
    quotes = {str(value) for value in held.objects(None, bay.quote)}
    assert any("Zhongshan has opened" in quote for quote in quotes)
    claims = set(held.subjects(rdflib.RDF.type, rdflib.RDF.Statement))
    assert claims and all(held.value(each, bay.supportedBy) for each in claims)


def test_every_iri_of_the_graph_leads_somewhere(server: Server) -> None:
    """Also those of documents, claims and pieces of evidence, and those with letters of all scripts."""
    asked = server.ask("SELECT DISTINCT ?s WHERE { ?s ?p ?o }")
    iris = [row["s"]["value"] for row in json.loads(asked.body)["results"]["bindings"]]
    things = [iri for iri in iris if iri.startswith(ID)]
    assert len(things) > 40 and {iri.removeprefix(ID).split("/")[0] for iri in things} >= {
        "doc",
        "claim",
        "evidence",
    }
    for iri in things[::3]:
        path = quote(iri.removeprefix("https://w3id.org/baygraph"), safe="/:;=@!$&'()*+,%")
        found = server.get(path, Accept=BROWSER)
        assert found.status == 303, iri
        page = Page(server.get(found.headers["Location"]))
        assert iri in page.text
        data = server.get(server.get(path, Accept="text/turtle").headers["Location"])
        assert rdflib.URIRef(iri) in set(graph(data).subjects())


def test_what_is_unknown_is_not_found(server: Server) -> None:
    for path in (
        "/id/atlantis",
        "/page/atlantis",
        "/data/atlantis.ttl",
        "/data/zhongshan.exe",
        "/nothing",
        "/examples/no",
    ):
        assert server.get(path).status == 404
        assert server.get(path, Accept=BROWSER).status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/graph/../../../../../../etc/passwd",
        "/graph/..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/graph/%2e%2e/%2e%2e/etc/passwd",
        "/assets/../pool.py",
        "/assets/..%2fpool.py",
        "/assets/base.html",
        "/examples/..%2f..%2fpyproject.toml",
        "/examples/../../etc/passwd",
        "/examples//etc/passwd",
        "/examples/-",
        "/explore/../../../etc/passwd",
        "//etc/passwd",
        "/data//etc/passwd.ttl",
        "/page/..%00/etc",
        "/page/%ff%fe",
        "/graph/baygraph.nq%00.html",
    ],
)
def test_no_path_leads_out_of_what_is_served(server: Server, path: str) -> None:
    got = server.get(path)
    assert got.status == 404
    assert "root:" not in got.text and "import" not in got.text


def test_the_folder_s_files_are_served_as_they_are(server: Server, sample_folder: Path) -> None:
    for name in ("baygraph.ttl", "evidence.ttl", "inferred.ttl", "baygraph.nq", "void.ttl", "report.json"):
        assert server.get(f"/graph/{name}").body == (sample_folder / name).read_bytes()
    assert server.get("/graph/evidence").headers["Location"] == "/graph/evidence.ttl"
    assert server.get("/graph/dataset").headers["Location"] == "/.well-known/void"
    assert server.get("/explore").body == (sample_folder / "baygraph.html").read_bytes()


def test_the_description_of_the_dataset_is_where_it_is_looked_for(
    server: Server, sample_folder: Path
) -> None:
    held = graph(server.get("/.well-known/void"))
    assert set(held) == set(rdflib.Graph().parse(sample_folder / "void.ttl"))
    assert set(graph(server.get("/.well-known/void", Accept="application/n-triples"), "nt")) == set(held)
    asked = "ASK { GRAPH <https://w3id.org/baygraph/graph/void> { ?d a <http://rdfs.org/ns/void#Dataset> } }"
    assert json.loads(server.ask(asked).body)["boolean"] is True


def test_the_ontology_is_a_page_and_data(server: Server) -> None:
    page = Page(server.get("/ontology", Accept=BROWSER))
    assert ("id", "City") in page.attributes and ("id", "locatedIn") in page.attributes
    assert "город" in page.text and "城市" in page.text
    for path, headers in (("/ontology.ttl", {}), ("/ontology", {"Accept": "text/turtle"})):
        held = graph(server.get(path, **headers))
        assert (rdflib.URIRef(BAY + "City"), rdflib.RDF.type, rdflib.OWL.Class) in held


SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
SDO = rdflib.Namespace("https://schema.org/")


def test_the_example_queries_are_data_in_the_endpoint(server: Server) -> None:
    held = graph(server.get("/graph/examples.ttl"))
    examples = set(held.subjects(rdflib.RDF.type, SH.SPARQLExecutable))
    assert len(examples) == len(available())
    for example in examples:
        (text,) = [o for p in (SH.select, SH.ask, SH.construct) for o in held.objects(example, p)]
        assert held.value(example, SDO.target) == rdflib.URIRef(server.endpoint)
        assert held.value(example, rdflib.RDFS.label)
        assert held.value(held.value(example, SH.prefixes), SH.declare)
        assert server.ask(str(text)).status == 200
    comments = {
        value.language
        for value in held.objects(None, rdflib.RDFS.comment)
        if isinstance(value, rdflib.Literal)
    }
    assert comments == {"en", "ru", "zh"}
    select = f"?e a <{SH.SPARQLSelectExecutable}>"
    inside = server.ask(f"SELECT * {{ GRAPH <https://w3id.org/baygraph/graph/examples> {{ {select} }} }}")
    assert 0 < len(json.loads(inside.body)["results"]["bindings"]) <= len(examples)
    assert json.loads(server.ask(f"ASK {{ {select} }}").body)["boolean"] is False  # no part of the data
    assert server.get("/query/stations-of").headers["Location"] == "/query#example=stations-of"


def test_values_are_put_into_an_example_as_terms(server: Server) -> None:
    listed = json.loads(server.get("/examples").body)
    assert {each["name"] for each in listed["examples"]} == {each.name for each in available()}
    got = server.get(f"/examples/stations-of?city={quote('中山')}&within=")
    assert got.media_type == "application/sparql-query"
    assert "VALUES ?city { <https://w3id.org/baygraph/id/zhongshan> }" in got.text
    found = json.loads(server.ask(got.text).body)["results"]["bindings"]
    assert {row["station"]["value"] for row in found} == {
        ID + "charles-river-station",
        ID + "silicon-valley-station",
    }
    hostile = server.get(f"/examples/stations-of?city={quote('} } DROP ALL #')}")
    assert (hostile.status, hostile.media_type) == (404, "text/plain")


@pytest.mark.parametrize(("begun", "kind", "first"), [
    ("zhongsh", "", "id:zhongshan"), ("чжун", "", "id:zhongshan"), ("中", "", "id:zhongshan"),
    ("id:zhongsh", "", "id:zhongshan"), ("river", "", "id:charles-river-station"),
    ("bay:loc", "property", "bay:locatedIn"), ("located", "property", "bay:locatedIn"),
    ("город", "class", "bay:City"),
    ("Cit", "class", "bay:City"), ("чарльз", "thing", "id:charles-river-station"),
])  # fmt: skip
def test_words_are_completed_from_the_data_in_three_scripts(
    server: Server, begun: str, kind: str, first: str
) -> None:
    found = json.loads(server.get(f"/complete?q={quote(begun)}&kind={kind}").body)
    assert found[0]["text"] == first
    assert all(each["kind"] == kind for each in found if kind)
    listed = [each["text"] for each in found]
    assert len(listed) == len(set(listed)) <= 20


def test_a_thing_is_found_by_any_name(server: Server) -> None:
    for name in ("Zhongshan", "чжуншань", "中山"):
        assert "/page/zhongshan" in Page(server.get(f"/find?name={quote(name)}")).links
    assert "Nothing" in Page(server.get("/find?name=Atlantis")).text
    assert server.get("/complete?q=").body == server.get("/complete").body == b"[]"


PATHS = ("/", "/query", "/ontology", "/page/zhongshan", "/find?name=x", "/page/doc/harbour")


@pytest.mark.parametrize("path", PATHS)
def test_a_page_takes_nothing_from_elsewhere_and_holds_no_script(server: Server, path: str) -> None:
    got = server.get(path)
    policy = got.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
    assert (got.headers["X-Content-Type-Options"], got.headers["Referrer-Policy"]) == (
        "nosniff",
        "no-referrer",
    )
    page = Page(got)
    assert not {name for name, _ in page.attributes if name.startswith("on") or name == "style"}
    assert not re.search(r"<script(?! type=\"module\" src=\"/assets/)", got.text)
    loaded = re.findall(r"<(?:script|link rel=\"stylesheet\")[^>]*(?:src|href)=\"([^\"]*)\"", got.text)
    assert loaded
    for address in loaded:
        assert address.startswith("/assets/") and server.get(address).status == 200


def test_the_explorer_keeps_its_own_policy(server: Server) -> None:
    got = server.get("/explore")
    (own,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', got.text)
    assert got.headers["Content-Security-Policy"] == f"{own}; frame-ancestors 'none'"


def test_the_scripts_know_no_other_place(server: Server) -> None:
    for name in ("query.js", "writing.js", "answer.js"):
        text = server.get(f"/assets/{name}").text
        assert set(re.findall(r"https?://[\w.]+", text)) <= {
            "https://w3id.org",
            "http://www.w3.org",
            "http://purl.org",
        }


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of a graph whose every name, quote and title tries to be something else."""
    folder = tmp_path_factory.mktemp("hostile")
    publish(hostile_dataset(), folder)
    with running(folder) as server:
        yield server


def test_hostile_text_is_text_on_every_page(attacked: Server) -> None:
    usual = {
        tag for path in PATHS[:4] for tag in Page(attacked.get(path.replace("zhongshan", "thing-0"))).tags
    }
    for number, name in enumerate(HOSTILE):
        page = Page(attacked.get(f"/page/thing-{number}"))
        assert set(page.tags) <= usual | {"details", "summary"}
        assert not {key for key, _ in page.attributes if key.startswith("on") or key in ("style", "srcdoc")}
        assert all(link.startswith(("/", "#", "?", "http", "data:,")) or not link for link in page.links)
        assert " ".join(printable(name).split()) in " ".join(page.text.split())
        found = attacked.get(f"/find?name={quote(name[:200])}")
        assert set(Page(found).tags) <= usual
        completed = attacked.get(f"/complete?q={quote(name[:20])}")
        assert completed.media_type == "application/json" and json.loads(completed.body) is not None
        data = attacked.get(f"/data/thing-{number}.ttl")
        names = {str(value) for value in graph(data).objects(None, rdflib.RDFS.label)}
        assert any(printable(name).strip() in each for each in names)


def test_hostile_requests_are_answered_as_text(attacked: Server) -> None:
    wrong = attacked.ask("<script>alert(1)</script>")
    assert (wrong.status, wrong.media_type) == (400, "text/plain")
    found = attacked.get("/page/<script>alert(1)</script>", Accept=BROWSER)
    assert found.status == 404 and "<script>alert" not in found.text
    host = attacked.get("/", Host='x"><script>alert(1)</script>')
    assert "<script>alert" not in host.text


def test_an_answer_in_turtle_is_what_the_engine_holds(server: Server) -> None:
    got = server.ask("CONSTRUCT WHERE { <https://w3id.org/baygraph/id/zhongshan> ?p ?o }", "text/turtle")
    asked = server.ask("SELECT * { <https://w3id.org/baygraph/id/zhongshan> ?p ?o }")
    triples = {quad.triple for quad in ox.parse(got.body, format=ox.RdfFormat.TURTLE)}
    assert len(triples) == len(json.loads(asked.body)["results"]["bindings"]) > 5
