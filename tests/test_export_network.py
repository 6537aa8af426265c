"""GraphML, GEXF and Cytoscape JSON hold the page's network: the same things at the same places."""

import json
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest
from exported import HOSTILE, THING, count, publish_hostile, publish_sample
from lxml import etree

from baygraph.export import export
from baygraph.export.network import read_network
from baygraph.export.xml import holdable
from baygraph.publish.page.content import read
from baygraph.publish.page.drawing import draw
from baygraph.publish.page.palette import palette
from baygraph.publish.page.statements import collect
from baygraph.terms import CLASSES, ID, SIGNATURES, THINGS, is_a

pytestmark = pytest.mark.package

FORMATS = ("graphml", "gexf", "cytoscape")
GEXF, VIZ = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"
FACT = " UNION ".join(
    f"{{ GRAPH <https://w3id.org/baygraph/graph/baygraph> {{ ?s bay:{name} ?o }} }}"
    for name in SIGNATURES
    if name != "about"
)


def exported(folder: Path) -> Path:
    export(folder, FORMATS, folder / "export")
    return folder


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return exported(publish_sample(tmp_path_factory.mktemp("sample") / "out"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return exported(publish_hostile(tmp_path_factory.mktemp("hostile") / "out"))


def loaded(folder: Path) -> list[Any]:
    return [
        nx.read_graphml(folder / "export" / "baygraph.graphml", force_multigraph=True),
        nx.read_gexf(folder / "export" / "baygraph.gexf"),
        from_cytoscape(cytoscape(folder)["elements"]),
    ]


def cytoscape(folder: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((folder / "export" / "baygraph.cyjs").read_text("utf-8"))
    return content


def from_cytoscape(elements: dict[str, Any]) -> "nx.MultiDiGraph[str]":
    """Networkx reads only what it wrote itself; test_export_tools.py has Cytoscape's own parser."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from((node["data"]["id"], node["data"]) for node in elements["nodes"])
    graph.add_edges_from((e["data"]["source"], e["data"]["target"], e["data"]) for e in elements["edges"])
    return graph


def test_nodes_are_the_things_and_edges_the_facts_that_sparql_counts(out: Path) -> None:
    things, facts = count(out, THING), count(out, FACT)
    assert things and facts
    assert [(g.number_of_nodes(), g.number_of_edges()) for g in loaded(out)] == [(things, facts)] * 3


def test_each_format_names_things_in_three_languages_and_says_how_a_fact_is_stated(out: Path) -> None:
    for graph in loaded(out):
        city = graph.nodes["zhongshan"]
        assert city["iri"] == ID + "zhongshan" and city["class"] == "City"
        names = {"label_en": "Zhongshan", "label_ru": "Чжуншань", "label_zh": "中山"}
        assert names.items() <= city.items()
        said = {(source, data["property"]): data for source, _, data in graph.edges(data=True)}
        planned = said["silicon-valley-station", "locatedIn"]
        assert (planned["modality"], planned["documents"]) == ("planned", 1)


def test_what_is_denied_is_no_edge(out: Path) -> None:
    assert all(not graph.has_edge("seattle-station", "zhongshan") for graph in loaded(out))


def test_things_stand_where_the_page_draws_them(out: Path) -> None:
    quads = [q for name in ("baygraph.ttl", "evidence.ttl") for q in ox.parse(path=str(out / name))]
    content = read(collect(quads))
    page = {
        thing["key"]: (node["x"], node["y"], node["size"], palette()[thing["kind"]].fill)
        for thing, node in zip(content["things"], draw(content)["nodes"], strict=True)
    }
    graphml, gexf, _ = loaded(out)
    in_cytoscape = {n["data"]["id"]: n for n in cytoscape(out)["elements"]["nodes"]}
    for key, (x, y, size, colour) in page.items():
        red, green, blue = bytes.fromhex(colour[1:])
        plain, viz, drawn = graphml.nodes[key], gexf.nodes[key]["viz"], in_cytoscape[key]
        assert (plain["x"], plain["y"], plain["size"]) == (x, -y, size)  # upwards, as Gephi counts
        assert (plain["r"], plain["g"], plain["b"]) == (red, green, blue)
        assert (viz["position"]["x"], viz["position"]["y"], viz["size"]) == (x, -y, size)
        assert (viz["color"]["r"], viz["color"]["g"], viz["color"]["b"]) == (red, green, blue)
        assert (drawn["position"], drawn["data"]["colour"]) == ({"x": x, "y": y}, colour)
        assert drawn["data"]["diameter"] == 2 * size


@pytest.mark.parametrize("folder", ["out", "hostile"])
def test_gexf_is_built_as_its_version_1_3_demands(folder: str, request: pytest.FixtureRequest) -> None:
    root = etree.parse(request.getfixturevalue(folder) / "export" / "baygraph.gexf").getroot()
    assert (root.tag, root.get("version")) == (f"{GEXF}gexf", "1.3")
    (graph,) = root.iterfind(f"{GEXF}graph")
    assert [child.tag.removeprefix(GEXF) for child in graph] == ["attributes", "attributes", "nodes", "edges"]
    declared = {
        each.get("class"): {a.get("id"): a.get("type") for a in each}
        for each in graph.iterfind(f"{GEXF}attributes")
    }
    nodes, edges = (list(graph.find(f"{GEXF}{name}")) for name in ("nodes", "edges"))
    known = {node.get("id") for node in nodes}
    assert len(known) == len(nodes) and len({edge.get("id") for edge in edges}) == len(edges)
    assert {edge.get(end) for edge in edges for end in ("source", "target")} <= known
    for kind, elements in (("node", nodes), ("edge", edges)):
        for element in elements:
            values = {v.get("for"): v.get("value") for v in element.find(f"{GEXF}attvalues")}
            assert values.keys() == declared[kind].keys()
            assert all(values[name].isdigit() for name, type in declared[kind].items() if type == "integer")
            assert all(float(values[name]) <= 1 for name, type in declared[kind].items() if type == "double")
    for node in nodes:
        drawn = {child.tag.removeprefix(VIZ): child.attrib for child in node if child.tag.startswith(VIZ)}
        assert drawn.keys() == {"color", "position", "size", "shape"}
        assert all(0 <= int(drawn["color"][part]) <= 255 for part in "rgb")
        assert drawn["shape"]["value"] in {"disc", "square", "triangle", "diamond"}
        assert {*drawn["position"]} == {"x", "y", "z"}


def test_gexf_has_a_shape_for_each_class_as_near_as_it_can(out: Path) -> None:
    shapes = {palette()[name].shape for name in CLASSES if is_a(name, *THINGS)}
    assert {"square", "triangle", "diamond"} < shapes
    graph = {node.id: node for node in read_network(out).nodes}
    root = etree.parse(out / "export" / "baygraph.gexf").getroot()
    for node in root.iter(f"{GEXF}node"):
        shape, written = graph[node.get("id")].shape, node.find(f"{VIZ}shape").get("value")
        assert written == shape or shape not in {"square", "triangle", "diamond"}


def test_texts_that_try_to_be_something_else_stay_texts(hostile: Path) -> None:
    for graph in loaded(hostile):
        labels = {data.get("label") or data["name"] for _, data in graph.nodes(data=True)}
        assert {holdable(label) for label in labels} == {holdable(name) for name in (*HOSTILE, "someone")}


def test_an_edge_s_id_is_made_of_what_it_says(out: Path) -> None:
    ids = [link.id for link in read_network(out).links]
    assert "charles-river-station:locatedIn:boston" in ids and len(set(ids)) == len(ids)
