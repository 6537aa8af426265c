"""A build can load its graph into a database, which the server opens and answers from as from the files."""

import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from served import Server, running

from baygraph.cli import main
from baygraph.errors import NotPublished
from baygraph.publish.layout import FILES, STORE
from baygraph.serve.published import Published, make_database

pytestmark = [
    pytest.mark.package,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the server forks its workers"),
]
ROWS = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o"
GRAPHS = "SELECT DISTINCT ?g { GRAPH ?g { ?s a ?o } } ORDER BY ?g"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"


@pytest.fixture(scope="module")
def stored(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stored")
    for name in FILES:
        shutil.copy(sample_folder / name, folder / name)
    make_database(folder)
    # Were the server to read the file instead, it would have nothing to say.
    (folder / "baygraph.nq").write_text("", "utf-8")
    return folder


@pytest.fixture(scope="module")
def from_disk(stored: Path) -> Iterator[Server]:
    with running(stored, "--timeout", "2") as server:
        yield server


def test_it_answers_as_from_the_files(from_disk: Server, server: Server) -> None:
    for query in (ROWS, GRAPHS):
        assert from_disk.ask(query).body == server.ask(query).body


def test_it_shows_things_and_sizes_as_from_the_files(from_disk: Server, server: Server) -> None:
    def shown(from_where: Server, path: str) -> str:
        text = from_where.get(path, Accept="text/html").text.replace(from_where.address, "")
        return re.sub(r'nonce-?="?[^"\s]+', "", text)

    key = json.loads(server.ask("SELECT ?s { ?s a <https://w3id.org/baygraph/ontology#City> } LIMIT 1").body)
    thing = key["results"]["bindings"][0]["s"]["value"].rpartition("/id/")[2]
    assert shown(from_disk, f"/page/{thing}") == shown(server, f"/page/{thing}")
    for graph in ("baygraph", "evidence", "inferred"):
        sizes = [
            re.search(rf"graph/{graph}\b.*?(\d[\d,  ]*)", shown(each, "/"), re.DOTALL)
            for each in (from_disk, server)
        ]
        assert sizes[0] and sizes[1] and sizes[0][1] == sizes[1][1]


def test_a_query_that_takes_too_long_is_stopped_there_too(from_disk: Server) -> None:
    assert from_disk.ask(ENDLESS).status == 504
    assert from_disk.ask("ASK { ?s ?p ?o }").text


def test_several_servers_may_open_one_database(stored: Path, from_disk: Server) -> None:
    with running(stored) as other:
        assert other.ask(ROWS).body == from_disk.ask(ROWS).body


def test_a_build_makes_it_and_the_next_one_takes_it_away(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Zhuhai opened the Lantern Laboratory in 2018.", "utf-8")
    build = ["build", str(tmp_path / "a.md"), "-o", str(tmp_path / "out")]
    assert main([*build, "--store"]) == 0
    assert (tmp_path / "out" / STORE).is_dir()
    published = Published(tmp_path / "out", "http://localhost/sparql")
    assert published.sizes() and len(published.everything) == 3
    del published
    assert main(build) == 0
    assert not (tmp_path / "out" / STORE).exists()


def test_a_folder_without_a_graph_gets_no_database(tmp_path: Path) -> None:
    with pytest.raises(NotPublished):
        make_database(tmp_path)
    assert not list(tmp_path.iterdir())
