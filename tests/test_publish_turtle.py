"""Turtle and N-Quads that every parser reads alike, whatever the texts hold."""

import json
import shutil
import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from builders import corpus, nobody_known
from hypothesis import given, settings
from hypothesis import strategies as st

from baygraph.populate import populate
from baygraph.publish.loading import to_rdflib, to_store
from baygraph.publish.turtle import to_nquads, to_turtle
from baygraph.terms import BAY, XSD
from baygraph.triples import Triple, from_oxigraph, iri, literal, parse_literal, printable

pytestmark = pytest.mark.package

GRAPH = "<urn:x:graph>"
NASTY = (
    'a "quote" and a \\ backslash \\u0041 \\',
    "line\nbreak\r\nand\ttab\x0b\x0c\x85\u2028\u2029end",
    "\x00\x01\x1b[31m\x7f\x9b controls",
    "\u202eright to left\u202c \u200f \u2066 \ufeff",
    "<script>alert('x')</script> ''' \"\"\" ${x} %s {0}",
    "𝒜 emoji 🏙️ 中山 Чжуншань e\u0301",
    '"^^<http://www.w3.org/2001/XMLSchema#integer>',
    "\ufffe\uffff\U0010ffff",
    "",
    " ",
)
ANY_TEXT = st.one_of(st.sampled_from(NASTY), st.text(st.characters(exclude_categories=())))


def read_back(triples: list[Triple]) -> tuple[set[str], set[str], set[str]]:
    """The texts of the objects as Oxigraph and rdflib read the Turtle, and Oxigraph the N-Quads."""
    turtle = "".join(to_turtle(triples))
    quads = "".join(to_nquads(triples, GRAPH))
    oxigraph = {q.object.value for q in ox.parse(turtle, format=ox.RdfFormat.TURTLE)}
    lines = {q.object.value for q in ox.parse(quads, format=ox.RdfFormat.N_QUADS)}
    return oxigraph, {str(o) for o in rdflib.Graph().parse(data=turtle).objects()}, lines


@given(ANY_TEXT, st.sampled_from(["", "ru", "zh-Hans"]))
@settings(max_examples=300)
def test_any_text_comes_back_as_it_was(text: str, lang: str) -> None:
    triples = [(iri("urn:x:s"), iri(BAY + "quote"), literal(text, lang=lang))]
    assert read_back(triples) == ({printable(text)},) * 3


@given(ANY_TEXT)
def test_what_no_file_can_hold_is_replaced_one_for_one(text: str) -> None:
    assert len(printable(text)) == len(text)
    printable(text).encode("utf-8")


@given(ANY_TEXT)
def test_a_literal_is_written_in_one_way_and_in_one_line(text: str) -> None:
    term = literal(text, lang="en")
    assert parse_literal(term).text == printable(text)
    assert len(term.splitlines()) == 1
    (quad,) = ox.parse(f"<a:a> <a:a> {term} .", format=ox.RdfFormat.N_TRIPLES)
    assert from_oxigraph(quad.object) == term


@given(st.text(st.characters(exclude_categories=()), min_size=1))
def test_any_key_gives_an_iri_that_parsers_take(key: str) -> None:
    triples = [(iri("https://w3id.org/baygraph/id/" + key), iri(BAY + "about"), iri("urn:x:o"))]
    assert all(values == {"urn:x:o"} for values in read_back(triples))


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        ("136000", "integer", "136000"),
        ("-5", "integer", "-5"),
        ("5.5", "decimal", "5.5"),
        ("5", "decimal", '"5"^^xsd:decimal'),
        ("5.", "decimal", '"5."^^xsd:decimal'),
        ("many", "integer", '"many"^^xsd:integer'),
        ("true", "boolean", "true"),
        ("1", "boolean", '"1"^^xsd:boolean'),
        ("2018-12", "gYearMonth", '"2018-12"^^xsd:gYearMonth'),
        ("plain", "string", '"plain"'),
    ],
)
def test_numbers_are_bare_only_where_turtle_reads_the_same_type(text: str, kind: str, written: str) -> None:
    triples = [(iri("urn:x:s"), iri(BAY + "value"), literal(text, XSD + kind))]
    turtle = "".join(to_turtle(triples))
    assert f"bay:value {written} ." in turtle
    (quad,) = ox.parse(turtle, format=ox.RdfFormat.TURTLE)
    assert from_oxigraph(quad.object) == triples[0][2]


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("zhongshan", "id:zhongshan"),
        ("5g", "id:5g"),
        ("a.b-c_d", "id:a.b-c_d"),
        ("ends.", "<https://w3id.org/baygraph/id/ends.>"),
        ("-begins", "<https://w3id.org/baygraph/id/-begins>"),
        ("中山", "<https://w3id.org/baygraph/id/中山>"),
        ("it's(1)", "<https://w3id.org/baygraph/id/it's(1)>"),
        ("doc/river", "doc:river"),
    ],
)
def test_an_iri_is_shortened_only_where_no_escape_is_needed(key: str, written: str) -> None:
    triples = [(iri("https://w3id.org/baygraph/id/" + key), iri(BAY + "about"), iri("urn:x:o"))]
    assert f"\n{written} bay:about <urn:x:o> .\n" in "".join(to_turtle(triples))


