"""The documentation site is built without a warning, tells of every command, question and term, offline."""

import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from conftest import REPOSITORY

from baygraph.cli.arguments import parser
from baygraph.query import available
from baygraph.terms import CLASSES, PROPERTIES

pytest.importorskip("sphinx", reason="needs the documentation's libraries")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (REPOSITORY / "docs").is_dir(), reason="needs a checkout"),
]

DOCS = REPOSITORY / "docs"
LANGUAGES = ("en", "ru", "zh")
LOADED = re.compile(r"""<(?:script|img|iframe|source)[^>]*\bsrc="([^"]+)"|<link[^>]*\bhref="([^"]+)"[^>]*>""")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-W",
        "--keep-going",
        "-b",
        "html",
        "-d",
        str(folder / "doctrees"),
    ]
    done = subprocess.run(
        [*command, str(DOCS), str(folder / "html")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "html"


def text(page: Path) -> str:
    return unescape(page.read_text("utf-8"))


def test_every_command_has_its_help_on_the_site(site: Path) -> None:
    page = text(site / "reference" / "commands.html")
    names = [name for action in parser()._actions if action.choices for name in action.choices]
    assert "build" in names
    assert not [name for name in names if f'id="baygraph-{name}"' not in page]


def test_every_question_stands_on_the_site_in_three_languages(site: Path) -> None:
    page = re.sub(r"\s+", " ", text(site / "reference" / "questions.html"))
    for each in available():
        for language in LANGUAGES:
            if language in each.question:
                assert " ".join(each.question[language].split()) in page, each.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_has_its_place_in_each_language(site: Path, language: str) -> None:
    page = text(site / "reference" / f"ontology-{language}.html")
    for name in CLASSES:
        assert f'id="{language}-class-{name.lower()}"' in page
    for name in PROPERTIES:
        assert f'id="{language}-property-{name.lower()}"' in page
    assert page.count('<svg class="bay-diagram"') == 2


def test_no_page_loads_anything_from_elsewhere(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 10
    for page in pages:
        loaded = {found for pair in LOADED.findall(page.read_text("utf-8")) for found in pair if found}
        assert not [each for each in loaded if each.startswith(("http:", "https:", "//"))], page.name
