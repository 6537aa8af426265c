"""A published folder: every file of the contract, whole or not at all, byte for byte the same."""

import hashlib
import json
import multiprocessing
import os
import signal
import sys
from pathlib import Path
from unittest.mock import patch

import pyoxigraph as ox
import pytest
from builders import Said, corpus, river

import baygraph.publish
from baygraph.populate import populate
from baygraph.publish import FILES, GRAPHS, publish
from baygraph.publish.alone import LOCK, alone
from baygraph.publish.layout import REPORT, STORE, CannotPublish, replacing
from baygraph.publish.merging import read_quads, read_triples
from baygraph.read import Failure
from baygraph.verify import verify

pytestmark = pytest.mark.package

FAILURES = (Failure("b.pdf", "is no text", skipped=True), Failure("a.txt", "is empty"))


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published") / "out"
    publish(populate(corpus()), folder, failures=FAILURES)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_all_files_of_the_contract_are_there_and_nothing_is_left_beside(out: Path) -> None:
    assert sorted(contents(out)) == sorted(FILES)
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_the_same_documents_give_the_same_bytes_in_any_order(out: Path, tmp_path: Path) -> None:
    publish(populate(reversed(corpus())), tmp_path / "again", failures=reversed(FAILURES))
    assert contents(tmp_path / "again") == contents(out)


def test_the_quads_are_the_union_of_the_three_graphs(out: Path) -> None:
    quads = list(read_quads(out))
    expected = [(*t, f"<{graph}>") for name, graph in GRAPHS.items() for t in read_triples(out, name)]
    assert quads == expected


def test_what_was_stated_and_what_follows_are_kept_apart(out: Path) -> None:
    graphs = [set(read_triples(out, name)) for name in GRAPHS]
    assert not graphs[0] & graphs[1] and not graphs[0] & graphs[2] and not graphs[1] & graphs[2]


def test_void_describes_each_file_by_size_and_checksum(out: Path) -> None:
    store = ox.Store()
    store.load(path=str(out / "void.ttl"), format=ox.RdfFormat.TURTLE)
    rows = store.query(
        "PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX spdx: <http://spdx.org/rdf/terms#> "
        "PREFIX dcterms: <http://purl.org/dc/terms/> SELECT ?name ?size ?sum WHERE { "
        "?d dcat:distribution ?f . ?f dcterms:title ?name ; dcat:byteSize ?size ; "
        "spdx:checksum/spdx:checksumValue ?sum }"
    )
    assert isinstance(rows, ox.QuerySolutions)
    described = {name.value: (int(size.value), digest.value) for name, size, digest in rows}
    found = {
        name: (len(data), hashlib.sha256(data).hexdigest())
        for name, data in contents(out).items()
        if name != "void.ttl"
    }
    assert described == found


def test_void_counts_triples_classes_and_properties(out: Path) -> None:
    store = ox.Store()
    for name, graph in GRAPHS.items():
        store.load(path=str(out / name), format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode(graph))
    store.load(path=str(out / "void.ttl"), format=ox.RdfFormat.TURTLE)
    void = "PREFIX void: <http://rdfs.org/ns/void#> "
    wrong = (
        "SELECT * WHERE { ?g void:triples ?n { SELECT ?g (COUNT(*) AS ?m) WHERE { GRAPH ?g { ?s ?p ?o } } "
        "GROUP BY ?g } FILTER (?n != ?m) }",
        "SELECT * WHERE { ?g void:classPartition [ void:class ?c ; void:entities ?n ] { SELECT ?g ?c "
        "(COUNT(?s) AS ?m) WHERE { GRAPH ?g { ?s a ?c } } GROUP BY ?g ?c } FILTER (?n != ?m) }",
        "SELECT * WHERE { ?g void:propertyPartition [ void:property ?p ; void:triples ?n ] { SELECT ?g ?p "
        "(COUNT(?s) AS ?m) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ?p } FILTER (?n != ?m) }",
        "SELECT * WHERE { GRAPH ?g { ?s ?p ?o } "
        "FILTER NOT EXISTS { ?g void:propertyPartition/void:property ?p } }",
    )
    for query in wrong:
        offenders = store.query(void + query)
        assert isinstance(offenders, ox.QuerySolutions) and not list(offenders)
    assert store.query(void + "ASK { ?g void:classPartition [ void:entities ?n ] FILTER (?n > 1) }")


def test_the_date_of_the_dataset_is_the_newest_that_was_read(out: Path) -> None:
    assert 'dcterms:issued "2022-06-04"^^xsd:date' in (out / "void.ttl").read_text("utf-8")
    assert json.loads((out / "report.json").read_bytes())["issued"] == "2022-06-04"


