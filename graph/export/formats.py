"""The formats by name: which files each writes, and how."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from baygraph.export import comma, parquet
from baygraph.export.annotated import to_annotated
from baygraph.export.columns import TABLES
from baygraph.export.cytoscape import to_cytoscape
from baygraph.export.gexf import to_gexf
from baygraph.export.graphml import to_graphml
from baygraph.export.jsonld import CONTEXT, context_text, to_jsonld
from baygraph.export.network import Network, read_network
from baygraph.export.rdfxml import to_rdfxml
from baygraph.export.tables import Tables, read_tables
from baygraph.publish.layout import GRAPHS
from baygraph.publish.merging import read_triples
from baygraph.publish.turtle import to_ntriples
from baygraph.triples import Triple

Check = Callable[[], None]


class Source:
    """A published folder; what several formats need of it is read once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def network(self) -> Network:
        """Its things and facts at their places."""
        return read_network(self.folder)

    @cached_property
    def tables(self) -> Tables:
        """Its tables."""
        return read_tables(self.folder)


class Format(NamedTuple):
    """The files that are written, how they are from a published folder, and what is looked at before."""

    files: tuple[str, ...]
    write: Callable[[Source, Path], None]
    check: Check = lambda: None


def _each_graph(ending: str, to_text: Callable[[Iterable[Triple]], Iterator[str]]) -> Format:
    """A format of RDF: a file for each published Turtle file."""
    names = {published: f"{Path(published).stem}.{ending}" for published in GRAPHS}

    def write(source: Source, out: Path) -> None:
        for published, name in names.items():
            _write(out / name, to_text(read_triples(source.folder, published)))

    return Format(tuple(names.values()), write)


def _jsonld() -> Format:
    graphs = _each_graph("jsonld", to_jsonld)

    def write(source: Source, out: Path) -> None:
        graphs.write(source, out)
        _write(out / CONTEXT, [context_text()])

    return Format((*graphs.files, CONTEXT), write)


def _network(ending: str, to_text: Callable[[Network], Iterator[str]]) -> Format:
    name = f"baygraph.{ending}"
    return Format((name,), lambda source, out: _write(out / name, to_text(source.network)))


def _annotated() -> Format:
    name = "annotated.ttl"
    return Format((name,), lambda source, out: _write(out / name, to_annotated(source.folder)))


def _csv() -> Format:
    def write(source: Source, out: Path) -> None:
        for table in TABLES:
            _write(out / f"{table.name}.csv", comma.to_csv(table, source.tables.rows(table.name)))
        _write(out / comma.METADATA, [comma.metadata()])

    return Format((*(f"{table.name}.csv" for table in TABLES), comma.METADATA), write)


def _parquet() -> Format:
    def write(source: Source, out: Path) -> None:
        for table in TABLES:
            parquet.write_parquet(table, source.tables.rows(table.name), out / f"{table.name}.parquet")

    return Format(tuple(f"{table.name}.parquet" for table in TABLES), write, parquet.check)


def _write(path: Path, pieces: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)


FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        "jsonld": _jsonld(),
        "ntriples": _each_graph("nt", to_ntriples),
        "rdfxml": _each_graph("rdf", to_rdfxml),
        "rdf12": _annotated(),
        "graphml": _network("graphml", to_graphml),
        "gexf": _network("gexf", to_gexf),
        "cytoscape": _network("cyjs", to_cytoscape),
        "csv": _csv(),
        "parquet": _parquet(),
    }
)
