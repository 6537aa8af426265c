"""What asking through Baygraph adds to bare pyoxigraph: the same questions to the same data, as JSON.

    python -P benchmarks/querying.py [FOLDER] [--documents 300]

Bare pyoxigraph evaluates a query in this process and writes the answer itself. Beside it stand, in turn and
warm: `baygraph.query` as `baygraph query` calls it once the graph is loaded; a real `baygraph serve`, asked
by HTTP, each time over a new connection; and what a worker of that server does, without HTTP and
the way between processes. Ratios are to bare pyoxigraph, the median of rounds. FOLDER is a published one;
without it, one is built of recombined texts.
"""

import argparse
import json
import statistics
import sys
from collections.abc import Callable, Iterator, Mapping
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import pyoxigraph as ox
from comparing import Took, in_turn, published, seconds, told, versions
from served import running

from baygraph.publish.layout import QUADS
from baygraph.query import QueryDocument, find, format_rows, parse, run
from baygraph.query.binding import bind
from baygraph.serve.evaluation import evaluate
from baygraph.serve.messages import Question
from baygraph.serve.published import Published

JSON = "application/sparql-results+json"
QUESTIONS = (
    "agreements",
    "cooperation",
    "events",
    "facts-of",
    "figures-of",
    "institutions-in",
    "names-of",
    "quotes-with",
    "shared-fields",
    "ties",
)
SCANS = {
    "scan of 10 000 triples": "SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 10000",
    "scan of 100 000 triples": "SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 100000",
}
QUERY, SERVE, WORKER, BARE = "baygraph query", "baygraph serve", "its worker alone", "pyoxigraph"
AIM = 1.2


def questions() -> Iterator[QueryDocument]:
    """Give what is asked, with the parameters left open."""
    yield from map(find, QUESTIONS)
    for name, text in SCANS.items():
        yield parse(name, text)


class Asked:
    """The four ways to an answer, each ready to be asked again and again."""

    def __init__(self, folder: Path, address: str) -> None:
        self._bare = ox.Store()
        self._bare.bulk_load(path=str(folder / QUADS), format=ox.RdfFormat.N_QUADS)
        self._published = Published(folder, address)
        self._place = urlsplit(address).netloc

    def ways(self, asked: QueryDocument) -> dict[str, Callable[[], bytes]]:
        """Give each way to the answer of one question; bare pyoxigraph stands last."""
        text = bind(asked, {}, lambda query: [])
        question = Question(text, JSON, "http://localhost/sparql", names_graphs=False)
        held = self._published.opened()
        return {
            QUERY: lambda: format_rows(run(self._bare, asked), "json").encode(),
            SERVE: lambda: self._by_http(text),
            WORKER: lambda: evaluate(held, question).body,
            BARE: lambda: self._by_pyoxigraph(text),
        }

    def _by_http(self, text: str) -> bytes:
        headers = {"Accept": JSON, "Content-Type": "application/sparql-query"}
        connection = HTTPConnection(self._place)
        connection.request("POST", "/sparql", text.encode(), headers)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        if response.status != 200:
            sys.exit(f"the server answers {response.status}: {body.decode()}")
        return body

    def _by_pyoxigraph(self, text: str) -> bytes:
        answer = self._bare.query(text, use_default_graph_as_union=True)
        assert isinstance(answer, ox.QuerySolutions)
        return answer.serialize(format=ox.QueryResultsFormat.JSON) or b""


def rows(body: bytes) -> int:
    """Count the rows of an answer."""
    return len(json.loads(body)["results"]["bindings"])


def compare(name: str, ways: Mapping[str, Callable[[], bytes]]) -> dict[str, Took]:
    """Measure one question in every way, once all have been seen to give as many rows."""
    counts = {way: rows(ask()) for way, ask in ways.items()}
    if len(set(counts.values())) > 1:
        sys.exit(f"{name}: the ways give different answers: {counts}")
    took = in_turn(ways)
    print(f"{name}, {counts[BARE]} rows")
    print("".join(f"{told('  ' + way, found)}\n" for way, found in took.items()), end="", flush=True)
    return took


def summed(every: list[dict[str, Took]]) -> Iterator[str]:
    """Tell the ratios of all questions together."""
    total = {way: sum(took[way].seconds for took in every) for way in every[0]}
    for way in (QUERY, SERVE):
        ratios = [took[way].ratio for took in every]
        within = sum(ratio <= AIM for ratio in ratios)
        yield (
            f"{way}: ratio {total[way] / total[BARE]:.2f} over all, {statistics.median(ratios):.2f} "
            f"the median question, {within} of {len(ratios)} within {AIM}"
        )
    share = 1 - total[WORKER] / total[SERVE]
    ahead = statistics.median((took[SERVE].seconds - took[WORKER].seconds) * 1000 for took in every)
    yield f"HTTP and the way between processes: {share:.0%} of the server's time, {ahead:.2f} ms a question"


def main() -> None:
    """Build if need be, serve, ask and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--documents", type=int, default=300)
    given = parser.parse_args()
    with (
        published(given.folder, given.documents) as folder,
        running(folder, "--limit", "0") as server,
    ):
        asked = Asked(folder, server.address)
        every = [compare(each.name, asked.ways(each)) for each in questions()]
    print("\n".join(summed(every)))
    print(f"finding a question, once a process: {seconds(lambda: find('ties')) * 1000:.1f} ms")
    print(versions("baygraph", "pyoxigraph", "uvicorn"))


if __name__ == "__main__":
    main()
