"""Fields that no list has: members of an enumeration with known fields, and what is said to be a field."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.en.capitals import classes_at, is_capital
from baygraph.languages.en.counted import dictionary_form
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.words import lexicon

LONGEST = 4


def listed_fields(sentence: Sentence, found: Sequence[Mention]) -> list[Mention]:
    """«biomedicine and security», «in the fields of A and B»: what is in a list of fields is a field."""
    known = [m for m in found if "Field" in m.types]
    taken = {i for m in found for i in range(m.first, m.stop) if m.kind != "plural"}
    out: list[Mention] = []
    todo = [(m.first, m.stop) for m in known]
    todo += [(at, at) for at in _announced(sentence.tokens)]
    while todo:
        first, stop = todo.pop(0)
        for begin, end in (*_right(sentence.tokens, first, stop), *_left(sentence.tokens, first, stop)):
            if not taken & set(range(begin, end)):
                out.append(field_mention(sentence, begin, end))
                taken.update(range(begin, end))
                todo.append((begin, end))
    return out


def field_mention(sentence: Sentence, first: int, stop: int, rule: str = "listed-field") -> Mention:
    """A field under its words, the head as it stands."""
    name = dictionary_form(sentence.tokens, first, stop - 1)
    plural = sentence.tokens[stop - 1].text
    name = (
        name[: len(name) - len(singular(plural.lower()))] + plural
        if not is_capital(sentence.tokens[stop - 1])
        else name
    )
    span = sentence.span(first, stop)
    return Mention(sentence.index, first, stop, stop - 1, span, ("Field",), "named", name, rule, 0.65)


def _announced(tokens: Sequence[Token]) -> Iterator[int]:
    """The token behind «in the fields of», «areas such as»."""
    for at, token in enumerate(tokens):
        if singular(token.lower) in lexicon().words("field_nouns", "words") and at + 2 < len(tokens):
            if tokens[at + 1].lower in {"of", "including"} and tokens[at - 1].lower in {
                "the",
                "in",
                "key",
                "such",
            }:
                yield at + 2
            elif tokens[at + 1].lower == "such" and tokens[at + 2].lower == "as":
                yield at + 3


def _right(tokens: Sequence[Token], first: int, stop: int) -> Iterator[tuple[int, int]]:
    at = stop
    if first < stop:
        at = _past_joint(tokens, stop)
        if at <= stop + (tokens[stop].text == ")" if stop < len(tokens) else 0):
            return
    end = _noun_end(tokens, at)
    if end and (first == stop or _is_closed(tokens, end)):
        yield at, end


def _past_joint(tokens: Sequence[Token], at: int) -> int:
    """Behind «, and», «and», «,», «as well as»."""
    at += at < len(tokens) and tokens[at].text == ")"
    words = [t.lower for t in tokens[at : at + 3]]
    if words == ["as", "well", "as"]:
        return at + 3
    if words[:2] == [",", "and"]:
        return at + 2
    return at + 1 if words[:1] in (["and"], [","], ["or"]) else at


def _noun_end(tokens: Sequence[Token], at: int) -> int:
    """The end of a short bare noun phrase in small letters that can be a field, or 0."""
    stop = at
    while (
        stop < len(tokens)
        and stop - at < LONGEST
        and tokens[stop].pos in {"ADJ", "NOUN"}
        and not is_capital(tokens[stop])
    ):
        stop += 1
    if stop == at or tokens[stop - 1].pos != "NOUN" or not _can_be_field(tokens, at, stop):
        return 0
    after = tokens[stop] if stop < len(tokens) else None
    ends = (
        after is None
        or after.text in {",", ".", ";", ")", "(", "--", "—", ":"}
        or after.pos in {"CCONJ", "ADP", "VERB", "AUX", "SCONJ"}
    )
    return stop if ends and (after is None or after.lower not in {"of", "for", "between"}) else 0


def _can_be_field(tokens: Sequence[Token], first: int, stop: int) -> bool:
    head = singular(tokens[stop - 1].lower)
    no = lexicon().words("field_nouns", "never")
    return (
        head not in no
        and tokens[first].lower not in {"other", "new", "many", "such"}
        and not classes_at(tokens, first, stop - 1)
    )


def _is_closed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a member ends its list or leads on to «and»: «A, B» before a new clause is no list."""
    after = [t.lower for t in tokens[at : at + 12]]
    joined = [t.lower for t in tokens[max(0, at - LONGEST - 1) : at]]
    return "and" in joined or (after[:1] in ([","], ["and"], ["as"]) and "and" in after)


def _left(tokens: Sequence[Token], first: int, stop: int) -> Iterator[tuple[int, int]]:
    if first == stop or first < 2 or tokens[first - 1].lower not in {"and", ","}:
        return
    end = first - 1 - (tokens[first - 1].lower == "and" and tokens[first - 2].text == ",")
    begin = end
    while (
        begin > 0
        and end - begin < LONGEST
        and tokens[begin - 1].pos in {"ADJ", "NOUN"}
        and not is_capital(tokens[begin - 1])
    ):
        begin -= 1
    before = tokens[begin - 1] if begin else None
    opens = before is not None and (before.pos in {"ADP", "VERB"} or before.text in {",", ":", "("})
    known = tokens[first - 1].lower == "and" or _is_closed(tokens, stop)
    if (
        begin < end
        and tokens[end - 1].pos == "NOUN"
        and opens
        and known
        and _can_be_field(tokens, begin, end)
    ):
        yield begin, end