def test_the_files_are_in_order_without_blank_nodes_and_with_plain_line_ends() -> None:
    dataset = populate(corpus(), nobody_known)
    turtle = "".join(to_turtle(dataset.stated))
    subjects = [block.split(" ")[0] for block in turtle.split("\n\n")[1:]]
    assert len(subjects) == len(set(subjects))
    assert [s for s, _, _ in dataset.stated] == sorted(s for s, _, _ in dataset.stated)
    assert "_:" not in turtle and "[" not in turtle and "\r" not in turtle and "\t" not in turtle


def test_a_language_tag_is_spelt_in_one_way() -> None:
    assert literal("x", lang="ZH-hans") == '"x"@zh-Hans'
    assert literal("x", lang="en-gb") == '"x"@en-GB'


def test_the_dataset_is_had_as_rdflib_and_as_a_store_with_the_same_triples() -> None:
    dataset = populate(corpus(), nobody_known)
    graphs, store = to_rdflib(dataset), to_store(dataset)
    assert sum(1 for _ in graphs.quads()) == len(store)
    assert len(graphs.graph(rdflib.URIRef("https://w3id.org/baygraph/graph/baygraph"))) == len(dataset.stated)
    value = rdflib.Literal("12.5", datatype=rdflib.XSD.decimal)
    assert [*graphs.quads((None, rdflib.URIRef(BAY + "value"), value, None))]


N3 = """
const { Parser } = require('n3');
const text = require('fs').readFileSync(process.argv[2], 'utf8');
const quads = new Parser({ format: process.argv[3] }).parse(text);
console.log(JSON.stringify(quads.map(q => q.object.value)));
"""


@pytest.fixture(scope="session")
def javascript(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with N3.js, from the npm registry."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("needs node and npm")
    folder = tmp_path_factory.mktemp("n3")
    install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), "n3@1"]
    done = subprocess.run(install, capture_output=True, check=False, timeout=120)
    if done.returncode:
        pytest.skip("the npm registry cannot be reached")
    (folder / "read.js").write_text(N3, "utf-8")
    return folder


@pytest.mark.slow
def test_a_parser_in_another_language_reads_the_same(javascript: Path) -> None:
    dataset = populate(corpus(), nobody_known)
    nasty = [(iri("urn:x:s"), iri(BAY + "quote"), literal(text)) for text in sorted(NASTY)]
    for triples in (dataset.stated, tuple(dataset.evidence), nasty):
        for name, kind, pieces in (
            ("a.ttl", "text/turtle", to_turtle(triples)),
            ("a.nq", "application/n-quads", to_nquads(triples, GRAPH)),
        ):
            (javascript / name).write_text("".join(pieces), "utf-8", newline="\n")
            command = ["node", "read.js", name, kind]
            done = subprocess.run(command, cwd=javascript, capture_output=True, check=True, timeout=60)
            texts = [o[1:-1] if o[0] == "<" else parse_literal(o).text for _, _, o in triples]
            assert sorted(json.loads(done.stdout)) == sorted(texts)
