"""Which phrases belong to a verb, participle or rank, and in which part."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Sentence, Token
from baygraph.languages.classes import SEATED
from baygraph.languages.pack import Argument, Cue, Phrase
from baygraph.languages.ru import predicates, topics
from baygraph.languages.ru.lists import of_members
from baygraph.languages.ru.participles import of_participle
from baygraph.languages.ru.scene import scene
from baygraph.languages.ru.verbs import of_ellipsis, of_verb
from baygraph.languages.ru.visits import of_visit

RECEIVING = frozenset({"for", "dat", "in", "at", "to"})
BUILT = SEATED | {"Project"}


def arguments(cue: Cue, sentence: Sentence, phrases: tuple[Phrase, ...]) -> tuple[Argument, ...]:
    """The parts that phrases play beside a cue; several phrases may play one part."""
    found = (*_arguments(cue, sentence, phrases), *_unsaid(cue, phrases))
    found = tuple(_received(found, phrases)) if cue.frame == "join" else found
    return of_members(found, phrases)


def _received(found: Sequence[Argument], phrases: Sequence[Phrase]) -> Iterator[Argument]:
    """«поставит станки для завода», «пишет центру программы»: what receives something is added to."""
    for argument in found:
        built = BUILT & set(phrases[argument.phrase].mention.types[:1])
        if built and argument.role in RECEIVING:
            yield argument._replace(role="obj")
        elif built or argument.role not in {"obj", "of"} or phrases[argument.phrase].mention.kind == "zero":
            yield argument


def _arguments(cue: Cue, sentence: Sentence, phrases: tuple[Phrase, ...]) -> Iterator[Argument]:
    if cue.frame == "office" and any(p.first <= cue.token < p.stop for p in phrases if p.title):
        return iter(())
    if cue.use == "visit":
        return of_visit(cue, phrases)
    if cue.use == "noun":
        return predicates.of_noun(cue, scene(cue, sentence, phrases, whole=False))
    around = scene(cue, sentence, phrases)
    if cue.use == "ellipsis":
        return of_ellipsis(cue, around)
    if cue.use == "inverse":
        return predicates.of_dash(cue, around)
    if cue.use == "topic":
        return topics.of_topic(cue, around)
    if cue.use == "rank":
        return topics.of_rank(cue, around)
    if cue.use.startswith("participle") or is_gerund(sentence.tokens[cue.token]):
        return of_participle(cue, around, scene(cue, sentence, phrases, whole=False))
    return of_verb(cue, around)


def is_gerund(token: Token) -> bool:
    """«открывая», «подписав»: a verb that leans on another."""
    return token.readings[0].form == "ger"


def _unsaid(cue: Cue, phrases: Sequence[Phrase]) -> Iterator[Argument]:
    """«Модератором выступил …»: what is not said at all but understood from the text before."""
    absent = [(i, p) for i, p in enumerate(phrases) if p.mention.kind == "zero" and p.first == cue.token]
    for i, p in absent:
        if cue.use == "noun":
            yield Argument("of", i)
        elif cue.frame in {"join", "hold"}:
            yield Argument("obj", i)
        elif p.mention.types[0] != "Body":
            yield Argument("at", i)
        elif cue.frame == "specialize":
            yield Argument("subj", i)
