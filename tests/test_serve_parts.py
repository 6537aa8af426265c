"""The parts of the server that need no server to be tried."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baygraph.serve.addresses import candidates
from baygraph.serve.lexing import outline
from baygraph.serve.messages import LENGTHS, Outcome, Question, Reply
from baygraph.serve.negotiation import chosen
from baygraph.serve.protocol import LARGEST
from baygraph.serve.things import href
from baygraph.terms import ID

pytestmark = pytest.mark.package


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("SELECT * {}", "SELECT"),
        ("# SELECT\nask {}", "ASK"),
        ("BASE <x:SELECT> PREFIX select: <x:> PREFIX : <x:> CONSTRUCT {} WHERE {}", "CONSTRUCT"),
        ("PREFIX:<x:>DESCRIBE<a:a>", "DESCRIBE"),
        ("", ""),
        ("hello", ""),
        ("'SELECT'", ""),
        ('"""', ""),
    ],
)
def test_the_form_of_a_query_is_its_first_word(text: str, form: str) -> None:
    assert outline(text).form == form


@pytest.mark.parametrize(
    ("text", "federated"),
    [
        ("SELECT * { SERVICE <a:a> {} }", True),
        ("SELECT*{}#\nSERVICE", True),
        ("SELECT * { 'it\\'s' SERVICE <a:a> {} }", True),
        ('SELECT * { """a"b""c\\"""" SERVICE <a:a> {} }', True),
        ("SELECT * { <a:a>SERVICE<a:a>{} }", True),
        ("SELECT * { ?a SERVICE:b {} }", True),
        ("SELECT * { FILTER(1<2)SERVICE <a:a> {} }", True),
        (
            "SELECT ?service $SERVICE { ?service a:service 'SERVICE' , \"SERVICE\"@service , <a:SERVICE> }",
            False,
        ),
        ("SELECT * {} # SERVICE", False),
        ("SELECT ('''\nSERVICE '' ' SERVICE''' AS ?x) {}", False),
        ("PREFIX service: <a:a> SELECT * {}", False),
        ("SELECT * { ?s id:talent-service-center _:service }", False),
    ],
)
def test_a_word_is_a_keyword_only_where_it_stands_as_one(text: str, federated: bool) -> None:
    assert outline(text).federated is federated


@pytest.mark.parametrize(
    ("text", "has_dataset"),
    [
        ("SELECT * FROM <a:a> {}", True),
        ("SELECT * from named<a:a> {}", True),
        ("SELECT ?from { ?from a:from 'FROM' }", False),
    ],
)
def test_a_dataset_is_seen(text: str, has_dataset: bool) -> None:
    assert outline(text).has_dataset is has_dataset


@pytest.mark.parametrize(
    ("text", "names_graphs"),
    [
        ("SELECT * { GRAPH ?g { ?s ?p ?o } }", True),
        ("SELECT * {graph<a:a>{}}", True),
        ("SELECT * { FILTER(1)GRAPH ?g {} }", True),
        ("SELECT ?graph { ?graph a <a:graph> } # GRAPH", False),
        ("SELECT ('GRAPH' AS ?x) {}", False),
    ],
)
def test_whether_a_query_names_graphs_is_seen(text: str, names_graphs: bool) -> None:
    assert outline(text).names_graphs is names_graphs


PARTS = (
    "a.", "a-", '"\\"', '\\"""x', "'''a\n", '"a\n', "<a", "?", "@a-", "a:%4", "'", '"', "#", '""b', "\\",
    "::", "<\\u0041", "''' ", "a'", '"""a\\',
)  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
def test_no_text_takes_long_to_read(part: str) -> None:
    many = part * (LARGEST // 4 // len(part))
    for text in (many, f'"""{many}'):
        began = time.process_time()
        outline(text)
        assert time.process_time() - began < 3


@pytest.mark.parametrize(
    "text", ['SELECT * { ?s ?p """a" SERVICE <a:a> {} }', "SELECT * { ?s ?p 'a SERVICE <a:a> {} }"]
)
def test_a_string_that_does_not_end_hides_nothing(text: str) -> None:
    assert outline(text).federated


@given(st.text())
def test_any_text_has_an_outline(text: str) -> None:
    assert outline(text).form in ("", "SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
    assert outline(f"SELECT * {{}} \n SERVICE {text}").federated
    assert not outline("# " + " ".join(f"SERVICE {text}".split())).federated


@pytest.mark.parametrize(
    ("accept", "best"),
    [
        (None, "a/a"),
        ("", "a/a"),
        ("b/b", "b/b"),
        ("B/B;Q=0.3, a/*;q=0.2", "b/b"),
        ("*/*;q=0.1, b/b", "b/b"),
        ("a/a;q=0, */*", "b/b"),
        ("a/a;q=0.5;level=1, b/b;q=0.5", "a/a"),
        ("a/a;q=nonsense", None),
        ("c/c", None),
        (";;,,", None),
    ],
)
def test_what_is_wanted_most_is_chosen(accept: str | None, best: str | None) -> None:
    assert chosen(accept, ("a/a", "b/b")) == best


@given(st.text())
def test_no_header_breaks_the_choice(accept: str) -> None:
    assert chosen(accept, ("a/a", "b/b")) in ("a/a", "b/b", None)


@given(
    st.builds(
        Question,
        st.text(),
        st.text(),
        st.text(),
        st.none() | st.tuples(st.text()),
        st.none() | st.just(()),
        st.booleans(),
        st.integers(0),
    )
)
def test_a_question_crosses_to_a_worker_as_it_is(question: Question) -> None:
    assert Question.unpack(*split(question.pack())) == question


@given(st.builds(Reply, st.sampled_from(Outcome), st.text(), st.integers(0), st.binary()))
def test_a_reply_comes_back_as_it_is(reply: Reply) -> None:
    assert Reply.unpack(*split(reply.pack())) == reply


def split(message: bytes) -> tuple[bytes, bytes]:
    head, body = LENGTHS.unpack(message[: LENGTHS.size])
    assert len(message) == LENGTHS.size + head + body
    return message[LENGTHS.size : LENGTHS.size + head], message[LENGTHS.size + head :]


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("zhongshan", "zhongshan"),
        ("%E4%B8%AD%E5%B1%B1", "中山"),
        ("doc/a%20b", "doc/a%20b"),
        ("a%2Fb", "a%2Fb"),
        ("doc/%E2%80%AE", "doc/%E2%80%AE"),
    ],
)
def test_a_path_leads_to_the_iri_that_it_is_written_for(path: str, key: str) -> None:
    assert next(candidates(ID, path)).value == ID + key


@given(st.text())
def test_no_path_breaks_the_search_for_its_iri(path: str) -> None:
    assert all(each.value.startswith(ID) for each in candidates(ID, path))


def test_a_page_leads_only_into_the_web() -> None:
    assert href("javascript:alert(1)") == href("data:text/html,x") == href("urn:x:y") == ""
    assert href(ID + "a?b#c") == "/page/a%3Fb%23c"
    assert href(ID + "doc/a%20b") == "/page/doc/a%20b"
    assert href("https://example.org/") == "https://example.org/"
