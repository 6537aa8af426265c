"""The office beside a person's name as the text has it, without the body in which it is held."""

from collections.abc import Collection, Sequence

from baygraph.annotation import Token
from baygraph.languages.en.capitals import DASHES
from baygraph.languages.en.finding import clean
from baygraph.languages.en.titles import is_title
from baygraph.languages.en.words import lexicon
from baygraph.languages.pack import Phrase

MODIFYING = frozenset({"ADJ", "NOUN", "PROPN"})
CALLINGS = frozenset({"professor", "academician", "doctor"})  # an office beside them says more


def with_title(tokens: Sequence[Token], phrase: Phrase, held: Collection[int]) -> Phrase:
    """A person's phrase with the office in it; ``held`` are the tokens of the bodies inside it."""
    mention = phrase.mention
    before = _title(tokens, phrase.first, mention.first, held)
    after = _title(tokens, mention.stop, phrase.stop, held)
    said = after if after and before.lower() in CALLINGS | {""} else before
    return phrase._replace(title=said) if said else phrase


def _title(tokens: Sequence[Token], first: int, stop: int, held: Collection[int]) -> str:
    """The first office between two tokens («deputy director», «Secretary for Culture»), or nothing."""
    head = next((i for i in range(first, stop) if i not in held and is_title(tokens[i])), None)
    if head is None:
        return ""
    begin = head
    while begin > first and begin - 1 not in held and _modifies(tokens, begin - 1):
        begin -= 1
    while begin < head and tokens[begin].text in DASHES:
        begin += 1
    return clean(tokens[begin : _end(tokens, head + 1, stop, held)])


def _modifies(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    joins = token.pos == "CCONJ" and at > 0 and is_title(tokens[at - 1])
    honorific = token.lower in lexicon().words("capitals", "honorifics")
    modifier = token.pos in MODIFYING or token.lower in lexicon().words("titles", "modifiers")
    return not honorific and (modifier or token.text in DASHES or joins)


def _end(tokens: Sequence[Token], at: int, stop: int, held: Collection[int]) -> int:
    """Over more offices («founder and CEO») and over what an office is for («Secretary for Culture»)."""
    while at < stop and at not in held:
        token = tokens[at]
        offices = (i for i in range(at + 1, min(at + 5, stop)) if is_title(tokens[i]) and i not in held)
        following = next(offices, None)
        if token.pos == "CCONJ" and following is not None:
            at = following + 1
        elif (token.text in DASHES and at + 1 < stop) or (
            token.text == "," and following == at + 1 and at + 2 < stop
        ):
            at += 2
        elif is_title(token) or token.lower == "general" or _leads_on(tokens, at, stop, held):
            at += 1
        elif token.lower == "for" and at + 1 < stop and at + 1 not in held:
            return _portfolio_end(tokens, at + 1, stop, held)
        else:
            break
    return at


def _leads_on(tokens: Sequence[Token], at: int, stop: int, held: Collection[int]) -> bool:
    """«Chief | Corporate Development Officer»: a word before the office proper."""
    while at < stop and at not in held and tokens[at].pos in MODIFYING:
        if is_title(tokens[at]):
            return True
        at += 1
    return False


def _portfolio_end(tokens: Sequence[Token], at: int, stop: int, held: Collection[int]) -> int:
    end = at
    while (
        at < stop
        and at not in held
        and (tokens[at].pos in MODIFYING | {"CCONJ", "DET"} or tokens[at].text == ",")
    ):
        at += 1
        end = at if tokens[at - 1].pos in MODIFYING else end
    return end