def test_the_report_tells_what_was_read_skipped_and_rejected_and_why(out: Path) -> None:
    report = json.loads((out / "report.json").read_text("utf-8"))
    assert {d["id"]: d["language"] for d in report["documents"]} == {
        "river": "en",
        "fair/2022": "en",
        "мост 1": "ru",
    }
    assert [(f["name"], f["reason"]) for f in report["skipped"]] == [
        ("a.txt", "is empty"),
        ("b.pdf", "is no text"),
    ]
    (rejected,) = report["rejected"]
    assert rejected == {
        "document": "river",
        "start": 47,
        "end": 55,
        "quote": "May 2021",
        "what": "startDate of a park",
        "reason": "only an event has a date",
        "rule": "date",
    }
    assert {c["reason"] for c in report["conflicts"]} == {
        "a document denies it",
        "another class was chosen for this thing",
    }


def test_the_report_counts_by_class_property_language_and_rule(out: Path) -> None:
    counts = json.loads((out / "report.json").read_bytes())["counts"]
    stated = list(read_triples(out, "baygraph.ttl"))
    assert counts["documents"] == 3
    assert counts["languages"] == {"en": 2, "ru": 1}
    assert counts["properties"]["locatedIn"] == sum(1 for _, p, _ in stated if p.endswith("#locatedIn>"))
    assert counts["classes"]["Park"] == 1
    assert counts["rules"]["date"] == 1
    assert counts["triples"]["baygraph.ttl"] == len(stated)


def test_files_of_others_in_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    (tmp_path / "baygraph.ttl").write_text("old", "utf-8")
    publish(populate([river()]), tmp_path)
    assert (tmp_path / "notes.txt").read_text("utf-8") == "mine"
    assert sorted(contents(tmp_path)) == sorted([*FILES, "notes.txt"])


def test_a_build_that_fails_while_writing_leaves_the_old_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(populate([river()]), tmp_path / "out")
    before = contents(tmp_path / "out")

    def broken(*shown: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(baygraph.publish, "render", broken)
    with pytest.raises(KeyboardInterrupt):
        publish(populate(corpus()), tmp_path / "out")
    assert contents(tmp_path / "out") == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("step", range(0, 2 * len(FILES), 3))
def test_a_failure_while_the_files_are_exchanged_takes_everything_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    publish(populate([river()]), tmp_path / "out")
    before = contents(tmp_path / "out")
    move, moves = os.replace, iter(range(100))

    def full(source: Path, target: Path) -> None:
        if next(moves) == step:
            raise OSError(28, "No space left on device")
        move(source, target)

    monkeypatch.setattr(baygraph.publish, "render", lambda *shown: "")
    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(CannotPublish, match="No space left"):
        publish(populate(corpus()), tmp_path / "out")
    assert contents(tmp_path / "out") == before


def _exchange(out: Path, step: int) -> None:
    """Put new files in place, and be killed before so many moves."""
    move, moves = os.replace, iter(range(100))

    def killed(source: Path, target: Path) -> None:
        if next(moves) == step:
            os.kill(os.getpid(), signal.SIGKILL)
        move(source, target)

    with patch.object(os, "replace", killed), replacing(out) as fresh:
        for name in FILES:
            (fresh / name).write_text("new", "utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="forks")
@pytest.mark.parametrize("step", range(2 * len(FILES) + 3))
def test_a_kill_while_the_files_are_exchanged_leaves_no_mixture_of_old_and_new(
    tmp_path: Path, step: int
) -> None:
    out = tmp_path / "out"
    for name in (*FILES, f"{STORE}/data"):
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text("old", "utf-8")
    killed = multiprocessing.get_context("fork").Process(target=_exchange, args=(out, step))
    killed.start()
    killed.join()
    assert killed.exitcode == (0 if step == 2 * len(FILES) + 2 else -signal.SIGKILL)
    old = dict.fromkeys([*FILES, STORE], "old")
    whole = (old, dict.fromkeys(FILES, "new"))
    assert not (out / REPORT).exists() or held(out) in whole
    with alone(out):
        assert held(out) in whole
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def held(out: Path) -> dict[str, str]:
    found = ((path.name, path / "data" if path.is_dir() else path) for path in out.iterdir())
    return {name: path.read_text("utf-8") for name, path in found if name != LOCK}


def test_a_first_build_that_fails_leaves_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(CannotPublish):
        publish(populate([river()]), tmp_path / "out")
    assert not list(tmp_path.iterdir())


def test_a_place_that_is_no_folder_is_named_as_such(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", "utf-8")
    with pytest.raises(CannotPublish, match="out"):
        publish(populate([river()]), tmp_path / "out")
    assert (tmp_path / "out").read_text("utf-8") == "a file"


def test_a_text_that_no_file_can_hold_as_it_is_can_still_be_published(tmp_path: Path) -> None:
    text = "Foshan \ud800 and \x00 ]]> </script> \u202e Zhuhai"
    said = Said("odd\ud801", text, title="\ud802", issued="2020").thing("foshan", "City", "Foshan")
    said.rejected("\ud800 and \x00", "\ud803", "\ud804")
    said.fact("foshan", "cooperatesWith", "zhuhai", quotes=[text])
    publish(populate([said.done()]), tmp_path / "out")
    assert not [p for p in verify(tmp_path / "out", [said.document]) if "text" in p.promise]
