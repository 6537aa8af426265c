"""What a build on a cluster refuses, and what it says where there is no Spark."""

from pathlib import Path

import pytest

from baygraph.cli import main
from baygraph.cli.arguments import read
from baygraph.cluster import session
from baygraph.cluster.files import Listed, address_of
from baygraph.cluster.parts import make_rows
from baygraph.cluster.session import OtherRules

pytestmark = pytest.mark.package


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["s3a://news/2024"], "s3a://news/2024 is an address, which only --engine spark reads"),
        ([".", "-o", "hdfs://store/graph"], "hdfs://store/graph is an address"),
        ([".", "--master", "local[2]"], "--master and --conf are for --engine spark"),
        ([".", "--engine", "spark"], "--engine spark needs --master URL"),
        (["-", "--engine", "spark", "--master", "local[2]"], "- is read on this machine only"),
        ([".", "--engine", "spark", "--master", "x", "--workers", "2"], "--state and --workers are for"),
        (["--engine", "spark", "--master", "x", "-o", "s3a://a/b", "--store"], "--store needs a folder"),
    ],
)
def test_what_one_engine_cannot_do_is_refused_before_anything_is_read(
    words: list[str], told: str, in_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", *words]) == 1
    assert told in capsys.readouterr().err
    assert not list(in_folder.iterdir())


def test_without_pyspark_the_command_says_how_to_get_it(
    in_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "find_spec", lambda name: None)
    assert main(["build", ".", "--engine", "spark", "--master", "local[2]"]) == 1
    assert "pip install 'baygraph[spark]'" in capsys.readouterr().err
    assert not list(in_folder.iterdir())


def test_without_java_the_command_says_what_is_needed(
    in_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "find_spec", lambda name: name)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "")
    assert main(["build", ".", "--engine", "spark", "--master", "local[2]"]) == 1
    assert "needs Java 17" in capsys.readouterr().err


def test_a_machine_that_would_read_by_other_rules_is_refused() -> None:
    with pytest.raises(OtherRules, match="install the same on all"):
        next(make_rows("the hash of other rules", []))


def test_the_reason_of_a_machine_of_the_cluster_is_told_without_the_trace_around_it() -> None:
    trace = (
        "An error occurred.\n: Traceback:\nbaygraph.cluster.session.OtherRules: box7 has another\n\tat java"
    )
    assert session.why(trace) == "box7 has another"
    trace = "It failed:\n: a.b.SparkException: stage 1\n\tat x\nCaused by: a.IOException: f is none\n\tat y"
    assert session.why(trace) == "f is none"
    assert session.why("\n\n Connection refused \n\tat java") == "Connection refused"


def test_settings_of_spark_are_names_and_values(capsys: pytest.CaptureFixture[str]) -> None:
    given = read(["build", "--conf", "spark.a=b=c", "--conf", "spark.d="])
    assert given.conf == [("spark.a", "b=c"), ("spark.d", "")]
    with pytest.raises(SystemExit):
        read(["build", "--conf", "spark.a"])
    assert "is no NAME=VALUE" in capsys.readouterr().err


def test_a_listed_file_is_found_again_by_what_spark_writes_of_it() -> None:
    listed = Listed("news/2024/a [1].jsonl.gz", "file:/data/news/2024/100%/a [1].jsonl.gz", 1)
    assert (listed.suffix, listed.stem) == (".jsonl.gz", "a [1]")
    assert listed.pattern == "file:/data/news/2024/100%/a \\[1\\].jsonl.gz"
    assert address_of("file:///data/news/2024/100%25/a%20%5B1%5D.jsonl.gz") == listed.address
    assert address_of("s3a://news/a%20b.jsonl") == "s3a://news/a b.jsonl"
