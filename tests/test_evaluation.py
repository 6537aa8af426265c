"""The accuracy that the project states is measured as agreed, is on record, and may not fall unseen."""

import copy
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("evaluation.accuracy", reason="needs a checkout")

from evaluation import accuracy, score, table
from evaluation.accuracy import Measured
from evaluation.built import Quote, read
from evaluation.faithfulness import faithfulness
from evaluation.gold import FOLDER, FURTHER, HELD_OUT, LATER, LEARNING, Gold, as_jsonl, load
from evaluation.names import overlap, stems

SHARED = Path(__file__).resolve().parent.parent.parent / "shared" / "eval"
FEW = ("ru-01", "en-03", "zh-03")


@pytest.fixture(scope="module")
def golds() -> tuple[Gold, ...]:
    return tuple(gold for gold in load() if gold.id.startswith(FEW))


@pytest.fixture(scope="module")
def built(golds: tuple[Gold, ...], tmp_path_factory: pytest.TempPathFactory) -> tuple[Measured, Path]:
    folder = tmp_path_factory.mktemp("evaluation")
    return accuracy.build_golds(golds, folder), folder / "out"


@pytest.fixture(scope="module")
def figures(built: tuple[Measured, Path]) -> Any:
    return accuracy.measure(built[0], built[0])


def test_there_are_documents_of_each_language_read_and_not_read() -> None:
    for each in (load(), load(*LATER)):
        kinds = {(gold.lang, gold.is_held_out) for gold in each}
        assert kinds == {(lang, held) for lang in ("ru", "en", "zh") for held in (True, False)}


def test_every_document_that_was_not_read_is_there_under_an_id_of_its_own() -> None:
    golds = load(FOLDER, *LATER, LEARNING, FURTHER)
    assert len({gold.id for gold in golds}) == len(golds)
    assert {"-".join(gold.id.split("-")[:2]) for gold in golds if gold.is_held_out} == HELD_OUT


def test_every_gold_fact_is_about_things_of_its_document() -> None:
    for gold in load(FOLDER, *LATER, LEARNING, FURTHER):
        ids = {entity.id for entity in gold.entities}
        assert {end for s, _, o in gold.relations for end in (s, o)} <= ids
        assert {owner for figure in gold.figures for owner in figure.owners} <= ids


def test_the_builder_is_not_given_the_facts() -> None:
    for line in as_jsonl(load(FOLDER, *LATER, LEARNING, FURTHER)).splitlines():
        assert set(json.loads(line)) <= {"id", "lang", "title", "issued", "publisher", "text", "source"}


def test_the_figures_are_those_of_the_agreed_scorer(built: tuple[Measured, Path], tmp_path: Path) -> None:
    if not (SHARED / "score.py").is_file():
        pytest.skip("needs ../shared, which is absent")
    for path in FOLDER.glob("*.json"):
        if path.name.startswith(FEW):
            (tmp_path / path.name).write_bytes(path.read_bytes())
    command = [sys.executable, str(SHARED / "score.py"), "score", str(tmp_path), str(built[1]), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if "No module named 'snowballstemmer'" in done.stderr:
        pytest.skip("needs snowballstemmer")
    agreed = json.loads(done.stdout)
    ours = score.figures(built[0].found, built[0].built)
    assert {what: {rate: ours[what][rate] for rate in rates} for what, rates in agreed.items()} == agreed


def test_names_are_alike_by_their_stems_and_chinese_ones_by_their_characters() -> None:
    assert stems("Институт интеллектуального производства") == stems("институты интеллектуальных производств")
    assert stems("The City of Zhongshan's Park") == stems("city Zhongshan park")
    assert overlap(stems("中山大学"), stems("中山市")) == pytest.approx(2 * 2 / 7)
    assert overlap(stems("Boston"), stems("Бостон")) == 0


def test_the_graph_invents_nothing(golds: tuple[Gold, ...], built: tuple[Measured, Path]) -> None:
    measured = faithfulness(built[0].built, {gold.id: gold.text for gold in golds})
    assert measured.triples > 50
    assert measured[:4] == (1.0, 0.0, 0.0, 0.0)


def test_an_invention_would_show(golds: tuple[Gold, ...], built: tuple[Measured, Path]) -> None:
    texts = {gold.id: gold.text for gold in golds}
    claim = next(c for c in built[0].built.claims if c.predicate.endswith("#locatedIn"))
    made_up = [
        claim._replace(subject="https://w3id.org/baygraph/id/atlantis"),
        claim._replace(predicate="https://w3id.org/baygraph/ontology#nearTo"),
        claim._replace(quote=claim.quote._replace(document="another")),
    ]
    measured = faithfulness(replace(built[0].built, claims=(*built[0].built.claims, *made_up)), texts)
    triples = measured.triples
    assert measured.subjects == pytest.approx(1 / triples)
    assert measured.relations == pytest.approx(2 / triples)
    assert measured.objects == 0


def test_a_quote_that_does_not_stand_in_its_text_is_counted() -> None:
    texts = {"a": "Zhongshan opened a park."}
    quotes = [Quote("a", "Zhongshan", 0, 9), Quote("a", "Boston", 0, 6), Quote("b", "elsewhere", 0, 9)]
    assert score.evidence(quotes, texts) == {"right": 1, "of": 2}


def test_a_class_counts_what_is_right_surplus_and_missed(figures: Any) -> None:
    entities = figures["figures"]["all"]["entities.all"]
    assert sum(by_language["all"]["n"] for by_language in figures["classes"].values()) == entities["n"]
    relations = figures["figures"]["all"]["relations.all"]
    assert sum(by_language["all"]["n"] for by_language in figures["properties"].values()) == relations["n"]


def test_a_fall_of_more_than_a_hundredth_is_told(figures: Any) -> None:
    before = copy.deepcopy(figures)
    assert not list(accuracy.worse(figures, before))
    before["figures"]["all"]["relations.ru"]["f1"] += 0.01
    before["figures"]["all"]["entities.en"]["f1"] += 0.02
    before["faithfulness"]["object hallucination"] -= 0.02
    told = list(accuracy.worse(figures, before))
    assert [line.partition(":")[0] for line in told] == ["entities.en f1, all", "object hallucination"]
    assert not list(accuracy.worse(before, figures)), "what has become better is no complaint"


def test_the_table_is_put_between_its_marks_and_read_back(figures: Any) -> None:
    page = f"before\n{table.BEGIN}\nformer\n{table.END}\nafter\n"
    once = table.put_into(page, table.main_table(figures))
    assert once.startswith("before\n") and once.endswith("\nafter\n") and "former" not in once
    assert table.put_into(once, table.main_table(figures)) == once
    assert table.table_of(once) == table.main_table(figures)


def test_the_readme_shows_the_recorded_figures() -> None:
    record = accuracy.recorded()
    assert record
    assert table.table_of(accuracy.README.read_text("utf-8")) == table.main_table(record)


def test_a_graph_that_is_not_there_is_named(tmp_path: Path) -> None:
    from baygraph.errors import NotPublished

    with pytest.raises(NotPublished):
        read(tmp_path)
