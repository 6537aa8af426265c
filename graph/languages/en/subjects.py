"""The subject of a verb, whatever its form: finite, infinitive, gerund or participle."""

from baygraph.languages.en.clauses import (
    SKIPPED,
    STOPS,
    group_start,
    is_finite,
    is_relative,
    is_to_infinitive,
)
from baygraph.languages.en.cues import has_be
from baygraph.languages.en.names import INSTITUTIONS, PLACES
from baygraph.languages.en.nearest import before_marks, nearest
from baygraph.languages.en.scene import Scene
from baygraph.languages.en.words import lexicon
from baygraph.languages.pack import Phrase

DEEPEST = 4  # verbs whose subject is that of another verb, one after another


def subjects(scene: Scene, verb: int, depth: int = 0) -> list[int]:
    """The phrases that are a verb's subject; of a passive participle what it describes."""
    if depth > DEEPEST:
        return []
    reading = scene.tokens[verb].readings[0]
    if reading.form == "part" and reading.voice == "pass" and not _is_passive_clause(scene, verb):
        return _described(scene, verb, depth)
    if reading.form == "ger":
        return _of_gerund(scene, verb, depth)
    if is_to_infinitive(scene.tokens, verb):
        return _of_infinitive(scene, verb, depth)
    return _of_finite(scene, verb, depth)


def _is_passive_clause(scene: Scene, verb: int) -> bool:
    start = group_start(scene.tokens, verb)
    return any(t.pos == "AUX" for t in scene.tokens[start:verb]) or has_be(scene.tokens, verb)


def _of_finite(scene: Scene, verb: int, depth: int) -> list[int]:
    tokens = scene.tokens
    start = group_start(tokens, verb)
    at = start - 1
    while at >= 0 and tokens[at].pos in SKIPPED:
        at -= 1
    if at >= 0 and tokens[at].text == ",":
        titled = any(
            p.stop == at and p.stop > p.mention.stop and "Person" in p.mention.types for _, p in scene.outer
        )
        at = at - 1 if titled else _before_insertion(scene, at)
    if at < 0:
        return []
    if is_relative(tokens[at]):
        return _of_pronoun(scene, at, depth)
    if tokens[at].pos == "CCONJ" or (tokens[at].text == "," and _earlier(scene, at) is not None):
        earlier = _earlier(scene, at)
        return subjects(scene, earlier, depth + 1) if earlier is not None else []
    return nearest(scene, at + 1)


def _before_insertion(scene: Scene, comma: int) -> int:
    """Skip «, which …,», «, founded in 1998,» before a verb, back to the subject's last token."""
    tokens, speech = scene.tokens, lexicon().words("speech", "verbs")
    seat = next((p.first - 1 for _, p in scene.outer if p.stop == comma and PLACES & set(p.mention.types)), 0)
    if seat > 0 and tokens[seat].text == "," and any(_is_house(p) and p.stop == seat for _, p in scene.outer):
        return seat - 1  # «A and B University, Surabaya, will sign …»
    for at in range(comma - 1, 0, -1):
        if tokens[at].text in STOPS:
            break
        if tokens[at].text != ",":
            continue
        opens = tokens[at + 1]
        if (
            is_relative(opens)
            or opens.pos in {"ADP", "VERB", "ADV"}
            or opens.lower in {"a", "an", "the", "one", "itself", "both", "now", "also"}
            or any(t.pos == "VERB" and t.lemma in speech for t in tokens[at + 1 : at + 4])
            or (opens.pos == "NOUN" and tokens[at - 1].pos != "NOUN")
        ):
            return at - 1
    return comma


def _is_house(phrase: Phrase) -> bool:
    return bool(INSTITUTIONS & set(phrase.mention.types[:1]))


def _of_pronoun(scene: Scene, at: int, depth: int) -> list[int]:
    index = scene.antecedent(at)
    if index is not None:
        return scene.list_to(index) if scene.tokens[at].lower != "that" else [index]
    return _through_copula(scene, at, depth)


def _through_copula(scene: Scene, at: int, depth: int) -> list[int]:
    """«X is one of the firms that …», «X, a company that …»: what is said of the noun is said of X."""
    tokens = scene.tokens
    for place in range(at - 1, max(-1, at - 14), -1):
        token = tokens[place]
        if token.pos == "AUX" and token.lemma == "be":
            return subjects(scene, place, depth + 1)
        if token.text == "," and tokens[place + 1].lower in {"a", "an", "the", "one"}:
            index = next((i for i, p in scene.outer if p.stop == place), None)
            return [index] if index is not None else []
        if token.pos in {"VERB", "AUX", "SCONJ", "PRON"} and token.lower != "one":
            return []
    return []


def _earlier(scene: Scene, at: int) -> int | None:
    """The finite verb before a conjunction whose subject goes on («A opened B and founded C»)."""
    tokens = scene.tokens
    for place in range(at - 1, -1, -1):
        if tokens[place].text in {";", ":"}:
            return None
        if is_finite(tokens[place]):
            return place
    return None


def _described(scene: Scene, verb: int, depth: int) -> list[int]:
    """«the centre established by …», «Located in …, the centre …», «X, a company based in …»."""
    at = verb
    while at > 0 and scene.tokens[at - 1].pos in SKIPPED:
        at -= 1
    if at == 0:
        return _after_comma(scene, verb)
    if scene.tokens[at - 1].pos == "CCONJ":
        earlier = next((i for i in range(at - 2, -1, -1) if scene.tokens[i].readings[0].form == "part"), None)
        return subjects(scene, earlier, depth + 1) if earlier is not None else []
    index = scene.adjacent(at)
    if index is not None:
        return [index]
    return _through_copula(scene, at, depth)


