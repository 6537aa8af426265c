"""Tools of others read the exports: jsonld.js, cytoscape.js, Gephi Lite's GEXF parser, raptor and Jena."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from exported import publish_hostile, publish_sample, stated
from jena import jena_classpath

from baygraph.export import export
from baygraph.export.jsonld import CONTEXT_IRI
from baygraph.export.network import read_network
from baygraph.triples import from_oxigraph

pytestmark = pytest.mark.slow

PACKAGES = ("jsonld@8", "cytoscape@3", "graphology@0.26", "graphology-gexf@0.13", "n3@2")
JSONLD = """
const jsonld = require('jsonld'), fs = require('fs');
const [file, contextFile, iri] = process.argv.slice(2);
const text = JSON.parse(fs.readFileSync(file, 'utf8'));
if (iri) text['@context'] = iri;  // the published address in place of the copy inside
const documentLoader = async url => {
  if (url !== iri) throw new Error('asked for ' + url);
  return { contextUrl: null, documentUrl: url, document: JSON.parse(fs.readFileSync(contextFile, 'utf8')) };
};
const options = { format: 'application/n-quads', documentLoader };
jsonld.toRDF(text, options).then(lines => process.stdout.write(lines));
"""
TURTLE_12 = """
const { Parser } = require('n3'), fs = require('fs');
const told = term => term.termType === 'Quad' ? [term.subject, term.predicate, term.object].map(told)
  : term.termType === 'Literal' ? [term.value, term.language.toLowerCase(), term.datatype.value] : term.value;
const quads = new Parser({ format: 'text/turtle' }).parse(fs.readFileSync(process.argv[2], 'utf8'));
process.stdout.write(JSON.stringify(quads.map(told)));
"""
CYTOSCAPE = """
const cytoscape = require('cytoscape'), fs = require('fs');
const content = JSON.parse(fs.readFileSync(process.argv[2]));
const drawn = cytoscape({ headless: true, styleEnabled: true, ...content });
const nodes = drawn.nodes().map(n => [n.id(), n.position().x, n.position().y, n.data('name'),
  n.numericStyle('width'), n.numericStyle('background-color'), n.style('shape')]);
const edges = drawn.edges().map(e => [e.id(), e.source().id(), e.target().id(), e.data('interaction'),
  e.style('line-style')]);
