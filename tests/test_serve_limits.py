"""What one query may cost, and how a server begins and ends."""

import csv
import io
import json
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from served import Server, running

from baygraph.cli import main
from baygraph.serve.negotiation import ROWS as ROW_TYPES
from baygraph.serve.workers import GRACE

pytestmark = pytest.mark.package

SECONDS = 1
ROWS = 5
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
ALL = "SELECT * { ?s ?p ?o }"


@pytest.fixture(scope="module")
def strict(sample_folder: Path) -> Iterator[Server]:
    """A server that gives a query one second and five rows."""
    with running(sample_folder, "--timeout", str(SECONDS), "--limit", str(ROWS)) as server:
        yield server


def below(process: int) -> set[int]:
    """The processes that a process has begun, and those that they have begun."""
    if not Path("/proc/self/stat").exists():
        pytest.skip("needs /proc")
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue  # it has ended meanwhile
    found: set[int] = set()
    while more := {each for each, parent in parents.items() if parent in {process, *found}} - found:
        found |= more
    return found


def worked(processes: set[int]) -> int:
    """The clock ticks that processes have used up."""
    stats = (Path(f"/proc/{each}/stat") for each in processes)
    fields = [path.read_text().rpartition(")")[2].split() for path in stats if path.exists()]
    return sum(int(field[11]) + int(field[12]) for field in fields)