def _after_comma(scene: Scene, verb: int) -> list[int]:
    """The subject of the clause that a participle opens: the first bare phrase behind the comma."""
    tokens = scene.tokens
    be = next((i for i in range(verb, len(tokens)) if tokens[i].pos == "AUX" or tokens[i].text == ","), None)
    if be is not None and tokens[be].lemma == "be":
        return _after_be(scene, verb)
    commas = [i for i in range(verb, len(tokens)) if tokens[i].text == "," and not _in_list(scene, i)]
    for comma in commas:
        found = next(((i, p) for i, p in scene.outer if p.first >= comma), None)
        if found is not None and _is_address(found[1], comma):
            continue  # «Headquartered in Huizhou, Guangdong Province, | EVE makes …»
        if found is None or scene.is_prepositional(found[1]) or found[1].first - comma > 2:
            return []
        return scene.list_from(found[0])
    return _after_be(scene, verb)


def _is_address(phrase: Phrase, comma: int) -> bool:
    return "in" in phrase.roles and phrase.first == comma + 1 and bool(PLACES & set(phrase.mention.types))


def _in_list(scene: Scene, comma: int) -> bool:
    """A comma between two members of an enumeration."""
    left = next((i for i, p in scene.outer if p.stop == comma), None)
    return (
        left is not None
        and len(scene.list_from(left)) > 1
        and not any(is_finite(t) for t in scene.tokens[scene.phrases[scene.list_from(left)[-1]].stop :][:2])
    )


def _after_be(scene: Scene, verb: int) -> list[int]:
    """«Officiating at the ceremony were A; B; and C»."""
    be = next((i for i in range(verb, len(scene.tokens)) if scene.tokens[i].lemma == "be"), None)
    if be is None:
        return []
    found = next(
        (i for i, p in scene.outer if p.first in {be + 1, be + 2} and not scene.is_prepositional(p)), None
    )
    return scene.list_from(found) if found is not None else []


def _of_gerund(scene: Scene, verb: int, depth: int) -> list[int]:
    """«…, establishing X», «by establishing X», «a company developing X», «Taking part were X»."""
    tokens = scene.tokens
    at = verb
    while at > 0 and tokens[at - 1].pos in SKIPPED:
        at -= 1
    if at == 0:
        return _after_comma(scene, verb)
    if tokens[at - 1].pos in {"NOUN", "PROPN"} or tokens[at - 1].text == ")":
        index = scene.adjacent(at)
        return [index] if index is not None else _through_copula(scene, at, depth)
    return _governing(scene, at, depth) or (_after_comma(scene, verb) if at == 1 else [])


def _governing(scene: Scene, at: int, depth: int) -> list[int]:
    """The subject of the finite verb before a gerund or infinitive."""
    earlier = _earlier(scene, at)
    return subjects(scene, earlier, depth + 1) if earlier is not None else []


def governing(scene: Scene, at: int) -> list[int]:
    """The subject of the clause around a noun («realise its goal», «With the aim of …, X»)."""
    earlier = _governing(scene, at, 0)
    return earlier or _after_comma(scene, at)


def _of_infinitive(scene: Scene, verb: int, depth: int) -> list[int]:
    start = group_start(scene.tokens, verb)
    owner = scene.adjacent(start) if scene.tokens[verb].readings[0].voice == "pass" else None
    if owner is not None:
        return [owner]  # «the conference, to be held in Cuiheng», «a plant to be built there»
    opens = start == 0 or (
        scene.tokens[start - 1].text == "," and start > 1 and scene.tokens[start - 2].pos == "SCONJ"
    )
    return _after_comma(scene, verb) if opens else _governing(scene, start, depth)


def companions(scene: Scene, verb: int) -> list[int]:
    """«A teamed up with B to build C»: who acts together with an infinitive's or gerund's subject."""
    is_open = scene.tokens[verb].readings[0].form == "ger" or is_to_infinitive(scene.tokens, verb)
    earlier = _earlier(scene, group_start(scene.tokens, verb)) if is_open else None
    if earlier is None or scene.tokens[earlier].lemma not in lexicon().words("together", "verbs"):
        return []
    first = next((i for i, p in scene.outer if "with" in p.roles and earlier < p.first < verb), None)
    return scene.list_from(first) if first is not None else []


def equals(scene: Scene, at: int) -> list[int]:
    """«A, a Guangzhou-based developer», «A is a Guangzhou-based developer»: whom the article's noun means."""
    start = at
    while start > 0 and scene.tokens[start - 1].pos in {"DET", "ADJ", "NOUN", "ADV"}:
        start -= 1
    if start == at or scene.tokens[start].lower not in {"a", "an", "the"}:
        return []
    before = scene.tokens[start - 1] if start else None
    if before is not None and before.text == ",":
        index = next(
            (
                i
                for i, p in scene.outer
                if p.stop == start - 1 or before_marks(scene.tokens, start - 1) in {p.stop, p.mention.stop}
            ),
            None,
        )
        return [index] if index is not None else []
    return subjects(scene, start - 1) if before is not None and before.lemma == "be" else []
