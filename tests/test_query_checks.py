"""Each check of quality finds what it is for and nothing else, and the command tells of it."""

import csv
import io
from pathlib import Path

import pyoxigraph as ox
import pytest
from sample_graph import publish_sample
from sample_region import publish_region
from sparql_server import serving

from baygraph.cli import main
from baygraph.query import QueryDocument, check_folder, checks, failed, load, run
from baygraph.terms import BAY, ID

pytestmark = pytest.mark.package

PREFIXES = f"""PREFIX bay: <{BAY}> PREFIX id: <{ID}> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX prov: <http://www.w3.org/ns/prov#>
"""
CLAIM = """id:claim rdf:subject id:{subject} ; rdf:predicate bay:{property} ; rdf:object {value} ;
    bay:supportedBy id:proof . id:proof prov:wasDerivedFrom id:text . """

# A few triples for each check, wrong and right ones, and what it finds: offenders with their values.
WRONG: dict[str, tuple[str, set[tuple[str, str]]]] = {
    "circular-place": (
        "id:a bay:locatedIn id:b . id:b bay:locatedIn id:a . id:c bay:locatedIn id:a .",
        {("a", "b"), ("b", "a")},
    ),
    "denied-fact": (
        "id:claim bay:modality 'denied' ; rdf:subject id:a ; rdf:predicate bay:partner ; rdf:object id:b . "
        "id:a bay:partner id:b, id:c .",
        {("a", "b")},
    ),
    "figure-of-nothing": (
        "id:a a bay:Statistic ; bay:measure 'tree' . id:b a bay:Statistic ; bay:about id:c .",
        {("a", "tree")},
    ),
    "future-event": (
        CLAIM.format(subject="fair", property="startDate", value="'2021-06'^^xsd:gYearMonth")
        + "id:text dcterms:issued '2021-05-30'^^xsd:date .",
        {("fair", "2021-06")},
    ),
    "future-figure": (
        CLAIM.format(subject="figure", property="asOf", value="'2022'^^xsd:gYear")
        + "id:text dcterms:issued '2021-05-30'^^xsd:date .",
        {("figure", "2022")},
    ),
    "itself": ("id:a bay:partOf id:a . id:b bay:partOf id:a .", {("a", "a")}),
    "long-name": (
        f"id:a rdfs:label '{'long ' * 17}'@en . id:b rdfs:label '{'长' * 31}'@zh-Hans . "
        f"id:c rdfs:label '{'long ' * 16}'@en, '{'长' * 30}'@zh-Hant . "
        f"id:d a bay:Goal ; rdfs:label '{'long ' * 17}'@en .",
        {("a", "long " * 17), ("b", "长" * 31)},
    ),
    "misplaced-quote": (
        "id:a bay:quote '中山 x' ; bay:start 3 ; bay:end 7 . "
        "id:b bay:quote '中山' ; bay:start 3 ; bay:end 6 .",
        {("b", "中山")},
    ),
    "missing-name": (
        "id:a a bay:City . id:b a bay:City ; rdfs:label 'B'@en . id:c a bay:Statistic .",
        {("a", "City")},
    ),
    "negative-figure": (
        "id:a bay:value -3 . id:b bay:value -3.5 ; bay:unit '%' . id:c bay:value 4000 ; bay:unit '%' . "
        "id:d bay:value 4000 .",
        {("a", "-3"), ("c", "4000")},
    ),
    "nothing-there": (
        "id:a bay:partner id:b, id:c . id:b a bay:Company .",
        {("a", "c")},
    ),
    "person-without-office": (
        "id:a a bay:Person . id:b a bay:Person ; bay:jobTitle 'mayor'@en . "
        "id:c a bay:Person ; bay:affiliatedWith id:d .",
        {("a", "")},
    ),
    "reversed-dates": (
        "id:a bay:startDate '2021-05-03'^^xsd:date ; bay:endDate '2021-04'^^xsd:gYearMonth . "
        "id:b bay:startDate '2021-05-03'^^xsd:date ; bay:endDate '2021'^^xsd:gYear .",
        {("a", "2021-04")},
    ),
    "same-name": (
        "id:a a bay:City ; rdfs:label 'Delta'@en . id:b a bay:City ; rdfs:label 'Delta'@en . "
        "id:c a bay:Company ; rdfs:label 'Delta'@en . id:d a bay:City ; rdfs:label 'Delta'@ru .",
        {("a", "Delta"), ("b", "Delta")},
    ),
    "stated-and-denied": (
        "id:no bay:modality 'denied' ; rdf:subject id:a ; rdf:predicate bay:partner ; rdf:object id:b . "
        "id:yes rdf:subject id:a ; rdf:predicate bay:partner ; rdf:object id:b .",
        {("a", "b")},
    ),
    "station-at-home": (
        "id:a a bay:OverseasStation ; bay:locatedIn id:shenzhen . "
        "id:b a bay:OverseasStation ; bay:locatedIn id:oslo ; bay:establishedBy id:university . "
        "id:university bay:locatedIn id:oslo . id:c a bay:OverseasStation ; bay:locatedIn id:boston .",
        {("a", "shenzhen"), ("b", "oslo")},
    ),
    "two-kinds": (
        "id:a a bay:City, bay:Place, bay:Company, bay:Agent . id:b a bay:City, bay:Place .",
        {("a", "Place"), ("a", "Agent")},
    ),
    "two-labels": (
        "id:a rdfs:label 'A'@en, 'B'@en, 'А'@ru . "
        "id:b rdfs:label 'B'@en, 'Б'@ru, '乙'@zh-Hans, '乙'@zh-Hant .",
        {("a", "A"), ("a", "B")},
    ),
    "two-places": (
        "id:a bay:locatedIn id:oslo, id:porto . id:b bay:locatedIn id:oslo, id:norway . "
        "id:oslo a bay:City . id:porto a bay:City . id:norway a bay:Country .",
        {("a", "oslo"), ("a", "porto")},
    ),
    "undated-document": (
        "id:a a bay:Document ; dcterms:identifier 'a' . "
        "id:b a bay:Document ; dcterms:issued '2020'^^xsd:gYear .",
        {("a", "a")},
    ),
    "unsupported-claim": (
        "id:a a rdf:Statement ; rdf:predicate bay:partner ; rdf:object id:b .",
        {("a", "b")},
    ),
    "unsupported-fact": (
        "id:a bay:partner id:b, id:c ; bay:locatedIn id:d . "
        "id:claim a rdf:Statement ; bay:rule 'frame' ; "
        "rdf:subject id:a ; rdf:predicate bay:partner ; rdf:object id:b .",
        {("a", "c")},
    ),
    "unused-evidence": (
        "id:a a bay:Evidence ; bay:quote 'A' . id:b a bay:Evidence . id:c bay:supportedBy id:b .",
        {("a", "A")},
    ),
    "wrong-confidence": (
        "id:a a rdf:Statement . id:b a rdf:Statement ; bay:confidence 1.5 . "
        "id:c a rdf:Statement ; bay:confidence 1.0 .",
        {("a", ""), ("b", "1.5")},
    ),
}


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish_region(tmp_path_factory.mktemp("region"))


