"""Figures as tables: the main one, which stands in the README, and the details."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

BEGIN, END = "<!-- accuracy: written by `make record` -->", "<!-- end of accuracy -->"
_MEASURES = ("entities", "relations", "figures", "figures+")
_LANGUAGES = {"ru": "Russian", "en": "English", "zh": "Chinese", "all": "all"}
_PARTS = {
    "read": "read",
    "held out": "not read",
    "all": "all",
    "later, read": "later, read",
    "later, held out": "later, not read",
}
_RATES = {"p": "precision", "r": "recall", "f1": "F1", "n": "n"}

Figures = Mapping[str, Any]
Rates = Mapping[str, float]


def main_table(figures: Figures) -> str:
    """Write the measures by language and by whether rules were written with a text at hand, as Markdown."""
    head = ("documents", "", *_MEASURES)
    lines = [head, ("---",) * len(head), *_main_rows(figures)]
    return "\n".join([*(_row(line) for line in lines), "", _over_all(figures)])


def details(figures: Figures) -> str:
    """Write the figures of each class and each property, in columns."""
    parts = ("classes", "properties")
    return "\n".join(line for part in parts for line in ("", *_detail(part, figures[part])))


def put_into(page: str, table: str) -> str:
    """Put the table in the place that a page has for it; raise ValueError if it has none."""
    start, end = page.index(BEGIN), page.index(END)
    return f"{page[:start]}{BEGIN}\n\n{table}\n\n{page[end:]}"


def table_of(page: str) -> str:
    """Give the table of a page, or nothing."""
    return page.partition(BEGIN)[2].partition(END)[0].strip("\n")


def _main_rows(figures: Figures) -> Iterator[tuple[str, ...]]:
    for language, name in _LANGUAGES.items():
        for part, kind in _PARTS.items():
            count = figures["documents"][part].get(language, 0)
            measures = figures["figures"][part]
            cells = (_cell(measures.get(f"{measure}.{language}")) for measure in _MEASURES)
            yield (name, f"{kind}: {count}", *cells)


def _cell(rates: Rates | None) -> str:
    return f"{rates['f1']:.2f} ({rates['p']:.2f}, {rates['r']:.2f})" if rates else "–"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _over_all(figures: Figures) -> str:
    merge, evidence = figures["figures"]["all"]["merge"], figures["figures"]["all"]["evidence"]
    shares = figures["faithfulness"]
    said = ", ".join(f"{name} {value:.2f}" for name, value in shares.items() if name != "n")
    return (
        "Each cell: F1 (precision, recall). Things told apart and put together across documents: "
        f"F1 {merge['f1']:.2f} ({merge['p']:.2f}, {merge['r']:.2f}).\n"
        f"Quotes that stand at their offsets: {evidence['right']} of {evidence['of']}.\n"
        f"Of {shares['n']} triples: {said}."
    )


def _detail(title: str, found: Mapping[str, Mapping[str, Rates]]) -> Iterator[str]:
    languages = [language for language in _LANGUAGES if language != "all"]
    heads = [*_RATES.values(), *(f"{_LANGUAGES[language]} F1" for language in languages)]
    yield f"{title:20}" + "".join(f"{head:>12}" for head in heads)
    for what, by_language in found.items():
        rates = [_number(name, by_language["all"]) for name in _RATES]
        rates += [_number("f1", by_language.get(language)) for language in languages]
        yield f"{what:20}" + "".join(f"{rate:>12}" for rate in rates)


def _number(name: str, rates: Rates | None) -> str:
    if rates is None or (name != "n" and not rates["n"]):
        return "–"
    return str(rates["n"]) if name == "n" else f"{rates[name]:.2f}"
