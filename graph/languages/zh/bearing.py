"""What a Chinese figure may be about: its clause's topic, what 的 ties to it, and where it is counted."""

from collections.abc import Iterator, Mapping, Sequence

from baygraph.annotation import Quantity, Sentence, Token
from baygraph.languages.pack import Argument, Bearing, Phrase
from baygraph.languages.zh.clauses import Clause, clauses
from baygraph.languages.zh.figure_words import lexicon, suiting
from baygraph.languages.zh.figure_words import words as figure_words
from baygraph.languages.zh.heads import tag
from baygraph.languages.zh.kinds_of_phrase import kind_of
from baygraph.languages.zh.scene import Scene
from baygraph.languages.zh.words import by_word, words

JOINING = frozenset("、和及与以及")
AGENT = frozenset({"by", "agent"})
NO_OWNERS = frozenset({"field", "person"})
MAKING = frozenset({"found", "hold", "run", "creates"})
AHEAD = frozenset({"figure/subject", "figure/changed", "figure/done"})  # the noun is before its number
NEAR = 3  # tokens between 的 and the name that it ties to a figure


def bearing(quantity: Quantity, sentence: Sentence, phrases: tuple[Phrase, ...]) -> Bearing:
    """The phrases that a figure may be about, and the classes that it is usual of."""
    tokens = sentence.tokens
    outer = [
        (i, p) for i, p in enumerate(phrases)
        if p.host < 0 and p.member_of < 0 and not p.plural and p.roles != {"goal"}
        and kind_of(p.mention.types) not in NO_OWNERS
    ]  # fmt: skip
    outer = [(i, p) for i, p in outer if not _is_of_measure(quantity, p)]
    cut = clauses(tokens)
    own = next((i for i, c in enumerate(cut) if c.first <= quantity.first < c.stop), 0)
    parts = tuple(dict.fromkeys(_parts(quantity, Scene(tokens, outer, cut, own))))
    return Bearing(
        parts, _meant(tokens, quantity.first, cut[own]) or suiting(quantity.measure, quantity.unit)
    )


def _is_of_measure(quantity: Quantity, phrase: Phrase) -> bool:
    """«其中澳门企业占三成», «三款澳门产中成药»: a place that says which ones are counted."""
    inside = quantity.first < phrase.first < quantity.stop or (
        quantity.first == phrase.first and quantity.measure_head < quantity.stop
    )
    return inside and kind_of(phrase.mention.types) == "place"


def _meant(tokens: Sequence[Token], first: int, clause: Clause) -> frozenset[str]:
    """«全区», «会上»: the class of what a general word at the beginning or in a figure's clause means."""
    table = lexicon().table("meant")
    near = (*range(first - 1, clause.first - 1, -1), *((0,) if _opens_with_place(tokens, table) else ()))
    return frozenset(next((table[tokens[at].lemma] for at in near if tokens[at].lemma in table), ()))


def _opens_with_place(tokens: Sequence[Token], table: Mapping[str, Sequence[str]]) -> bool:
    """«会上，A与B签署协议，…»: what is said of an occasion at the beginning of a sentence is soon left."""
    return "Event" not in table.get(tokens[0].lemma, ())


def _parts(quantity: Quantity, scene: Scene) -> Iterator[Argument]:
    yield from (Argument("whole", i) for i, p in scene.phrases if p.mention.rule == "told-body")
    yield from _described(quantity, scene)
    attended = _is_attended(scene)
    for place in range(scene.own, -1, -1):
        clause = scene.clauses[place]
        if place == scene.own:
            found = list(_of_own(quantity, clause, scene))
        else:
            found = list(_of_earlier(clause, scene, attended))
        yield from found
        if place == scene.own - 1:
            yield from _last_of(clause, quantity, scene)
        if any(a.role in {"subj", "attribute", "occasion"} for a in found):
            return


