"""Questions are asked with parameters that are values and nothing else, and answered in every format."""

import csv
import io
import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from sample_graph import ENGLISH, publish_sample
from sparql_server import serving

from baygraph.cli.arguments import read
from baygraph.errors import NotPublished, UnknownName, UnreadableInput
from baygraph.query import (
    EndpointFailed,
    WrongFormat,
    WrongParameter,
    WrongQuery,
    catalogue,
    find,
    help_of,
    load,
    read_values,
    run,
    run_query,
    run_remote,
)
from baygraph.query.documents import TOPICS, WrongHeader, parse
from baygraph.terms import BAY

pytestmark = pytest.mark.package

ECHO = """#+ title: Say it again
#+ parameters:
#+   word: {means: what to say, kind: text}
#+   count: {means: how often, kind: number}
SELECT ?word ?count WHERE { VALUES ?word { UNDEF } VALUES ?count { UNDEF } }"""
HOSTILE = (
    '") } ; DROP ALL ; #',
    "} UNION { ?s ?p ?o",
    "\\",
    'a"b\nc\td',
    "<https://example.org/>",
    "VALUES ?count { UNDEF }",
    "\u2028\u202e\u0000",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish_sample(tmp_path_factory.mktemp("published"))


@pytest.fixture(scope="module")
def store(folder: Path) -> ox.Store:
    return load(folder)


def stations(store: ox.Store, **values: str) -> set[str]:
    answer = run(store, find("stations-of"), values)
    assert isinstance(answer, ox.QuerySolutions)
    return {solution["station"].value.rpartition("/")[2] for solution in answer}


@pytest.mark.parametrize(
    "city",
    ["Zhongshan", "zhongshan", "ЧЖУНШАНЬ", "中山", "id:zhongshan", "https://w3id.org/baygraph/id/zhongshan"],
)
def test_a_thing_is_named_in_any_script_and_case_by_its_key_or_its_iri(store: ox.Store, city: str) -> None:
    assert stations(store, city=city) == {"charles-river-station", "silicon-valley-station"}


def test_parameters_narrow_the_answer(store: ox.Store) -> None:
    assert stations(store, within="United States") == {"charles-river-station"}
    assert stations(store, city="Boston") == set()
    figures = find("figures-of")
    answer = run(store, figures, {"of": "中山", "since": "2019"})
    assert isinstance(answer, ox.QuerySolutions)
    assert [solution["value"].value for solution in answer] == ["18000"]


def test_events_of_a_time_are_found_at_any_precision(store: ox.Store) -> None:
    def held(**values: str) -> int:
        answer = run(store, find("events"), values)
        assert isinstance(answer, ox.QuerySolutions)
        return len(list(answer))

    assert held(since="2019", until="2019") == held(until="2019-04-12") == held(since="2019-04-12") == 1
    assert held(since="2019-05") == held(until="2019-03") == held(until="2018") == 0


@pytest.mark.parametrize("text", HOSTILE)
def test_a_value_is_never_more_than_a_value(store: ox.Store, text: str) -> None:
    answer = run(store, parse("echo", ECHO), {"word": text})
    assert isinstance(answer, ox.QuerySolutions)
    assert [(row["word"].value, row["count"]) for row in answer] == [(text, None)]
    with pytest.raises(UnknownName):
        stations(store, city=text)


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"town": "Zhongshan"}, "--city"),
        ({"city": "Atlantis"}, "Atlantis"),
    ],
)
def test_a_wrong_parameter_is_named(store: ox.Store, values: dict[str, str], says: str) -> None:
    with pytest.raises((WrongParameter, UnknownName), match=says):
        stations(store, **values)


@pytest.mark.parametrize(
    ("kind", "value"), [("date", "April"), ("date", "2019-4"), ("number", "ten"), ("number", "1e3")]
)
def test_a_value_that_does_not_fit_is_refused(store: ox.Store, kind: str, value: str) -> None:
    query = f"#+ parameters: {{x: {{means: anything, kind: {kind}}}}}\nSELECT * {{ VALUES ?x {{ UNDEF }} }}"
    with pytest.raises(WrongParameter, match=value):
        run(store, parse("one", query), {"x": value})


