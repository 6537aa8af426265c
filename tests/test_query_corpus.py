"""The questions as a researcher asks them: of the graph of the project's own texts, with their examples."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from baygraph.query import QueryDocument, available, load, run

pytestmark = [pytest.mark.package, pytest.mark.slow]

# Of these the few texts of corpus/ say next to nothing; the answers of test_query.py prove the questions.
SELDOM = {
    "disagreements",
    "figures-compared",
    "figures-over-time",
    "office-changes",
    "projects",
    "shared-participants",
    "visitors",
}
QUESTIONS = [document for document in available() if not document.level]


@pytest.fixture(scope="module")
def store(corpus_folder: Path) -> ox.Store:
    return load(corpus_folder)


def rows(store: ox.Store, document: QueryDocument, **values: str) -> list[tuple[object, ...]]:
    answer = run(store, document, values)
    assert isinstance(answer, ox.QuerySolutions)
    return [tuple(map(str, solution)) for solution in answer]


@pytest.mark.parametrize("document", QUESTIONS, ids=lambda document: document.name)
def test_the_texts_answer_a_question_and_its_examples_are_understood(
    store: ox.Store, document: QueryDocument
) -> None:
    everything = rows(store, document)
    assert len(everything) == len(set(everything))
    assert everything or document.name in SELDOM
    given = [(parameter.name, parameter.example) for parameter in document.parameters if parameter.example]
    some = [rows(store, document, **{name: example}) for name, example in given]
    assert any(some) or not given or document.name in SELDOM
    # More languages are asked for by default than in the example.
    assert document.name == "all-languages" or all(set(each) <= set(everything) for each in some)


@pytest.mark.parametrize("document", QUESTIONS, ids=lambda document: document.name)
def test_a_fact_comes_with_its_quote_and_document(store: ox.Store, document: QueryDocument) -> None:
    answer = run(store, document)
    assert isinstance(answer, ox.QuerySolutions)
    columns = {variable.value for variable in answer.variables}
    lists = {"documents", "newest-documents", "co-mentioned", "names-of", "identifiers"}
    counts = {"cooperation", "events"}
    assert "quote" in columns or document.name in lists
    assert "document" in columns or document.name in counts | lists