def test_every_check_is_proved() -> None:
    assert {check.name.removeprefix("checks/") for check in checks()} == set(WRONG)
    assert {check.level for check in checks("error")} == {"error"}
    assert len(checks("error")) < len(checks())


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.name)
def test_a_check_finds_what_is_wrong_and_nothing_else(check: QueryDocument) -> None:
    triples, expected = WRONG[check.name.removeprefix("checks/")]
    store = ox.Store()
    store.update(f"{PREFIXES} INSERT DATA {{ {triples} }}")
    answer = run(store, check)
    assert isinstance(answer, ox.QuerySolutions)
    found = [(row["offender"].value, row["value"].value if row["value"] else "") for row in answer]
    assert {
        (one.removeprefix(ID), other.removeprefix(ID).removeprefix(BAY)) for one, other in found
    } == expected
    assert len(found) == len(expected)


def test_the_region_s_contradictions_are_found_and_no_error(region: Path) -> None:
    results = check_folder(region)
    found = {each.check.name: {offender.name for offender in each.offenders} for each in results}
    assert {name: names for name, names in found.items() if names} == {
        "checks/stated-and-denied": {"Dune Station"}
    }
    assert not failed(results)


def test_the_command_prints_a_table_for_each_check(
    region: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")  # a narrow terminal folds long cells
    assert main(["check", str(region), "--lang", "zh"]) == 0
    told = capsys.readouterr().out
    assert "warning stated-and-denied: Facts that one text states and another denies: 1\n" in told
    row = next(line for line in told.splitlines() if "沙丘工作站" in line)
    assert f"{ID}dune-station" in row and "bay:establishedBy" in row and "珠海" in row
    assert "error two-labels: Two preferred names in one language: none" in told
    assert told.endswith("checks: 1 offend at level warning\n")
    assert main(["check", str(region), "--level", "error"]) == 0
    assert "warning" not in capsys.readouterr().out


def test_an_error_ends_in_exit_code_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = publish_sample(tmp_path / "out")
    with (out / "baygraph.nq").open("a", encoding="utf-8") as file:
        for place, other in (("oslo", "norway"), ("norway", "oslo")):
            file.write(f"<{ID}{place}> <{BAY}locatedIn> <{ID}{other}> .\n")
    assert main(["check", str(out), "--format", "csv"]) == 1
    found = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    circular = [row for row in found if row["check"] == "checks/circular-place"]
    assert [(row["level"], row["offender"], row["property"], row["value"]) for row in circular] == [
        ("error", f"{ID}norway", "bay:locatedIn", "id:oslo"),
        ("error", f"{ID}oslo", "bay:locatedIn", "id:norway"),
    ]
    assert main(["check", str(out), "--limit", "1"]) == 1
    assert "  and 1 more\n" in capsys.readouterr().out
    with serving(load(out)) as address:
        assert main(["check", "--endpoint", address, "--level", "error"]) == 1
    assert main(["check", str(tmp_path / "nothing")]) == 1