def _last_of(clause: Clause, quantity: Quantity, scene: Scene) -> Iterator[Argument]:
    """«…设立示范基地，面积1200亩»: the end of the clause before, where the measure begins the next."""
    if quantity.first - scene.clauses[scene.own].first <= 1:
        last = [i for i, p in scene.phrases if p.stop == clause.stop and p.mention.kind != "zero"]
        yield from (Argument("last", i) for i in last[-1:])


def _described(quantity: Quantity, scene: Scene) -> Iterator[Argument]:
    """«可容纳60家企业的孵化器», «规模50亿元的基金»: the name after 的; «展览会参展企业»: before the noun."""
    stop = scene.clauses[scene.own].stop
    tie = next((i for i in range(quantity.stop, stop) if scene.tokens[i].lemma == "的"), None)
    if tie is not None:
        after = [(i, p) for i, p in scene.phrases if 0 < p.first - tie <= NEAR]
        yield from (Argument("bearer", i) for i, _ in after[:1])
    ahead = quantity.measure_head <= quantity.stop and quantity.measure_head >= quantity.first
    for i, p in scene.phrases:
        named = p.mention.kind != "anaphor"
        if quantity.unit and p.first <= quantity.measure_head < p.stop and quantity.first < p.first:
            yield Argument("bearer", i)  # «总额5000万元的种子基金»
        if p.stop == _edge(quantity, scene) and not p.plural and p.mention.kind != "zero":
            yield Argument("attribute", i)  # «季华实验室研究人员达800名»
        if (
            ahead
            and named
            and p.first <= quantity.measure_head
            and quantity.first < p.stop <= quantity.measure_head
        ):
            yield Argument("attribute", i)


def _edge(quantity: Quantity, scene: Scene) -> int:
    """Where a name ends that belongs to the noun before a number, with 的 or without."""
    at, clause = quantity.first, scene.clauses[scene.own]
    some = {t.lemma for t in scene.tokens[clause.first : at]} & figure_words("measures", "of_them")
    if quantity.rule not in AHEAD or some:
        return -1  # «其中澳门企业占三成»
    return at - (at > 0 and scene.tokens[at - 1].lemma == "的")


def _of_own(quantity: Quantity, clause: Clause, scene: Scene) -> Iterator[Argument]:
    """The topic of a figure's clause: the last bare name before its verb; else what stands near."""
    before = Clause(clause.first, quantity.first, clause.after)
    inside = _placed(before, scene)
    bare = [i for i, role in inside if role == "subj"]
    verb = _verb_of(clause, scene)
    leading = [i for i in bare if dict(scene.phrases)[i].first < verb]
    yield from (Argument(role, i) for i, role in inside if role != "subj")
    if leading:
        yield Argument("subj", leading[-1])
    yield from (Argument("made" if _is_making(verb, scene) else "near", i) for i in bare if i not in leading)


def _of_earlier(clause: Clause, scene: Scene, attended: bool) -> Iterator[Argument]:
    """What an earlier clause is about or makes; who only says or arranges something is no topic."""
    inside = _placed(clause, scene)
    phrases = dict(scene.phrases)
    if attended:
        yield from (Argument("occasion", i) for i, _ in inside if "Event" in phrases[i].mention.types)
    agents = [phrases[i].first for i, role in inside if role in AGENT] or _marked(clause, scene)
    verb = min(_verb_of(clause, scene), agents[0] if agents else clause.stop)
    bare = [i for i, role in inside if role == "subj"]
    leading = [i for i in bare if phrases[i].first < verb]
    if leading and (agents or not _is_aside(clause, scene)):
        yield Argument("subj", leading[-1])
    if not _is_aside(clause, scene):
        yield from (Argument(role, i) for i, role in inside if role != "subj" and role not in AGENT)
        made = "made" if _is_making(verb, scene) else "obj"
        yield from (Argument(made, i) for i in bare if i not in leading)