process.stdout.write(JSON.stringify([nodes, edges]), () => process.exit(0));
"""
GEXF = """
const { MultiDirectedGraph } = require('graphology'), gexf = require('graphology-gexf'), fs = require('fs');
const text = fs.readFileSync(process.argv[2], 'utf8');
const graph = gexf.parse(MultiDirectedGraph, text, { addMissingNodes: false });
const nodes = graph.mapNodes((id, n) => [id, n.x, n.y, n.label, n.size, n.color, n.class]);
const edges = graph.mapEdges((id, e, source, target) => [id, source, target, e.kind, e.confidence]);
process.stdout.write(JSON.stringify([nodes, edges]));
"""


@pytest.fixture(scope="module", params=[publish_sample, publish_hostile], ids=["sample", "hostile"])
def out(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = request.param(tmp_path_factory.mktemp("published") / "out")
    export(folder, ["jsonld", "ntriples", "rdfxml", "rdf12", "gexf", "cytoscape"], folder / "export")
    return folder


@pytest.fixture(scope="module")
def javascript(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the packages, from the npm registry."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("needs node and npm")
    folder = tmp_path_factory.mktemp("npm")
    install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), *PACKAGES]
    done = subprocess.run(install, capture_output=True, check=False, timeout=180)
    if done.returncode:
        pytest.skip("the npm registry cannot be reached")
    for name, script in (("jsonld", JSONLD), ("turtle", TURTLE_12), ("cytoscape", CYTOSCAPE), ("gexf", GEXF)):
        (folder / f"{name}.js").write_text(script, "utf-8")
    return folder


def run(*command: str | Path, cwd: Path | None = None) -> str:
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def triples(lines: str) -> set[tuple[str, str, str]]:
    quads = ox.parse(lines, format=ox.RdfFormat.N_QUADS)
    return {(from_oxigraph(s), from_oxigraph(p), from_oxigraph(o)) for s, p, o, _ in quads}


@pytest.mark.parametrize("by_address", [False, True], ids=["context inside", "context by its address"])
def test_jsonld_js_reads_the_same_triples(javascript: Path, out: Path, by_address: bool) -> None:
    files = out / "export"
    for graph in ("baygraph", "evidence"):
        more = [CONTEXT_IRI] if by_address else []
        lines = run(
            "node", "jsonld.js", files / f"{graph}.jsonld", files / "context.jsonld", *more, cwd=javascript
        )
        assert triples(lines) == stated(out, graph)


def told(term: object) -> Any:
    """A term as the script above tells it."""
    if isinstance(term, ox.Triple):
        return [told(term.subject), told(term.predicate), told(term.object)]
    if isinstance(term, ox.Literal):
        return [term.value, (term.language or "").lower(), term.datatype.value]
    assert isinstance(term, ox.NamedNode)
    return term.value


def test_n3_js_reads_the_annotations_of_turtle_1_2(javascript: Path, out: Path) -> None:
    path = out / "export" / "annotated.ttl"
    read = json.loads(run("node", "turtle.js", path, cwd=javascript))
    expected = [told(ox.Triple(s, p, o)) for s, p, o, _ in ox.parse(path=str(path))]
    assert sorted(map(json.dumps, read)) == sorted(map(json.dumps, expected))


def test_cytoscape_js_draws_the_network_at_its_places(javascript: Path, out: Path) -> None:
    network = read_network(out)
    nodes, edges = json.loads(run("node", "cytoscape.js", out / "export" / "baygraph.cyjs", cwd=javascript))
    assert [node[:6] for node in nodes] == [
        [n.id, *n.place, n.label, 2 * n.radius, list(bytes.fromhex(n.colour[1:]))] for n in network.nodes
    ]
    # A shape that cytoscape.js does not know would be dropped for an ellipse.
    shapes = {"dot": "ellipse", "square": "rectangle", "triangleDown": "polygon"}
    assert [node[6] for node in nodes] == [shapes.get(n.shape, n.shape) for n in network.nodes]
    lines = {"planned": "dashed"}
    assert edges == [
        [link.id, link.source, link.target, link.property, lines.get(str(link.columns["modality"]), "solid")]
        for link in network.links
    ]


def test_gephi_lite_s_parser_reads_the_network_at_its_places(javascript: Path, out: Path) -> None:
    network = read_network(out)
    nodes, edges = json.loads(run("node", "gexf.js", out / "export" / "baygraph.gexf", cwd=javascript))
    assert [(n[0], n[1], n[2], n[4], n[6]) for n in nodes] == [
        (n.id, n.place[0], -n.place[1], n.radius, n.columns["class"]) for n in network.nodes
    ]
    assert [n[5] for n in nodes] == [
        "rgb({},{},{})".format(*bytes.fromhex(n.colour[1:])) for n in network.nodes
    ]
    written = [[link.id, link.source, link.target, link.property] for link in network.links]
    assert [edge[:4] for edge in edges] == written


@pytest.mark.parametrize(
    ("file", "syntax"),
    [
        ("export/baygraph.rdf", "rdfxml"),
        ("export/evidence.rdf", "rdfxml"),
        ("baygraph.ttl", "turtle"),
        ("evidence.ttl", "turtle"),
    ],
)
def test_raptor_reads_the_same_triples(out: Path, file: str, syntax: str) -> None:
    if not shutil.which("rapper"):
        pytest.skip("needs rapper, of Debian's raptor2-utils")
    lines = run("rapper", "-q", "-i", syntax, "-o", "ntriples", out / file)
    assert triples(lines) == stated(out, Path(file).stem)


def test_jena_reads_the_same_triples(out: Path) -> None:
    files = [out / "export" / "baygraph.rdf", out / "export" / "evidence.nt", out / "inferred.ttl"]
    lines = run("java", "-cp", jena_classpath(), "riotcmd.riot", "--output=ntriples", *files)
    assert triples(lines) == set().union(*(stated(out, path.stem) for path in files))
