"""Whether a noun stands for several things."""

from collections.abc import Sequence

from baygraph.annotation import Token
from baygraph.languages.zh.heads import tag
from baygraph.languages.zh.words import words


def is_counted(tokens: Sequence[Token], first: int, head: int) -> bool:
    """Say whether a number of things, more than one, stands before this token («7家», «多家»)."""
    at = first - 1
    if at >= 0 and tag(tokens[at]) == "q" and at > 0:
        at -= 1
    if at < 0:
        return False
    word = tokens[at].lemma
    if word in words("counting", "of_dates") and at + 1 == first:
        return False  # «11月7日 开幕式»
    if any(t.lemma.endswith("周年") for t in tokens[at : head + 1]):
        return False
    if word.isdigit() and at == first - 1:
        return False  # «9:30 开幕式»: what is counted has a counting word
    if word in words("counting", "many"):
        return True
    if word.endswith("大") and tag(tokens[at])[0] in "mj":
        return head - first < 2
    if word.startswith("第"):
        return word.endswith("批")
    number = (
        tag(tokens[at])[0] == "m"
        and not word.endswith("件")
        and not word.startswith(tuple(words("counting", "of_one")))
    )
    return number and word != "1" and not (word.isdigit() and len(word) == 4 and at == first - 1)