def test_parameters_are_read_from_a_command_line() -> None:
    assert read_values(["--city", "Zhongshan", "--within=United States"]) == {
        "city": "Zhongshan",
        "within": "United States",
    }
    with pytest.raises(WrongParameter, match="Zhongshan"):
        read_values(["Zhongshan"])


def test_every_format_is_what_its_name_says(folder: Path) -> None:
    def ask(format: str) -> str:
        return run_query("goals-of", folder, format)

    table = list(csv.DictReader(io.StringIO(ask("csv"))))
    assert [row["who"] for row in table] == ["https://w3id.org/baygraph/id/zhongshan"]
    assert json.loads(ask("json"))["results"]["bindings"][0]["goal"]["type"] == "uri"
    assert ask("tsv").startswith("?who\t?goal\t")
    assert ask("xml").lstrip().startswith("<?xml")
    with pytest.raises(WrongFormat, match="ttl"):
        ask("ttl")


def test_a_table_shows_names_in_the_language_asked_for(folder: Path) -> None:
    assert "Zhongshan" in run_query("goals-of", folder)
    assert "Чжуншань" in run_query("goals-of", folder, language="ru")
    assert "中山" in run_query("goals-of", folder, language="zh")
    assert "Harbour talks" in run_query("goals-of", folder)
    assert "answers that" in run_query("stations-of", folder, values={"city": "Boston"})


