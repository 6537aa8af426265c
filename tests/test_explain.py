"""What is told of a thing: everything, with the quotes, to whoever asks by IRI, key or name."""

from pathlib import Path

import pytest
from builders import Said, corpus

from baygraph.errors import NotPublished, UnknownName
from baygraph.explain import explain
from baygraph.model import Value
from baygraph.populate import populate
from baygraph.publish import publish
from baygraph.terms import ID

pytestmark = pytest.mark.package


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published") / "out"
    twin = Said("twin", "Delta Talent Fair, a firm, has 5 \x1b[31mred\x1b[0m\nlamps.").thing(
        "delta-talent-fair", "Company", "Delta Talent Fair", "5 \x1b[31mred\x1b[0m\nlamps"
    )
    twin.thing("lamps", "Statistic", mentions=["5 "])
    figure: dict[str, str | Value] = {
        "value": Value("5", "integer"),
        "measure": Value("lamp", lang="en"),
        "asOf": Value("2020", "gYear"),
        "approximate": Value("true", "boolean"),
        "about": "delta-talent-fair",
    }
    for predicate, value in figure.items():
        twin.fact("lamps", predicate, value, quotes=["has 5"], rule="figure")
    publish(populate([*corpus(), twin.done()]), folder)
    return folder


@pytest.mark.parametrize(
    "asked",
    [
        ID + "lantern-bay-robotics-park",
        "id:lantern-bay-robotics-park",
        "lantern-bay-robotics-park",
        "Lantern Bay Robotics Park",
        "  lantern bay  ROBOTICS park ",
        "парк робототехники лантерн-бей",
        "Лантерн-Бей",
    ],
)
def test_a_thing_is_found_by_iri_key_and_any_of_its_names(out: Path, asked: str) -> None:
    assert explain(out, asked).startswith("Lantern Bay Robotics Park · Park · https://w3id.org/baygraph/id/")


def test_all_that_is_known_is_told_with_the_quotes(out: Path) -> None:
    told = explain(out, "lantern-bay-robotics-park")
    for line in (
        "  ru  Парк робототехники Лантерн-Бей (preferred)",
        "  Lantern Bay Robotics Park establishedBy Zhuhai",
        "    «Zhuhai opened the Lantern Bay Robotics Park» (river 0–43, rule verb-frame, confidence 0.8)",
        "  Lantern Bay Robotics Park locatedIn Foshan [denied]",
        "  Lantern Bay Robotics Park locatedIn Zhuhai [not in the graph]",
        "  Lantern Bay Robotics Park is a Platform [not in the graph]",
        "    «Парк робототехники Лантерн-Бей в Чжухае» (мост 1 0–39, rule bracket, confidence 0.8)",
        "  Delta Talent Fair participant Lantern Bay Robotics Park",
        "  12.5 ha area",
        "    «The park covers 12.5 hectares» (river 57–86, rule figure, confidence 0.8)",
        "  is a Facility",
    ):
        assert line in told.splitlines()


def test_a_plan_is_marked_as_a_plan(out: Path) -> None:
    assert "  Pearl Sensors Laboratory locatedIn Zhuhai [planned]" in explain(out, "zhuhai").splitlines()


def test_a_known_thing_shows_its_links(out: Path) -> None:
    assert "https://sws.geonames.org/1790437/" in explain(out, "Чжухай")


def test_names_are_shown_in_the_language_that_is_asked_for(out: Path) -> None:
    told = explain(out, "zhuhai", lang="ru")
    assert told.startswith("Чжухай · City")
    assert "  Парк робототехники Лантерн-Бей establishedBy Чжухай" in told.splitlines()
    assert explain(out, "zhuhai", lang="zh").startswith("珠海 · City")


def test_a_document_tells_what_it_says(out: Path) -> None:
    told = explain(out, "river")
    assert told.startswith("A park on the bay · Document")
    assert "  Chen Anran jobTitle mayor" in told.splitlines()
    assert "Белый маяк" not in told


def test_a_name_of_several_things_lists_them(out: Path) -> None:
    told = explain(out, "delta talent fair").splitlines()
    assert told[0] == "delta talent fair may be any of these:"
    assert [line.split(" · ")[1] for line in told[1:]] == ["Company", "Event"]


def test_an_unknown_name_is_an_error_that_suggests_the_nearest(out: Path) -> None:
    with pytest.raises(UnknownName, match="Lantern Bay Robotics Park"):
        explain(out, "Lantern Bey Robotic Park")
    with pytest.raises(UnknownName, match="not known"):
        explain(out, "qqqqqqqq")


@pytest.mark.parametrize("asked", ["x> } SELECT * { ?s ?p ?o } #", '"', "\\", "\ud800", "", "http://"])
def test_a_question_is_data_and_never_a_query(out: Path, asked: str) -> None:
    with pytest.raises(UnknownName):
        explain(out, asked)


def test_a_figure_is_told_in_one_line_and_a_text_does_not_steer_the_terminal(out: Path) -> None:
    told = explain(out, "delta-talent-fair")
    assert "  ≈5 lamp (2020)" in told.splitlines()
    assert "\x1b" not in told
    assert "«5 [31mred [0m lamps»" in told


def test_a_folder_without_a_graph_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NotPublished):
        explain(tmp_path, "zhuhai")
