import importlib
from typing import Any

import pytest

from baygraph.extract.owner_weights import FILE, expanded, weights_for

gold = pytest.importorskip("evaluation.gold", reason="needs a checkout")


@pytest.fixture(scope="module")
def fit_owners() -> Any:
    """Give the module that learns; what it needs is too heavy for each process that collects the tests."""
    return pytest.importorskip("evaluation.fit_owners", reason="needs a checkout and scikit-learn")


def test_a_weight_counts_for_a_class_for_its_kind_or_for_all() -> None:
    lines = [line.split("\t") for line in FILE.read_text("utf-8").splitlines()]
    assert lines == sorted(lines)
    parts = [int(w) for feature, of, w in lines if feature == "part subj" and of in {"any", "Facility"}]
    assert parts and weights_for("Park")["part subj"] == sum(parts)
    assert weights_for("Park")["itself"] != weights_for("City")["itself"]


def test_the_right_candidates_of_a_document_are_things_of_the_gold_and_rank_first_when_learned(
    fit_owners: Any,
) -> None:
    document = gold.load(gold.LEARNING)[0]
    found = list(fit_owners.choices(document))
    assert 0 < sum(len(each.right) for each in found) <= len(document.figures)
    fitted = fit_owners.fit(found * 100)
    assert fitted == fit_owners.fit(found * 100)
    assert all(fit_owners.rightly(each, fitted) for each in found if each.agreed)


def test_what_tells_right_from_wrong_gets_the_weight(fit_owners: Any) -> None:
    document = gold.load(gold.LEARNING)[0]
    right, wrong = (dict.fromkeys(expanded("Park", [f"part {p}", "here"]), 1.0) for p in ("subj", "in"))
    taught = fit_owners.Taught(document, [wrong, right], [frozenset({1}), frozenset({0, 1})])
    assert taught.agreed == {1}
    fitted = fit_owners.fit([taught] * 10)
    assert fitted["part subj", "any"] > 0 > fitted["part in", "any"] and ("here", "any") not in fitted
    assert fit_owners.rightly(taught, fitted) == 2


def test_without_a_name_all_weights_are_learned(monkeypatch: pytest.MonkeyPatch, fit_owners: Any) -> None:
    learn = importlib.import_module("evaluation.learn")
    made: list[str] = []
    monkeypatch.setattr(
        learn, "LEARNERS", {name: lambda folder, name=name: made.append(name) for name in learn.LEARNERS}
    )
    learn.main([])
    assert made == ["pairs", "owners", "things"]
