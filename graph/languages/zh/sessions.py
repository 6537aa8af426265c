"""Lines of a programme: «10:00　开幕式», «■ 11月8日 参观», parts of the event that the text is about."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from baygraph.annotation import Token
from baygraph.languages.pack import Phrase
from baygraph.languages.zh.figure_words import longest_first
from baygraph.languages.zh.heads import head_types
from baygraph.languages.zh.words import words

LONGEST = 12  # tokens of a time
WIDEST = 6  # tokens of a session without a head


@cache
def _time() -> re.Pattern[str]:
    """What stands before a session: a bullet, a day, an hour, or the letter of one beside others."""
    parts_of_day = "|".join(longest_first("dates", "parts_of_day"))
    return re.compile(
        r"[^\w\s“「『《（(]?(?:第[一二三四五六七八九十]天|(?:\d{1,2}月)?\d{1,2}日)?(?:[（(][^（）()]{1,4}[）)])?"
        rf"(?:{parts_of_day})?(?:\d{{1,2}}[:：]\d{{2}}(?:[-–—~～至]\d{{1,2}}[:：]\d{{2}})?)?[A-HＡ-Ｈ]?"
    )


def session_at(tokens: Sequence[Token]) -> int:
    """Where what is on begins in a line of a programme, behind its time and a gap; -1 in other sentences."""
    prefix = ""
    for at, token in enumerate(tokens[:LONGEST]):
        if prefix and tokens[at - 1].end < token.start and _time().fullmatch(prefix) and prefix[-1].isalnum():
            return -1 if prefix[-1] == "日" and prefix[0].isdigit() and tokens[-1].text == "。" else at
        prefix += token.text
        if token.text in "，。；":
            break
    return -1


def sessions(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """«参观», «项目路演与签约»: what is done in such a line, where no head of an event names it."""
    first = session_at(tokens)
    if first < 0:
        return
    stop = first
    while stop < len(tokens) and (tokens[stop].text.isalnum() and (stop == first or _is_close(tokens, stop))):
        stop += 1
    done = first < stop <= first + WIDEST and tokens[stop - 1].lemma in words("programme", "acts")
    if done and "Event" not in head_types(tokens[stop - 1].lemma):
        yield first, stop


def _is_close(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].end == tokens[at].start


def is_session(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Say whether an event is what a line of a programme tells of, and more than its kind."""
    first = session_at(tokens) if "Event" in phrase.mention.types else -1
    return 0 <= first <= phrase.mention.first <= first + 1 and not is_heading(tokens, phrase)


def is_heading(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """«■ 11月8日 分论坛»: a line that only says of what kind those below are."""
    mention = phrase.mention
    bare = mention.stop - mention.first == 1 and tokens[mention.head].lemma in words("programme", "heads")
    return bare and mention.stop == len(tokens) and mention.first > 0
