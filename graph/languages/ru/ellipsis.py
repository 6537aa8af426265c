"""What a clause leaves out: «Первый центр — в Бостоне, второй — в Кёльне»."""

from collections.abc import Iterator, Sequence

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.pack import Cue
from baygraph.languages.ru.clauses import DASHES, pieces
from baygraph.languages.ru.phrases import adjectival, nouns
from baygraph.languages.ru.wording import nominative
from baygraph.languages.ru.words import words


def repeated(sentence: Sentence, cues: Sequence[Cue]) -> Iterator[Cue]:
    """The cues of a clause once more for each clause after it that leaves out their verb."""
    tokens, verbs = sentence.tokens, list[Cue]()
    for piece in pieces(tokens):
        if piece.kind == "finite":
            verbs = [
                c for c in cues if piece.first <= c.token < piece.stop and c.use in {"active", "passive"}
            ]
        if piece.kind == "elliptic" and tokens[piece.first].text in DASHES:
            for cue in verbs:
                yield cue._replace(token=piece.first, use="ellipsis", word=cue.use)


def headless(sentence: Sentence, found: Sequence[Mention]) -> Iterator[Mention]:
    """«Европейский — в Оксфорде»: an adjective that leaves out the head of a name before it."""
    tokens = sentence.tokens
    for piece in pieces(tokens):
        at = piece.stop - 1
        if piece.kind != "elliptic" or tokens[piece.first].text in DASHES or not _is_adjective(tokens[at]):
            continue
        models = [m for m in found if m.stop <= piece.first and m.kind in {"named", "described"}]
        models = [m for m in models if any(r.pos == "NOUN" for r in nouns(tokens[m.head]))]
        if models and tokens[at - 1].lower in words("clauses", "elliptic"):
            yield _mention(sentence, at, models[-1])


def _is_adjective(token: Token) -> bool:
    return any(r.case == "nom" for r in adjectival(token)) and not any(r.pos == "NOUN" for r in nouns(token))


def _mention(sentence: Sentence, at: int, model: Mention) -> Mention:
    head = sentence.tokens[model.head]
    gender = nouns(head)[0].gender if nouns(head) else ""
    name = f"{nominative(sentence.tokens[at], False, gender, False)} {nominative(head, True, gender, False)}"
    span = sentence.span(at, at + 1)
    return Mention(sentence.index, at, at + 1, at, span, model.types, model.kind, name, "headless", 0.75)
