"""What a Russian figure may be about: the phrases beside its verb, and the classes that have such figures."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Quantity, Sentence, Token
from baygraph.languages.pack import Argument, Bearing, Cue, Phrase
from baygraph.languages.ru.arguments import arguments
from baygraph.languages.ru.clauses import DASHES, Piece, is_finite, pieces
from baygraph.languages.ru.figure_words import suiting, words
from baygraph.languages.ru.participles import described
from baygraph.languages.ru.relatives import before_relative, relative_pronoun
from baygraph.languages.ru.scene import Scene, scene
from baygraph.languages.ru.words import words as relatives

OCCASIONS = frozenset({"Event"})


def bearing(quantity: Quantity, sentence: Sentence, phrases: tuple[Phrase, ...]) -> Bearing:
    """The phrases that a figure may be about, and the classes that it is usual of."""
    parts = tuple(dict.fromkeys(_parts(quantity, sentence, phrases)))
    verb = predicate(sentence.tokens, quantity.first, quantity.stop)
    if verb is not None and not quantity.unit and sentence.tokens[verb].lemma in words("verbs", "attending"):
        return Bearing(parts, OCCASIONS)  # «участвуют 64 студента из восьми университетов»
    return Bearing(parts, suiting(sentence.tokens[quantity.measure_head], quantity.unit))


def _parts(quantity: Quantity, sentence: Sentence, phrases: tuple[Phrase, ...]) -> Iterator[Argument]:
    verb = predicate(sentence.tokens, quantity.first, quantity.stop)
    said = quantity.measure_head < quantity.first  # «Смета — 260 млн юаней, и 40 % берёт на себя управление»
    if verb is None or (said and verb > quantity.stop and _is_dashed(sentence.tokens, quantity.first, verb)):
        return
    cue = Cue("figure", verb, _use(sentence.tokens[verb]), sentence.tokens[verb].lemma)
    found = arguments(cue, sentence, phrases)
    yield from found
    yield from _allotted(cue, sentence, phrases)
    yield from _holding(quantity, found, phrases)
    yield from _attended(cue, found, phrases)
    if cue.word in words("verbs", "using"):  # «программой воспользовались 58 стартапов»
        yield from (Argument("made", a.phrase) for a in found if a.role in {"ins", "agent"})
    around = scene(cue, sentence, phrases)
    yield from _described(cue, around, _has_subject(found, phrases))
    own = around.piece.first
    yield from (
        Argument("topic", i) for i, p in around.phrases
        if "nom" in p.roles and p.stop <= max(own, verb) and p.mention.kind != "pronoun"
    )  # fmt: skip


def _described(cue: Cue, around: Scene, has_subject: bool) -> Iterator[Argument]:
    """«парк, где работают 30 фирм», «завод, под который отвели 6 га», «форум, собравший 500 гостей»."""
    pronoun = relative_pronoun(around)
    if pronoun and has_subject and pronoun[1].lemma in words("context", "whose"):
        return  # «университет, чья лаборатория выполнила 78 экспертиз»: the laboratory has
    index = before_relative(around, pronoun[1]) if pronoun else None
    if pronoun and has_subject and pronoun[1].lemma in relatives("relative", "where"):
        return
    if cue.use.startswith("participle"):
        index = described(cue, around)
        if index is None and around.piece.first:
            index = next((i for i, p in around.phrases if p.stop == around.piece.first), None)
    if index is not None:
        where = pronoun is not None and pronoun[1].lemma in relatives("relative", "where")
        yield Argument("where" if where else "antecedent", index)


def _has_subject(found: Sequence[Argument], phrases: Sequence[Phrase]) -> bool:
    return any(a.role == "subj" and not phrases[a.phrase].plural for a in found)


def _holding(quantity: Quantity, found: Sequence[Argument], phrases: Sequence[Phrase]) -> Iterator[Argument]:
    """«в парке работают 30 фирм», «в её стенах сложились 24 коллектива»: what is counted is the subject."""
    others = [a for a in found if phrases[a.phrase].mention.head != quantity.measure_head]
    if not quantity.unit and not _has_subject(others, phrases):
        yield from (
            Argument("where", a.phrase) for a in others
            if a.role in {"in", "on", "at"} and _stands(phrases[a.phrase])
        )  # fmt: skip


def _stands(phrase: Phrase) -> bool:
    """«в парке», «здесь», «в её стенах», but not «в парк»."""
    stays = "loc" in phrase.cases or (phrase.mention.kind == "pronoun" and "acc" not in phrase.cases)
    return stays and "Event" not in phrase.mention.types


def _attended(cue: Cue, found: Sequence[Argument], phrases: Sequence[Phrase]) -> Iterator[Argument]:
    """«церемонию посетили 200 гостей», «на праздник съехались …», «форум собрал 300 делегатов»."""
    roles = {"obj", "to", "on"} if cue.word in words("verbs", "attending") else set()
    roles |= {"subj"} if cue.word in words("verbs", "gathering") else set()
    yield from (
        Argument("occasion", a.phrase) for a in found
        if a.role in roles and "Event" in phrases[a.phrase].mention.types
    )  # fmt: skip


def _is_dashed(tokens: Sequence[Token], first: int, verb: int) -> bool:
    """A dash stands for the verb of a number, and the next verb has a clause of its own."""
    dashed = any(t.text in DASHES for t in tokens[max(0, first - 3) : first + 1])
    return dashed and any(t.text in {",", ";"} for t in tokens[first:verb])


def _allotted(cue: Cue, sentence: Sentence, phrases: tuple[Phrase, ...]) -> Iterator[Argument]:
    """«под институт отвели два этажа», «за лабораторией закрепят …»: who something is set apart for."""
    if cue.word in words("verbs", "allotting"):
        yield from (
            Argument("for", i) for i, p in enumerate(phrases)
            if p.first and sentence.tokens[p.first - 1].lower in words("context", "benefit")
        )  # fmt: skip


def predicate(tokens: Sequence[Token], first: int, stop: int) -> int | None:
    """The verb or participle of the piece that a number stands in, else of the nearest before or after."""
    cut = pieces(tokens)
    own = next((i for i, p in enumerate(cut) if p.first <= first < p.stop), 0)
    for piece in (*cut[own::-1], *cut[own + 1 :]):
        verbs = _verbs(tokens, piece)
        if verbs:
            left = [v for v in verbs if v < first]
            return left[-1] if left else verbs[0]
    return None


def _verbs(tokens: Sequence[Token], piece: Piece) -> list[int]:
    finite = [i for i in range(piece.first, piece.stop) if is_finite(tokens[i])]
    if finite or piece.kind != "participle":
        return finite
    return [
        i for i in range(piece.first, min(piece.stop, piece.first + 4))
        if any(r.form in {"part", "ger"} for r in tokens[i].readings)
    ]  # fmt: skip


def _use(token: Token) -> str:
    reading = next((r for r in token.readings if r.form == "part"), token.readings[0])
    passive = reading.voice == "pass"
    if reading.form == "part":
        return "participle-passive" if passive else "participle"
    return "passive" if passive else "active"
