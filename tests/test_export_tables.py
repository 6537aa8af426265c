"""The tables hold every thing, fact, figure and quote once, for pandas, pyarrow and spreadsheets."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from builders import Said, nobody_known
from exported import THING, count, publish_hostile, publish_sample
from hypothesis import given
from hypothesis import strategies as st

from baygraph.export import export
from baygraph.export.columns import TABLES, Column, Table
from baygraph.export.comma import to_csv
from baygraph.export.xml import holdable
from baygraph.populate import populate
from baygraph.publish import publish
from baygraph.terms import ID

pytestmark = pytest.mark.package

BAYGRAPH = "GRAPH <https://w3id.org/baygraph/graph/baygraph>"
ONE = Table(
    "one", "two columns", (Column("text", "string", "any text"), Column("number", "integer", "any number"))
)
COUNTED = {
    "entities": THING,
    "names": f"{THING} {BAYGRAPH} {{ ?s rdfs:label|skos:altLabel ?name }}",
    "facts": f"{THING} {BAYGRAPH} {{ ?s ?p ?o }} FILTER (STRSTARTS(STR(?p), STR(bay:)))",
    "figures": "?s a bay:Statistic",
    "evidence": "?claim rdf:subject ?s ; bay:supportedBy ?evidence",
    "documents": "?s a bay:Document",
}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = publish_sample(tmp_path_factory.mktemp("sample") / "out")
    export(folder, ["csv"], folder / "export")
    return folder


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / "export" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_has_as_many_rows_as_sparql_counts(out: Path, table: Table) -> None:
    found = rows(out, table.name)
    assert len(found) == count(out, COUNTED[table.name]) > 0
    assert list(found[0]) == [column.name for column in table.columns]
    assert len({tuple(row.values()) for row in found}) == len(found)


def test_an_entity_has_its_class_its_names_and_how_often_it_is_named(out: Path) -> None:
    (city,) = (row for row in rows(out, "entities") if row["iri"] == ID + "zhongshan")
    assert city["class"] == "City" and city["label"] == "Zhongshan"
    assert (city["label_en"], city["label_ru"], city["label_zh"]) == ("Zhongshan", "Чжуншань", "中山")
    assert (city["mentions"], city["documents"]) == ("3", "3")


def test_a_fact_says_how_and_how_surely_it_is_stated(out: Path) -> None:
    facts = {(r["subject"], r["property"], r["object"] or r["value"]): r for r in rows(out, "facts")}
    opened = facts[ID + "charles-river-station", "establishedBy", ID + "zhongshan"]
    assert (opened["object_label"], opened["modality"]) == ("Zhongshan", "")
    assert (opened["claims"], opened["documents"], opened["confidence"]) == ("2", "2", "0.8")
    assert facts[ID + "silicon-valley-station", "locatedIn", ID + "silicon-valley"]["modality"] == "planned"
    held = facts[ID + "harbour-talent-fair", "startDate", "2019-04-12"]
    assert (held["datatype"], held["object"]) == ("xsd:date", "")
    assert facts[ID + "liang-wei", "jobTitle", "mayor"]["language"] == "en"
    assert (ID + "seattle-station", "establishedBy", ID + "zhongshan") not in facts


def test_a_figure_is_a_number_with_what_it_counts_and_when(out: Path) -> None:
    figures = {row["iri"].removeprefix(ID): row for row in rows(out, "figures")}
    companies = figures["companies"]
    assert (companies["value"], companies["measure"], companies["as_of"]) == (
        "1250",
        "high-tech company",
        "2018-12",
    )
    assert (companies["about"], companies["approximate"]) == (ID + "zhongshan", "true")
    assert figures["patents"]["measure_language"] == "zh" and figures["patents"]["approximate"] == "false"


def test_evidence_has_the_words_and_the_denials(out: Path) -> None:
    denied = [row for row in rows(out, "evidence") if row["modality"] == "denied"]
    assert [row["quote"] for row in denied] == ["Город не открывал станции в Сиэтле."]
    assert denied[0]["property"] == "establishedBy" and denied[0]["rule"] == "verb-frame"
    assert int(denied[0]["end"]) - int(denied[0]["start"]) == len(denied[0]["quote"])


def test_the_csv_metadata_describes_the_columns_that_there_are(out: Path) -> None:
    described = json.loads((out / "export" / "csv-metadata.json").read_text("utf-8"))["tables"]
    for table in described:
        name = table["url"].removesuffix(".csv")
        assert [column["name"] for column in table["tableSchema"]["columns"]] == list(rows(out, name)[0])
    assert len(described) == len(TABLES)


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers())
def test_any_text_comes_back_from_csv_and_none_is_a_formula(text: str, number: int) -> None:
    header, row = csv.reader("".join(to_csv(ONE, [(text, number)])).splitlines(keepends=True))
    assert header == ["text", "number"]
    assert row[1] == str(number)
    assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert row[0] in (holdable(text), "'" + holdable(text))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("'=1", "''=1"),
        ("it's", "it's"),
        ("'quoted'", "'quoted'"),
        ('a "b", c', '"a ""b"", c"'),
        ("a\nb\r\nc", '"a\nb\r\nc"'),
        ("\x00\x1b", "\ufffd\ufffd"),
    ],
)
def test_a_cell_is_guarded_so_that_it_can_be_had_back(text: str, cell: str) -> None:
    assert "".join(to_csv(ONE, [(text, -1)])) == f"text,number\n{cell},-1\n"


def test_a_label_that_no_language_of_the_page_has_is_the_key(tmp_path: Path) -> None:
    said = Said("one", "Tokyo", "ja").thing("tokyo", "City", "Tokyo")
    publish(populate([said.done()], nobody_known), tmp_path / "out")
    export(tmp_path / "out", ["csv"], tmp_path / "out" / "export")
    (row,) = rows(tmp_path / "out", "entities")
    assert (row["label"], row["label_en"]) == ("tokyo", "")


@pytest.mark.parametrize("publish_it", [publish_sample, publish_hostile])
def test_parquet_and_csv_hold_the_same_for_pandas(publish_it: Any, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    folder = publish_it(tmp_path / "out")
    export(folder, ["csv", "parquet"], tmp_path)
    for table in TABLES:
        exact = pandas.read_parquet(tmp_path / f"{table.name}.parquet")
        guarded = pandas.read_csv(tmp_path / f"{table.name}.csv", keep_default_na=False, na_values=[""])
        assert list(exact.columns) == list(guarded.columns) == [column.name for column in table.columns]
        assert len(exact) == len(guarded) == count(folder, COUNTED[table.name])
        for column in table.columns:
            one, other = exact[column.name], guarded[column.name]
            if column.kind == "string":
                one, other = (each.astype(object).fillna("").map(str) for each in (one, other))
                other = other.str.replace(r"^'('*[=+\-@\t\r\n＝＋－＠])", r"\1", regex=True)
                one = one.map(holdable)
            assert one.equals(other.astype(one.dtype)), (table.name, column.name)


def test_parquet_is_typed_and_says_what_its_columns_mean(out: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    export(out, ["parquet"], tmp_path)
    table = parquet.read_table(tmp_path / "figures.parquet")
    assert table.num_rows == count(out, "?s a bay:Statistic")
    kinds = {field.name: str(field.type) for field in table.schema}
    assert (kinds["value"], kinds["approximate"], kinds["claims"], kinds["about"]) == (
        "double",
        "bool",
        "int64",
        "string",
    )
    assert all(field.metadata[b"description"] for field in table.schema)
    assert sorted(table["value"].to_pylist()) == [320.0, 1250.0, 18000.0]
