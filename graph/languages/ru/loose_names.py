"""Names without a head noun: Latin words in capitals, and what stands in quotes alone."""

from collections.abc import Sequence
from dataclasses import replace

from baygraph import terms
from baygraph.annotation import Mention, Token
from baygraph.identity.persons import latin_given
from baygraph.languages.known import Hit
from baygraph.languages.ru.clauses import is_finite
from baygraph.languages.ru.finding import Finding
from baygraph.languages.ru.phrases import OPENING, is_latin_name, latin_end, maker_before, quoted_end
from baygraph.languages.ru.quoted_names import apposed, is_introduced
from baygraph.languages.ru.words import head_nouns, lexicon, words

PRODUCT = 2  # nouns between a product's noun and its name, itself counted


def latin_names(found: Finding) -> None:
    """«Organizing Committee of the Zhongshan Fair»: Latin words around a head noun, and what follows «of»."""
    end, tokens = 0, found.sentence.tokens
    heads = lexicon().table("latin", "heads")
    for at in _beginnings(tokens):
        if at < end:
            continue
        end = stop = latin_end(tokens, at)
        headed = stop - at > 2 and any(t.lower in heads for t in tokens[at:stop])
        if headed or (stop - at == 2 and tokens[stop - 1].lower in heads):
            first = at + 1 if tokens[at].lower == "the" else at
            found.mentions.append(_loose(found, first, stop, "latin-name"))
            inner = next((i for i in range(first + 1, stop) if tokens[i].lower == "of"), stop)
            inner += 2 if inner + 1 < stop and tokens[inner + 1].lower == "the" else 1
            if inner < stop and any(t.lower in heads for t in tokens[inner:stop]):
                found.mentions.append(_loose(found, inner, stop, "latin-name"))
            found.taken.update(range(at, stop))


def _beginnings(tokens: Sequence[Token]) -> list[int]:
    """Where a Latin name or one in quotes may begin: most sentences have neither."""
    return [
        at for at, t in enumerate(tokens)
        if t.text in OPENING or ((first := t.text[0]) < "\u0250" and first.isalpha())
    ]  # fmt: skip


def loose_names(found: Finding) -> None:
    """Latin names and quoted names without a head noun («AstraZeneca», «Юньчжоу»)."""
    end, tokens = 0, found.sentence.tokens
    common = words("latin", "common")
    for at in _beginnings(tokens):
        if at < end:
            continue
        stop = 0 if at in found.taken else latin_end(tokens, at)
        if stop and not _only(tokens[at:stop], common) and not is_no_body(found, at, stop):
            found.add(_held(tokens, _loose(found, at, stop, "latin-name")))
        quoted = 0 if stop or at in found.taken else quoted_end(tokens, at)
        if (
            quoted
            and quoted - at <= 6
            and not _is_known(found, at, quoted)
            and tokens[at + 1].text[0].isupper()
            and not _is_speech(tokens[at:quoted])
        ):
            said = is_introduced(tokens, at, quoted)
            types = () if said else apposed(tokens, quoted)
            mention = _loose(found, at, quoted, "introduced-name" if said or types else "quoted-name")
            found.add(replace(mention, types=types or mention.types))
        end = max(stop, quoted)


def is_no_body(found: Finding, at: int, stop: int) -> bool:
    """Say whether a Latin name is nobody's: «лазер Lotus-F», «она же HLB», a sender of news in brackets."""
    tokens = found.sentence.tokens
    before = tokens[at - 1].lower if at else ""
    sender = before == "(" and not found.sentence.index and tokens[stop - 1].lower in words("latin", "news")
    return sender or before in words("latin", "again") or _is_of_product(tokens, at)


def _is_of_product(tokens: Sequence[Token], at: int) -> bool:
    """«система прослеживаемости EelTrace»: a noun for a product, perhaps with one that it governs."""
    for before in reversed(tokens[max(0, at - PRODUCT) : at]):
        own = [r for r in before.readings if r.pos == "NOUN"]
        if not own:
            return False
        if own[0].lemma in words("latin", "products") | words("generic", "products"):
            return maker_before(tokens, at) < 0
        if own[0].case != "gen" or own[0].animate or own[0].lemma in head_nouns():
            return False
    return False


def _is_known(found: Finding, at: int, stop: int) -> bool:
    """«Росатомом»: a name in quotes that the gazetteer has, in any case."""
    return any(m.kind == "known" and (m.first, m.stop) == (at + 1, stop - 1) for m in found.mentions)


def _is_speech(tokens: Sequence[Token]) -> bool:
    """«Мы рады гостям»: what somebody said, no name."""
    return any(is_finite(t) or t.pos == "PRON" for t in tokens)


def _only(tokens: Sequence[Token], common: frozenset[str]) -> bool:
    model = len(tokens) == 1 and any(c.isdigit() for c in tokens[0].text)  # «ARJ21-700»
    return model or all(t.lower in common or len(t.text) < 2 or not t.text.strip("IVXLC") for t in tokens)


def whole_latin(found: Finding, hit: Hit) -> Mention | None:
    """«KUKA Guangdong», «Conghua Orchards»: the longer Latin name that a known one begins or ends."""
    tokens, first = found.sentence.tokens, hit.first
    if not all(t.text.isascii() for t in tokens[first : hit.stop]) or "Field" in hit.entry.types:
        return None
    while first and is_latin_name(tokens[first - 1]):
        first -= 1
    stop = latin_end(tokens, first)
    if stop < hit.stop or stop - first == hit.stop - hit.first:
        return None
    mention = _loose(found, first, stop, "latin-name")
    own = hit.entry.types if first == hit.first and terms.is_a(hit.entry.types[0], "Institution") else ()
    return mention if mention.types != ("Company",) or not own else replace(mention, types=own)


def _loose(found: Finding, first: int, stop: int, rule: str) -> Mention:
    span = found.sentence.span(first, stop)
    name = found.text[span.start : span.end].strip('«»“”„"')
    types = _latin_types(found.sentence.tokens[first:stop])
    kind = "short" if rule == "quoted-name" else "loose"
    return Mention(found.sentence.index, first, stop, first, span, types, kind, name, rule, 0.6)


def _held(tokens: Sequence[Token], mention: Mention) -> Mention:
    """«на InnoEX»: what one is at is an event rather than a company."""
    at = mention.first and tokens[mention.first - 1].lower in words("latin", "at")
    return replace(mention, types=("Event", "Company")) if at and mention.types == ("Company",) else mention


def _latin_types(tokens: Sequence[Token]) -> tuple[str, ...]:
    table = lexicon().table("latin", "heads")
    if len(tokens) == 2 and tokens[0].lower in latin_given() and tokens[1].text.istitle():
        return table.get(tokens[1].lower, ("Person",))
    hits = [table[t.lower] for t in tokens if t.lower in table]
    of = any(t.lower == "of" for t in tokens)
    return (hits[0] if of else hits[-1]) if hits else ("Company",)
