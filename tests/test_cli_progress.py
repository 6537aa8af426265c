"""Progress is one moving line on a terminal and a few plain lines elsewhere."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from baygraph.cli.progress import EVERY, shown

pytestmark = pytest.mark.package


def test_elsewhere_each_step_has_a_line_and_so_has_each_thousand_documents(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with shown() as progress:
        for done in range(1, 2 * EVERY + 2):
            progress("reading", done)
        progress("publishing", 0)
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines() == [
        "reading",
        "reading: 1000 documents",
        "reading: 2000 documents",
        "publishing",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_on_a_terminal_one_line_moves_and_standard_output_stays_plain(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nlang: ru\n---\nВ Чжуншане открылась лаборатория.", "utf-8")
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "baygraph", "build", "a.md", "-o", "out"]
    settings = os.environ | {"TERM": "xterm", "NO_COLOR": ""}
    done = subprocess.run(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=theirs, env=settings, check=True
    )
    os.close(theirs)
    assert b"\x1b[" in os.read(ours, 65536)
    assert done.stdout.decode() == "1 document published in out; open out/baygraph.html\n"
