"""Which institutions bridge two cities: betweenness in the network that a published graph states.

    python examples/bridges.py out
    python examples/bridges.py out --between Guangzhou Dongguan
    python examples/bridges.py --endpoint http://127.0.0.1:8087/sparql --lang zh

Two things are joined where the graph holds a fact between them: a laboratory with its city, a university
with the park that it founded, a company with its partner. Countries and regions are left out, since
everything lies in them, and people too unless --people is given. Each institution gets its share of the
shortest ways between two cities: 1 means that all of them lead through it, 0.5 every second one. Without
--between the shares of all pairs of cities are added up. The way beside a share is one that leads through
the institution, to the nearest cities or to those asked for.

Nothing is stronger here than the texts are: a fact that nobody wrote down is no tie. What the ties rest on is
told by baygraph query across-cities, with its quotes.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import networkx as nx
import pyoxigraph as ox

from baygraph.errors import BaygraphError
from baygraph.query import bind, load, parse
from baygraph.query.asking import Ask, local, remote
from baygraph.query.writing import as_table, names_of, short

TIES = """
PREFIX bay: <https://w3id.org/baygraph/ontology#>
SELECT DISTINCT ?one ?other WHERE {
  VALUES ?tie {
    bay:locatedIn bay:partOf bay:organizedBy bay:participant bay:establishedBy bay:runBy bay:partner
    bay:signedAt bay:creates bay:affiliatedWith bay:cooperatesWith
  }
  ?one ?tie ?other .
}"""
OF_CLASS = "SELECT DISTINCT ?thing WHERE {{ ?thing a <https://w3id.org/baygraph/ontology#{}> }}"
NAMED = "#+ parameters: {thing: {means: a thing}}\nSELECT ?thing WHERE { VALUES ?thing { UNDEF } }"


class Bridge(NamedTuple):
    """An institution, its share of the shortest ways, and one of the ways: the IRIs of things."""

    share: float
    institution: str
    way: tuple[str, ...]


def column(ask: Ask, query: str) -> list[str]:
    """The IRIs that a query gives in its only column, in order."""
    answer = ask(query)
    assert isinstance(answer, ox.QuerySolutions)
    return sorted(row[0].value for row in answer)


def network(ask: Ask, people: bool = False) -> "nx.Graph[str]":
    """The things of a graph, joined where it holds a fact between them."""
    answer = ask(TIES)
    assert isinstance(answer, ox.QuerySolutions)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from(sorted((row["one"].value, row["other"].value) for row in answer))
    for left_out in ("Country", "Region", *(() if people else ("Person",))):
        graph.remove_nodes_from(column(ask, OF_CLASS.format(left_out)))
    return graph


def bridges(ask: Ask, between: Sequence[str] = (), people: bool = False) -> Iterator[Bridge]:
    """The institutions on the shortest ways between cities, the greatest share first."""
    graph = network(ask, people)
    wanted = [ask_for(ask, name) for name in between] or column(ask, OF_CLASS.format("City"))
    cities = [city for city in wanted if city in graph]
    # Each pair counts once from either end, and networkx halves the sum of an undirected graph.
    shares: Mapping[str, float] = nx.betweenness_centrality_subset(graph, cities, cities)
    for institution in sorted(
        column(ask, OF_CLASS.format("Institution")), key=lambda each: -shares.get(each, 0)
    ):
        if shares.get(institution, 0) > 0:
            yield Bridge(round(shares[institution], 4), institution, way(graph, institution, cities))


def way(graph: "nx.Graph[str]", institution: str, cities: Iterable[str]) -> tuple[str, ...]:
    """The shortest way from the nearest city by an institution to the next city."""
    paths = nx.single_source_shortest_path(graph, institution)
    nearest = sorted((len(paths[city]), city) for city in cities if city in paths)
    (_, one), (_, other) = nearest[:2]
    return *reversed(paths[one]), *paths[other][1:]


def ask_for(ask: Ask, name: str) -> str:
    """The city of a name, in any script; raise UnknownName."""
    return column(ask, bind(parse("named", NAMED), {"thing": name}, ask))[0]


def told(found: Sequence[Bridge], ask: Ask, language: str) -> str:
    """The bridges as a table, with names for the things."""
    names = names_of(
        (thing for bridge in found for thing in (*bridge.way, bridge.institution)), ask, language
    )

    def name(thing: str) -> str:
        return names.get(thing) or short(thing)

    rows = [
        (f"{share:.2f}", name(institution), " – ".join(map(name, path))) for share, institution, path in found
    ]
    return as_table(("share", "institution", "way"), rows)


def main() -> int:
    """Read the command line and print the bridges; 1 if there is nothing to read them from."""
    reader = argparse.ArgumentParser(description="Print the institutions that bridge two cities.")
    reader.add_argument(
        "out", nargs="?", type=Path, default=Path("out"), help="a published folder; default: out"
    )
    reader.add_argument("--between", nargs=2, default=(), metavar="CITY", help="only ways between these two")
    reader.add_argument("--people", action="store_true", help="let ways lead through people too")
    reader.add_argument("--endpoint", metavar="URL", help="ask this SPARQL endpoint instead of a folder")
    reader.add_argument("--lang", default="en", metavar="CODE", help="language of the names; default: en")
    reader.add_argument("--limit", type=int, default=20, metavar="N", help="print N at most; default: 20")
    given = reader.parse_args()
    try:
        ask = remote(given.endpoint) if given.endpoint else local(load(given.out))
        found = list(islice(bridges(ask, given.between, given.people), given.limit))
        print(told(found, ask, given.lang) if found else "No institution lies between these cities.")
    except BaygraphError as error:
        print(f"bridges: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
