"""The project's own texts: each says whose it is, reads without complaint, and was written for it."""

import json
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
import yaml
from conftest import REPOSITORY

from baygraph.model import Document
from baygraph.read import read_inputs

CORPUS = REPOSITORY / "corpus"
SHARED = REPOSITORY.parent / "shared"
FIELDS = {"id", "lang", "title", "issued", "publisher"}
LANGUAGES = {"ru": "ru", "en": "en", "zh-Hans": "zh", "zh-Hant": "zh-hant"}  # tag: end of the id
FRONT_MATTER = re.compile(r"---\n(.*?)\n---\n(.*)", re.DOTALL)
TOKEN = re.compile(r"[\u4e00-\u9fff]|[^\W\u4e00-\u9fff]+")
# A newsroom page, in words; two Chinese characters count as one.
SHORTEST, LONGEST = 150, 350
BORROWED = 8

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="needs a checkout")


def paths() -> list[Path]:
    return sorted(CORPUS.rglob("*.md"))


def parts(path: Path) -> tuple[dict[str, str], str]:
    match = FRONT_MATTER.fullmatch(path.read_text("utf-8"))
    assert match, f"{path.name} has no front matter"
    return yaml.load(match[1], Loader=yaml.BaseLoader), match[2]


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of eight words; of Chinese, which is written without spaces, of sixteen characters."""
    found = TOKEN.findall(text)
    size = BORROWED * (2 if sum(map(chinese, found)) * 2 > len(found) else 1)
    windows = (found[at : at + size] for at in range(len(found) - size + 1))
    return {tuple(map(str.casefold, window)) for window in windows if not proper_name(window)}


def proper_name(run: list[str]) -> bool:
    """Tell names such as Hong Kong University of Science and Technology, which nobody can put otherwise."""
    return not any(chinese(token) or (token.islower() and len(token) > 3) for token in run)


def chinese(token: str) -> bool:
    return "\u4e00" <= token <= "\u9fff"


def words(text: str) -> float:
    return sum(0.5 if chinese(token) else 1 for token in TOKEN.findall(text))


def shared_texts() -> Iterator[tuple[str, str]]:
    for path in sorted((SHARED / "corpus").glob("*.txt")):
        yield path.name, path.read_text("utf-8")
    for path in sorted((SHARED / "eval" / "dev").glob("*.json")):
        yield path.name, json.loads(path.read_text("utf-8"))["text"]


def test_there_are_texts_about_many_cities_and_years() -> None:
    issued = {parts(path)[0]["issued"][:4] for path in paths()}
    assert len(paths()) >= 8
    assert len(issued) >= 5


@pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)
def test_a_text_says_its_id_language_title_date_and_publisher(path: Path) -> None:
    fields, text = parts(path)
    assert set(fields) == FIELDS and all(fields.values())
    assert fields["publisher"] == "Baygraph"
    assert re.fullmatch(r"\d{4}(-\d{2}){0,2}", fields["issued"])
    assert fields["id"] == path.stem, "the file is named by the id"
    assert re.fullmatch(rf"[a-z0-9]+(-[a-z0-9]+)*-{LANGUAGES[fields['lang']]}", fields["id"])
    assert SHORTEST <= words(text) <= LONGEST


@pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)
def test_a_text_is_clean_prose_in_paragraphs(path: Path) -> None:
    _, text = parts(path)
    assert text.endswith("\n") and not text.endswith("\n\n")
    for paragraph in text.rstrip("\n").split("\n\n"):
        assert re.fullmatch(r"\S[^\n]*[.。!?”»」]", paragraph), paragraph
        assert "  " not in paragraph


def test_the_whole_folder_reads_as_documents_with_ids_of_their_own() -> None:
    found = list(read_inputs([CORPUS]))
    assert not [failure for failure in found if not isinstance(failure, Document)]
    assert len({document.id for document in found if isinstance(document, Document)}) == len(paths())


def test_no_text_borrows_eight_words_running_from_the_shared_documents() -> None:
    if not SHARED.is_dir():
        pytest.skip("needs ../shared, which is absent")
    theirs = set(chain.from_iterable(runs(text) for _, text in shared_texts()))
    borrowed = {path.stem: [" ".join(run) for run in runs(parts(path)[1]) & theirs] for path in paths()}
    assert theirs
    assert not {name: found for name, found in borrowed.items() if found}