def ended(processes: set[int], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while any(Path(f"/proc/{each}").exists() for each in processes) and time.monotonic() < end:
        time.sleep(0.05)
    return time.monotonic() < end


def rests(server: Server) -> bool:
    before = worked(below(server.process.pid))
    time.sleep(0.4)
    return worked(below(server.process.pid)) - before <= 2


def test_a_query_that_takes_too_long_is_stopped_and_the_work_on_it_too(strict: Server) -> None:
    workers = below(strict.process.pid)
    began = time.monotonic()
    got = strict.ask(ENDLESS)
    assert (got.status, got.media_type) == (504, "text/plain")
    assert f"{SECONDS} s" in got.text
    assert SECONDS <= time.monotonic() - began < SECONDS + 3
    assert rests(strict)
    now = below(strict.process.pid)
    assert len(now) == len(workers) and len(now - workers) == 1
    assert strict.ask("ASK {}").status == 200


def test_while_one_query_runs_others_are_answered(strict: Server) -> None:
    slow = threading.Thread(target=strict.ask, args=(ENDLESS,))
    slow.start()
    try:
        time.sleep(0.2)
        assert strict.ask("ASK {}").status == strict.get("/page/zhongshan").status == 200
        assert slow.is_alive()
    finally:
        slow.join()


def test_more_slow_queries_than_workers_leave_a_server_that_answers(strict: Server) -> None:
    statuses: list[int] = []
    many = [threading.Thread(target=lambda: statuses.append(strict.ask(ENDLESS).status)) for _ in range(8)]
    for each in many:
        each.start()
    for each in many:
        each.join()
    assert set(statuses) <= {503, 504} and len(statuses) == 8
    assert strict.ask("ASK {}").status == 200
    assert rests(strict)


def test_nobody_waits_for_a_client_that_has_gone(strict: Server) -> None:
    host, port = strict.address.removeprefix("http://").split(":")
    request = (
        f"GET /sparql?query={ENDLESS.replace(' ', '+').replace('?', '%3F')} HTTP/1.1\r\nHost: {host}\r\n\r\n"
    )
    workers = below(strict.process.pid)
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(request.encode())
        time.sleep(0.2)
        assert not rests(strict)
    time.sleep(0.2)
    assert rests(strict)
    assert len(below(strict.process.pid)) == len(workers)


@pytest.mark.parametrize("accept", ROW_TYPES[:4])
def test_an_answer_is_cut_after_whole_rows_and_says_so(strict: Server, accept: str) -> None:
    got = strict.ask(ALL, accept)
    assert got.headers["Baygraph-Cut-After"] == str(ROWS)
    if accept == "text/csv":
        assert len([*csv.DictReader(io.StringIO(got.text))]) == ROWS
    else:
        rows = ox.parse_query_results(got.body, format=ox.QueryResultsFormat.from_media_type(accept))
        assert isinstance(rows, ox.QuerySolutions) and len(list(rows)) == ROWS
    assert "Baygraph-Cut-After" not in strict.ask(f"{ALL} LIMIT {ROWS}", accept).headers


@pytest.mark.parametrize("accept", ["text/turtle", "application/rdf+xml", "application/ld+json"])
def test_a_graph_is_cut_after_whole_triples(strict: Server, accept: str) -> None:
    got = strict.ask("CONSTRUCT WHERE { ?s ?p ?o }", accept)
    assert got.headers["Baygraph-Cut-After"] == str(ROWS)
    assert len(list(ox.parse(got.body, format=ox.RdfFormat.from_media_type(accept)))) == ROWS


@pytest.mark.parametrize(
    "query", ["SELECT * " + "{" * 50_000 + "}" * 50_000, "ASK { FILTER(" + "!" * 200_000 + "true) }"]
)
def test_a_query_that_breaks_its_worker_breaks_nothing_else(strict: Server, query: str) -> None:
    got = strict.send("POST", "/sparql", query.encode(), Content_Type="application/sparql-query")
    assert (got.status, got.media_type) == (500, "text/plain")
    assert strict.ask("ASK {}").status == 200


def test_an_end_in_the_middle_of_a_query_is_quick_and_leaves_no_process(sample_folder: Path) -> None:
    answers: list[int] = []
    with running(sample_folder, "--limit", "0") as server:
        all_rows = server.ask(ALL)
        assert len(json.loads(all_rows.body)["results"]["bindings"]) > ROWS
        assert "Baygraph-Cut-After" not in all_rows.headers
        many = [threading.Thread(target=lambda: answers.append(server.ask(ENDLESS).status)) for _ in range(6)]
        for each in many:
            each.start()
        time.sleep(0.4)
        begun = below(server.process.pid)
        assert begun
    for each in many:
        each.join()
    assert answers == [503] * 6
    assert ended(begun, 5)


def test_even_a_server_that_is_killed_leaves_no_process(sample_folder: Path) -> None:
    with pytest.raises(AssertionError), running(sample_folder, "--timeout", str(SECONDS)) as server:
        threading.Thread(target=_asked, args=(server,), daemon=True).start()
        time.sleep(0.3)
        begun = below(server.process.pid)
        assert begun
        server.process.send_signal(signal.SIGKILL)
    assert ended(begun, SECONDS + GRACE + 5)


def _asked(server: Server) -> None:
    try:
        server.ask(ENDLESS)
    except OSError:
        return  # the server has gone


@pytest.fixture
def complaint(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """What the command says when it cannot serve."""

    def said(*arguments: str) -> str:
        try:
            code = main(["serve", *arguments])
        except SystemExit as wrong_use:
            assert wrong_use.code == 2
        else:
            assert code == 1
        return capsys.readouterr().err

    return said


def test_what_cannot_be_served_is_said(
    strict: Server, sample_folder: Path, tmp_path: Path, complaint: Callable[..., str]
) -> None:
    port = strict.address.rpartition(":")[2]
    assert "in use" in complaint(str(sample_folder), "--port", port)
    assert "holds no published graph" in complaint(str(tmp_path), "--port", "0")
    assert "cannot be listened on" in complaint(str(sample_folder), "--host", "nowhere.invalid")
    assert "cannot be listened on" in complaint(str(sample_folder), "--port", "70000")
    (tmp_path / "baygraph.nq").write_text("<a:a> <a:b> nonsense .\n", "utf-8")
    assert "cannot be loaded" in complaint(str(tmp_path), "--port", "0")


@pytest.mark.parametrize(
    "option", [("--port", "-1"), ("--limit", "many"), ("--timeout", "0"), ("--timeout", "nan")]
)
def test_a_wrong_option_is_named(option: tuple[str, str], complaint: Callable[..., str]) -> None:
    assert option[0] in complaint("out", *option)


def test_help_and_other_commands_load_no_server() -> None:
    code = "import sys; from baygraph.cli.arguments import parser; import baygraph.query; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"uvicorn", "starlette", "jinja2", "anyio", "baygraph.serve"} & set(done.stdout.split())
