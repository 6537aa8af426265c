"""Clients that others have written get along with the server: SPARQLWrapper, curl, a JavaScript library."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from served import Server
from SPARQLWrapper import (
    CSV,
    GET,
    JSON,
    JSONLD,
    N3,
    POST,
    POSTDIRECTLY,
    RDFXML,
    TSV,
    TURTLE,
    URLENCODED,
    XML,
    SPARQLWrapper,
)
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from baygraph.cli.arguments import read
from baygraph.query import find, run_remote

pytestmark = pytest.mark.package

BAY = "PREFIX bay: <https://w3id.org/baygraph/ontology#> "
CITIES = BAY + "SELECT ?city { ?city a bay:City } ORDER BY ?city"


def wrapper(server: Server, query: str, format: str, method: str = GET, way: str = URLENCODED) -> Any:
    asked = SPARQLWrapper(server.endpoint)
    asked.setQuery(query)
    asked.setMethod(method)
    asked.setRequestMethod(way)
    asked.setReturnFormat(format)
    return asked


@pytest.mark.parametrize(("method", "way"), [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)])
def test_sparqlwrapper_selects_and_asks_in_every_way(server: Server, method: str, way: str) -> None:
    rows = wrapper(server, CITIES, JSON, method, way).queryAndConvert()["results"]["bindings"]
    assert len(rows) == 3
    assert (
        wrapper(server, BAY + "ASK { ?c a bay:City }", JSON, method, way).queryAndConvert()["boolean"] is True
    )


def test_sparqlwrapper_reads_every_format_of_rows(server: Server) -> None:
    assert len(wrapper(server, CITIES, XML).queryAndConvert().getElementsByTagName("result")) == 3
    for format in (CSV, TSV):
        assert len(wrapper(server, CITIES, format).queryAndConvert().decode().split()) == 4


@pytest.mark.parametrize("format", [TURTLE, RDFXML, JSONLD, N3, XML])
@pytest.mark.parametrize(
    "form", ["CONSTRUCT WHERE { ?s ?p ?o }", "DESCRIBE <https://w3id.org/baygraph/id/zhongshan>"]
)
def test_sparqlwrapper_reads_every_format_of_graphs(server: Server, format: str, form: str) -> None:
    answer = wrapper(server, form, format).queryAndConvert()
    held = answer if isinstance(answer, rdflib.Graph) else rdflib.Graph().parse(data=answer)
    assert len(held) > 5


def test_sparqlwrapper_understands_what_is_wrong(server: Server) -> None:
    with pytest.raises(QueryBadFormed, match="no SPARQL"):
        wrapper(server, "SELECT * { ?s ?p }", JSON).query()


def test_the_command_line_asks_a_server(server: Server) -> None:
    answer = run_remote(server.endpoint, find("stations-of"), {"city": "中山"})
    assert isinstance(answer, ox.QuerySolutions)
    assert len(list(answer)) > 1


def test_rdflib_asks_the_endpoint_as_a_store(server: Server) -> None:
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    store = rdflib.Graph(SPARQLStore(server.endpoint, returnFormat="json"))
    assert len(list(store.query(CITIES))) == 3


def test_curl_asks_in_every_way(server: Server, tmp_path: Path) -> None:
    curl = shutil.which("curl")
    if not curl:
        pytest.skip("needs curl")
    query = tmp_path / "cities.rq"
    query.write_text(CITIES, "utf-8")
    ways = (
        ["-G", "--data-urlencode", f"query@{query}", server.endpoint],
        ["--data-urlencode", f"query@{query}", server.endpoint],
        ["-H", "Content-Type: application/sparql-query", "--data-binary", f"@{query}", server.endpoint],
    )
    for way in ways:
        assert len(done(curl, "--silent", "--fail", "-H", "Accept: text/csv", *way).split()) == 4
    thing = f"{server.address}/id/zhongshan"
    turtle = done(curl, "--silent", "--location", "-H", "Accept: text/turtle", thing)
    assert "id:zhongshan a bay:City" in turtle


def done(*command: str, cwd: Path | None = None) -> str:
    """What a command writes; the commands of this environment are found first."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path}
    run = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, (command, run.stderr)
    return run.stdout


def test_the_commands_of_the_documentation_work(server: Server, repository: Path) -> None:
    if not shutil.which("curl"):
        pytest.skip("needs curl")
    text = (repository / "docs" / "serve.md").read_text("utf-8")
    text = text.replace("http://127.0.0.1:8087", server.address)
    lines = "\n".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL)).splitlines()
    asking = [line for line in lines if server.address in line]
    assert len(asking) > 4
    for line in asking:
        assert done("sh", "-c", line.replace("curl ", "curl --silent --fail ")).strip()
    for words in (shlex.split(line) for line in lines if line.startswith("baygraph ")):
        assert callable(read(words[1:]).command)
    (program,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert "Zhongshan" in done(sys.executable, "-c", program)


SCRIPT = """
import { SparqlEndpointFetcher } from 'fetch-sparql-endpoint';
const [endpoint] = process.argv.slice(2);
const drained = (stream) => new Promise((done, failed) => {
  const found = [];
  stream.on('data', (each) => found.push(each)).on('end', () => done(found)).on('error', failed);
});
const bay = 'PREFIX bay: <https://w3id.org/baygraph/ontology#> ';
const rdfs = 'PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ';
const cities = `${bay}${rdfs}SELECT ?n { ?c a bay:City ; rdfs:label ?n }`;
const answers = {};
for (const method of ['GET', 'POST']) {
  const fetcher = new SparqlEndpointFetcher({ method });
  const rows = await drained(await fetcher.fetchBindings(endpoint, cities));
  const triples = await drained(await fetcher.fetchTriples(endpoint, 'CONSTRUCT WHERE { ?s ?p ?o }'));
  const yes = await fetcher.fetchAsk(endpoint, `${bay}ASK { ?c a bay:City }`);
  const federated = fetcher.fetchBindings(endpoint, 'SELECT * { SERVICE <http://x/> { ?s ?p ?o } }');
  const refused = await federated.then(() => '', (error) => error.message);
  answers[method] = { names: rows.map((row) => row.n.value), triples: triples.length, yes, refused };
}
console.log(JSON.stringify(answers));
"""


@pytest.fixture(scope="module")
def javascript(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the client, from the npm registry."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("needs node and npm")
    folder = tmp_path_factory.mktemp("client")
    client = "fetch-sparql-endpoint@7"
    install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), client]
    done = subprocess.run(
        [*install, "fetch-sparql-endpoint@7"], capture_output=True, check=False, timeout=240
    )
    if done.returncode:
        pytest.skip("the npm registry cannot be reached")
    (folder / "ask.mjs").write_text(SCRIPT, "utf-8")
    return folder


@pytest.mark.slow
def test_a_javascript_client_reads_all_kinds_of_answers(server: Server, javascript: Path) -> None:
    answers = json.loads(done("node", "ask.mjs", server.endpoint, cwd=javascript))
    assert set(answers) == {"GET", "POST"}
    for answer in answers.values():
        assert {"Zhongshan", "Чжуншань", "中山"} <= set(answer["names"])
        assert answer["triples"] > 100 and answer["yes"] is True
        assert "SERVICE is refused" in answer["refused"]
