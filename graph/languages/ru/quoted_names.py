"""Names in quotes: titles with a head noun of their own, and what the words around say is a company."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Mention, Token
from baygraph.languages.ru.clauses import is_finite
from baygraph.languages.ru.finding import Finding
from baygraph.languages.ru.heads import head_types
from baygraph.languages.ru.known_names import place_of_adjective
from baygraph.languages.ru.phrases import (
    adjectival,
    attributes_before,
    is_latin_name,
    maker_before,
    nouns,
    quoted_end,
)
from baygraph.languages.ru.places import place_heads
from baygraph.languages.ru.wording import dictionary_form, numbered
from baygraph.languages.ru.words import words

TITLED = frozenset({"Policy", "Program", "TalentProgram", "Event", "Project", "Agreement"})
SHORT = 4  # tokens of a short name in quotes


def titles(found: Finding) -> Iterator[Mention]:
    """«Меры поддержки …», «Кубок …» in quotes: the head noun inside says what is named."""
    tokens = found.sentence.tokens
    for at, token in enumerate(tokens):
        end = quoted_end(tokens, at) if token.text in "«“„" else 0
        if end and tokens[at + 1].text[0].isupper() and at not in found.taken:
            head = _own_head(tokens, at + 1, end - 1)
            if (
                head >= 0
                and head not in found.taken
                and not _has_head_before(tokens, at, head_types()[_lemma(tokens[head])])
            ):
                yield _title(found, at, head, end)


def _own_head(tokens: Sequence[Token], first: int, stop: int) -> int:
    """The first noun of a name in quotes when it can head a programme, event, project …, or -1."""
    head = next((i for i in range(first, min(first + 4, stop)) if nouns(tokens[i])), -1)
    if head < 0 or stop - first < 2 or any(is_finite(t) for t in tokens[first:stop]):
        return -1
    start, _ = attributes_before(tokens, head, first)
    plain = all(t.pos in {"NUM", "ADJ"} for t in tokens[first:start])
    return head if plain and TITLED & {*head_types().get(_lemma(tokens[head]), ())} else -1


def _lemma(token: Token) -> str:
    return next((r.lemma for r in nouns(token) if r.lemma in head_types()), "")


def _has_head_before(tokens: Sequence[Token], at: int, types: Sequence[str]) -> bool:
    """«программа «План …»» is read with the noun before the quotes."""
    before = tokens[at - 1] if at else None
    return before is not None and any(
        {*types} & {*head_types().get(r.lemma, ())} and r.number != "pl" for r in nouns(before)[:1]
    )


def _title(found: Finding, at: int, head: int, end: int) -> Mention:
    tokens, first, stop = found.sentence.tokens, at + 1, end - 1
    plural = all(r.number == "pl" for r in nouns(tokens[head])[:1])
    name = dictionary_form(found.text, tokens, first, head, stop, plural)
    if tokens[first].pos == "NUM":
        name = " ".join(
            (
                numbered(tokens[first], tokens[head]),
                found.text[tokens[head].end : tokens[stop - 1].end].strip(),
            )
        )
    span = found.sentence.span(at, end)
    types = head_types()[_lemma(tokens[head])]
    return Mention(
        found.sentence.index, at, end, head, span, types, "named", name[:1].upper() + name[1:],
        "quoted-title", 0.85,
    )  # fmt: skip


def listed(tokens: Sequence[Token], quote: int) -> list[tuple[int, int]]:
    """«компании «А», «Б» и «В»»: where each of the names in quotes stands, from the first quote on."""
    found: list[tuple[int, int]] = []
    end = quoted_end(tokens, quote)
    while end:
        found.append((quote, end))
        quote = end + 1
        joins = end < len(tokens) and tokens[end].lower in words("lists", "joining")
        end = quoted_end(tokens, quote) if joins else 0
    return found


def one_by_one(found: Finding, core: int, head: int, types: tuple[str, ...], quote: int) -> Iterator[Mention]:
    """A mention for each name of a list in quotes after a plural noun."""
    text, sentence = found.text, found.sentence
    for number, (first, stop) in enumerate(listed(sentence.tokens, quote)):
        name = text[sentence.tokens[first].end : sentence.tokens[stop - 1].start].strip()
        start, at = (core, head) if not number else (first, first)
        yield Mention(
            sentence.index,
            start,
            stop,
            at,
            sentence.span(start, stop),
            types,
            "named",
            name,
            "listed-name",
            0.85,
        )


def is_introduced(tokens: Sequence[Token], at: int, end: int) -> bool:
    """«макаоская «А»», «разработчик кабин «А»», ««А» (A Group)»: what is so introduced is a company."""
    if at and place_of_adjective(tokens[at - 1].stem) and adjectival(tokens[at - 1]):
        return True
    if _is_beside_latin(tokens, at) or _is_chain_of_shops(tokens, at):
        return True
    if end + 1 < len(tokens) and tokens[end].text == "(" and tokens[end + 1].text.isascii():
        return tokens[end + 1].text[0].isupper()
    return maker_before(tokens, at) >= 0 or (at > 0 and _is_head_of(tokens[at - 1])) or _acts(tokens, at, end)


def _is_beside_latin(tokens: Sequence[Token], at: int) -> bool:
    """«BYD и «Узавтосаноат»», «вместе с «Росатомом»»: what stands where bodies do."""
    if at < 2:
        return False
    joined = tokens[at - 1].lower == "и" and is_latin_name(tokens[at - 2])
    two = f"{tokens[at - 2].lower} {tokens[at - 1].lower}"
    return joined or two in words("prepositions", "together")


def _is_chain_of_shops(tokens: Sequence[Token], at: int) -> bool:
    """«сеть клиник «Эксимер»»: a chain of what it sells or does."""
    several = at > 1 and any(r.case == "gen" and r.number == "pl" for r in nouns(tokens[at - 1]))
    return several and any(r.lemma in words("generic", "chains") for r in nouns(tokens[at - 2]))


def _acts(tokens: Sequence[Token], at: int, end: int) -> bool:
    """««Лазурь» построит завод», «Соглашение подписала «Лазурь»»: a short name that does as a body does."""
    if end - at > SHORT + 1 or any(t.pos == "VERB" for t in tokens[at + 1 : end - 1]):
        return False
    follows = (
        end < len(tokens)
        and _is_deed(tokens[end])
        and (at == 0 or tokens[at - 1].lower in words("clauses", "going_on"))
    )
    return follows or (at > 0 and _is_deed(tokens[at - 1]))


def _is_deed(token: Token) -> bool:
    best = token.readings[0]
    return is_finite(token) and best.voice not in {"pass", "refl"} and best.lemma in words("deeds", "bodies")


def _is_head_of(token: Token) -> bool:
    """«основательница «А»», «президент «А»»: what somebody heads."""
    offices = words("titles", "offices") | words("titles", "roles", "founders")
    offices |= words("titles", "roles", "owners")
    return any(r.lemma in offices and r.number == "sg" for r in nouns(token))


def apposed(tokens: Sequence[Token], end: int) -> tuple[str, ...]:
    """The classes of ««Дорожная карта» — план из 22 мер» and ««А», дочерняя структура банка», or nothing."""
    if end + 1 >= len(tokens) or tokens[end].text not in {",", "—", "–"}:
        return ()
    at = end + 1
    while at < len(tokens) and adjectival(tokens[at]) and tokens[at].pos != "VERB":
        at += 1
    for reading in nouns(tokens[at])[:2] if at < len(tokens) else ():
        if reading.number == "sg" and (reading.case == "nom" or tokens[end].text != ","):
            maker = reading.lemma in words("generic", "makers") | words("joint", "nouns")
            found = ("Company",) if maker else head_types().get(reading.lemma, ())
            if found and not (tokens[end].text == "," and found[0] in {"Event", "Institution"}):
                return found
    return ()


def in_quoted_name(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """«Чжуншань Капитал»: a place at the edge of a name in quotes whose other words are capitals too."""
    start = next((i for i in range(first - 1, max(-1, first - SHORT), -1) if tokens[i].text in "«“„"), -1)
    end = quoted_end(tokens, start) if start >= 0 else 0
    if not stop <= end - 1 or end - start - 2 == stop - first or end - start > SHORT + 1:
        return False
    inside = tokens[start + 1 : end - 1]
    plain = all(t.text[0].isupper() and not t.text.isupper() and not adjectival(t) for t in inside)
    heads = head_types().keys() | place_heads().keys()
    return plain and not any(r.lemma in heads for t in inside for r in nouns(t))


def in_company_quotes(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """A place's name alone in quotes, or after «группа», is the name of a company («Юэсю», группа Yuexiu)."""
    quoted = (
        first > 0 and stop < len(tokens) and tokens[first - 1].text in "«“„" and tokens[stop].text in "»”“"
    )
    at = first - 2 if quoted else first - 1
    before = {r.lemma for r in nouns(tokens[at])} if at >= 0 else set[str]()
    of_body = before & words("generic", "companies")
    of_body |= before & head_types().keys() - place_heads().keys() if quoted else set()
    return bool(of_body) or (quoted and is_introduced(tokens, first - 1, stop + 1))