def _marked(clause: Clause, scene: Scene) -> list[int]:
    """«A由校友B创办，»: where the doer, though no owner himself, is marked."""
    agent = words("prepositions", "agent")
    return [i for i in range(clause.first, clause.stop) if scene.tokens[i].lemma in agent][:1]


def _placed(clause: Clause, scene: Scene) -> list[tuple[int, str]]:
    """The phrases of a clause in their parts; what 的 ties to a later one is left out."""
    out: list[tuple[int, str]] = []
    inside = [(i, p) for i, p in scene.phrases if clause.first <= p.first and p.stop <= clause.stop]
    for index, phrase in inside:
        if _is_inner(phrase, clause, scene) or _is_listed(phrase, scene):
            continue
        for role in sorted(phrase.roles):
            where = "in" if role == "loc" or (role == "nom" and _is_where(phrase, clause, scene)) else role
            out.append((index, "subj" if where == "nom" else where))
    return out


def _is_inner(phrase: Phrase, clause: Clause, scene: Scene) -> bool:
    """«A打造的B»: A is part of what B is, but not in «A由B与其控股的C建设»."""
    tie = next((i for i in range(phrase.stop, clause.stop) if scene.tokens[i].lemma == "的"), None)
    if tie is None or any(t.lemma in words("prepositions", "agent") for t in scene.tokens[phrase.stop : tie]):
        return False
    joined = any(t.lemma in words("prepositions", "with") for t in scene.tokens[phrase.stop : tie])
    return not joined and any(0 < p.first - tie <= NEAR and p.stop <= clause.stop for _, p in scene.phrases)


def _is_listed(phrase: Phrase, scene: Scene) -> bool:
    """«A、B等26所高校的博士»: those of the counted that are named own nothing."""
    at = phrase.stop
    while at < len(scene.tokens) and (scene.held(at) or scene.tokens[at].lemma in JOINING):
        at += 1
    after = scene.tokens[at : at + 2]
    return len(after) == 2 and after[0].lemma == "等" and tag(after[1])[0] == "m"


def _is_where(phrase: Phrase, clause: Clause, scene: Scene) -> bool:
    """«在西湾生物医药园», «在广州市黄埔区的会展中心»: 在 over other nouns and names."""
    for at in range(phrase.first - 1, clause.first - 1, -1):
        if scene.tokens[at].lemma in words("prepositions", "in"):
            return True
        if scene.is_verb(at):
            return False
    return False


def _is_aside(clause: Clause, scene: Scene) -> bool:
    """«A表示，», «B承办，»: who says or arranges it is no topic of what follows."""
    last = scene.tokens[clause.stop - 1].lemma
    frames = set(by_word("cues").get(last, ()))
    arranged = bool(frames & {"hold", "found"}) and last not in words("intransitive", "words")
    joined = "attend" in frames and clause.first > 0  # «…组织，B派员参加，航程3800海里»
    said = words("reporting", "words") | figure_words("meant_by", "sponsoring")
    return arranged or joined or last in said


def _verb_of(clause: Clause, scene: Scene) -> int:
    """The first predicate of a clause, or its end; «举行», «主办» announce something whatever their tag."""
    announcing = by_word("cues")
    found = (
        i for i in range(clause.first, clause.stop)
        if scene.is_verb(i) or (scene.tokens[i].lemma in announcing and not scene.held(i))
    )  # fmt: skip
    return next(found, clause.stop)


def _is_making(verb: int, scene: Scene) -> bool:
    token = scene.tokens[verb] if verb < len(scene.tokens) else None
    return token is not None and bool(MAKING & set(by_word("cues").get(token.lemma, ())))


def _is_attended(scene: Scene) -> bool:
    """«…的代表到会», «吸引了…»: the clause says who was there."""
    clause = scene.clauses[scene.own]
    near = (scene.tokens[i].lemma for i in range(clause.first, clause.stop))
    return any("attend" in by_word("cues").get(word, ()) for word in near)