def test_what_is_too_wide_for_a_table_is_a_list(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    wide = run_query("stations-of", folder)
    assert wide.startswith(" city") and "─" in wide
    monkeypatch.setenv("COLUMNS", "80")
    first = run_query("stations-of", folder, limit=1)
    assert first.splitlines()[:2] == ["city      Zhongshan", "station   Charles River Station"]
    assert "modality" not in first and "1 of 3 rows" in first
    assert f"quote     {ENGLISH.partition('. ')[0]}." in first.splitlines()


def test_a_table_shows_text_as_it_stands_and_no_command_for_a_terminal(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "hostile.rq"
    path.write_text(r'SELECT ("[bold]x[/bold] \u001B[31mred\u202E" AS ?said) {}', "utf-8")
    shown = run_query(str(path), folder)
    assert "[bold]x[/bold]" in shown
    assert "\x1b" not in shown and "\u202e" not in shown


def test_a_graph_is_written_as_turtle(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "graph.rq"
    path.write_text(
        "CONSTRUCT { ?a ?p ?b } WHERE { ?a ?p ?b . ?a a <https://w3id.org/baygraph/ontology#Goal> }"
    )
    written = run_query(str(path), folder, "ttl")
    assert "id:hub-of-smart-manufacturing" in written
    assert run_query(str(path), folder) == written
    with pytest.raises(WrongFormat):
        run_query(str(path), folder, "csv")


def test_a_question_of_yes_or_no_is_answered(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "is.rq"
    path.write_text("ASK { ?s ?p ?o }")
    assert run_query(str(path), folder) == "true\n"
    assert json.loads(run_query(str(path), folder, "json"))["boolean"] is True


def test_a_query_comes_from_standard_input_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("SELECT (1 AS ?one) {}"))
    assert run_query("-", folder, "csv").split() == ["one", "1"]


def test_what_cannot_be_asked_is_said(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="stations-of"):
        find("station-of")
    with pytest.raises(UnreadableInput, match=r"nothing\.rq"):
        find(str(tmp_path / "nothing.rq"))
    with pytest.raises(NotPublished):
        run_query("goals-of", tmp_path)
    with pytest.raises(WrongQuery):
        run(load(folder), "SELECT nonsense")
    with pytest.raises(WrongQuery):
        run(load(folder), "DELETE WHERE { ?s ?p ?o }")
    for header in ("#+ {", "#+ surprise: yes", "#+ parameters: [city]"):
        with pytest.raises(WrongHeader):
            parse("wrong", header)


def test_an_endpoint_answers_like_a_folder(store: ox.Store, folder: Path) -> None:
    with serving(store) as address:
        values = {"city": "中山", "within": "Boston"}
        for format in ("table", "csv", "json", "tsv", "xml"):
            here = run_query("stations-of", folder, format, values=values)
            assert run_query("stations-of", folder, format, address, values) == here
        graph = run_remote(address, "CONSTRUCT { ?a a ?b } WHERE { ?a a ?b } LIMIT 3")
        assert isinstance(graph, list) and len(graph) == 3
        commented = "# Load and add\n# to drop\n\nSELECT (1 AS ?one) {}"
        assert isinstance(run_remote(address, commented), ox.QuerySolutions)
        with pytest.raises(WrongQuery):
            run_remote(address, "# SELECT\n# or ask\nDROP ALL")
        with pytest.raises(WrongQuery):
            run_remote(address, "SELECT nonsense")
        with pytest.raises(WrongQuery):
            run_remote(address, "DELETE WHERE { ?s ?p ?o }")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_value_is_never_more_than_a_value_for_an_endpoint_either(store: ox.Store, text: str) -> None:
    with serving(store) as address:
        answer = run_remote(address, parse("echo", ECHO), {"word": text})
        assert isinstance(answer, ox.QuerySolutions)
        assert [(row["word"].value, row["count"]) for row in answer] == [(text, None)]
        with pytest.raises(UnknownName):
            run_remote(address, find("stations-of"), {"city": text})


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/query", "file:///etc/hostname", "example.org"])
def test_an_endpoint_that_is_none_is_named(address: str) -> None:
    with pytest.raises(EndpointFailed, match=address):
        run_remote(address, "SELECT * { ?s ?p ?o }")


def test_the_catalogue_lists_every_question_with_its_parameters() -> None:
    listed = catalogue()
    assert "  stations-of [--city] [--within]\n      Which stations abroad has a city set up" in listed
    assert all(f"{topic}:\n" in listed for topic in TOPICS)
    assert "Какие зарубежные станции" in catalogue("ru")


def test_each_question_tells_what_it_takes_and_how_it_is_called(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        read(["query", "stations-of", "--help"])
    told = capsys.readouterr().out
    assert told.startswith("stations-of: Overseas stations of a city\n")
    assert "  --city NAME\n      the city whose stations are wanted\n" in told
    assert "\n  baygraph query stations-of --city Zhongshan\n" in told
    assert "Какие зарубежные станции" in help_of(find("stations-of"), "ru")
    with pytest.raises(SystemExit, match="2"):
        read(["query", "station-of", "--help"])
    assert "stations-of" in capsys.readouterr().err


@pytest.mark.parametrize("format", ["csv", "json", "table"])
def test_an_answer_is_cut_at_its_limit(folder: Path, format: str) -> None:
    everything = run_query("figures-of", folder, format)
    assert run_query("figures-of", folder, format, limit=9) == everything
    cut = run_query("figures-of", folder, format, limit=1)
    assert "320" in cut and "320" in everything
    assert "1250" not in cut and "1250" in everything
    assert ("1 of 3 rows" in cut) == (format == "table")


def test_names_stand_for_things_in_any_format(folder: Path) -> None:
    table = csv.DictReader(io.StringIO(run_query("goals-of", folder, "csv", names=True, language="ru")))
    assert [(row["who"], row["document"]) for row in table] == [("Чжуншань", "Harbour talks")]
    cells = json.loads(run_query("planned", folder, "json", names=True))["results"]["bindings"][0]
    assert cells["subject"] == {"type": "literal", "value": "marine drones laboratory"}
    assert cells["property"]["value"] == "bay:establishedBy"


def test_a_class_is_named_by_its_word(store: ox.Store) -> None:
    query = parse(
        "kinds",
        """#+ parameters: {kind: {means: a class, kind: class}}
        SELECT ?kind { VALUES ?kind { UNDEF } }""",
    )
    for word in ("University", "university", "bay:University", BAY + "University"):
        answer = run(store, query, {"kind": word})
        assert isinstance(answer, ox.QuerySolutions)
        assert [row["kind"].value for row in answer] == [BAY + "University"]
    with pytest.raises(WrongParameter, match="University"):
        run(store, query, {"kind": "Universty"})


@pytest.mark.parametrize(
    ("values", "says"),
    [({"citty": "Zhongshan"}, "--city"), ({"city": "Zhongshann"}, "Zhongshan")],
)
def test_a_slip_is_answered_with_what_may_be_meant(
    store: ox.Store, values: dict[str, str], says: str
) -> None:
    with pytest.raises((WrongParameter, UnknownName), match=f"did you mean .*{says}"):
        stations(store, **values)
