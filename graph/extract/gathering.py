"""What a document speaks of: its mentions gathered into things."""

import sys
from collections.abc import Iterable
from dataclasses import replace

from baygraph.annotation import Mention, Token
from baygraph.extract.focus import Focus
from baygraph.extract.mains import OPENING, OWN_NAME, main_body, main_event, main_work
from baygraph.extract.naming import alike, contains, head_concepts, known_key, runs_in
from baygraph.extract.signatures import EVENT, FACILITY, INSTITUTION, members_of
from baygraph.extract.things import Gathered, Place, Thing
from baygraph.identity.persons import person_key
from baygraph.languages.pack import Pack, Phrase, Reading
from baygraph.model import Name

# «Соглашение заключили …»: an act without a name is one thing of its document.
UNNAMED = frozenset({"Agreement", "Event"})
MEMBERS = ("first", "second", "third")
MAKING = frozenset({"known", "named", "loose", "described", "each", "seated", "adjective"})
OPENING_LINES = 6  # sentences of a heading that may leave the event to what follows
OFTEN = 4  # mentions after which more of them count for nothing
STANDING_FOR = frozenset({"pronoun", "pair", "zero", "relative"})
BODY = INSTITUTION | FACILITY


class Gatherer:
    """Reads phrases in the order of the text and decides which thing each stands for."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.things: list[Thing] = []
        self.of: dict[Place, int] = {}
        self.focus = Focus()
        self._names: dict[str, int] = {}
        self._heading: list[Place] = []
        self._anaphora = pack.lexicon.table("anaphora")
        self._unnamed = pack.lexicon.words("unnamed", "heads")

    def read(self, place: Place, phrase: Phrase, head: str, token: Token) -> None:
        """Find or make the thing of a phrase."""
        mention = phrase.mention
        if mention.kind in STANDING_FOR:
            self._stand_for(place, mention)
            return
        thing = self._resolve(mention, head)
        acts = mention.types[0] in UNNAMED or head in self._unnamed
        acts = acts and mention.rule not in {"role-in-event", "noun-again"}
        if thing is None and mention.kind == "anaphor" and acts:
            mention = replace(mention, kind="described")
        if thing is None and mention.kind in MAKING:
            thing = self._make(mention, head)
        if thing is not None:
            self._attach(thing, mention, place)
            thing.alone = thing.alone or phrase.host < 0
            if mention.kind != "anaphor":
                thing.heads.add(head)
            if mention.rule != "country-adjective":
                self.focus.see(mention, phrase, thing.id, thing.type, token)

    def _stand_for(self, place: Place, mention: Mention) -> None:
        """A pronoun is no evidence of its own for what a thing is."""
        found = self.focus.last_in(mention) if mention.kind == "relative" else self.focus.referent(mention)
        if mention.kind == "pair":
            group = self.focus.group(mention)
            found = group[MEMBERS.index(mention.name)] if group else None
        if mention.rule in {"whole-event", "told-event"}:
            found = self._main_event(mention)
        if mention.rule in {"told-body", "told-work"}:
            work = mention.rule == "told-work"
            found = main_work(self.things, mention.sentence) if work else main_body(self.things)
        if found is None and mention.kind == "zero":
            found = self._of_text(mention)
        if found is not None:
            self.of[place] = found
        elif mention.kind == "zero" and mention.types[0] == "Event" and mention.name != "before":
            self._heading.append(place)

    def settle(self) -> None:
        """«Место: …», before any event is named: of the event that the whole text is about."""
        sessions = self.pack.lexicon.words("parts", "events")
        held = [t for t in self.things if t.type in EVENT and t.mentions[0].rule == "definite-noun"]
        found = main_event(held or self.things, sys.maxsize, sessions) if self._heading else None
        if found is not None:
            self.of |= {place: found for place in self._heading if place[0] < OPENING_LINES}

    def _of_text(self, mention: Mention) -> int | None:
        """The event, the city or the body that a text is about, where none is near."""
        cities = [t for t in self.things if t.type == mention.types[0] == "City"]
        if mention.types[0] == "Event":
            return self._main_event(mention)
        if mention.types[0] == "Doer":
            return main_body(self.things)
        return max(cities, key=self._is_topic).id if cities else None

    def _main_event(self, mention: Mention) -> int | None:
        return main_event(self.things, mention.sentence, self.pack.lexicon.words("parts", "events"))

    def _resolve(self, mention: Mention, head: str) -> Thing | None:
        if mention.kind == "anaphor":
            return self._definite(mention, head)
        if mention.kind == "plural":
            return None
        if mention.kind == "each":
            return self._by_name(mention)
        if mention.kind == "seated":
            return self._by_name(mention) or self._seated(mention, head)
        known = self._by_name(mention)
        if known is None and mention.rule == "given-name":
            known = self._just_described(mention)
        if known is None and mention.kind == "short" and "Person" not in mention.types:
            return self._begun(mention)
        if known is not None or mention.kind in {"known", "short", "adjective"} or "Person" in mention.types:
            return known
        apart = mention.kind == "loose" or mention.rule == "owned-noun"
        shorter = None if apart else self._shorter(mention, head)
        return shorter or self._spelled_out(mention) or self._begun(mention)

    def _seated(self, mention: Mention, head: str) -> Thing | None:
        """«станция в Лионе»: the described one of its kind just spoken of, if no place parts them."""
        same = [t for t in self.things if head in t.heads and t.kind == "described"]
        same = [t for t in same if all(m.kind != "seated" for m in t.mentions)]
        return max((t for t in same if self.focus.is_near(t.id, mention)), key=self._in_view, default=None)

    def _by_name(self, mention: Mention) -> Thing | None:
        keys = [mention.key] if mention.key else []
        keys += [self._name_key(mention, n) for n in (mention.name, *(a.text for a in mention.aliases))]
        for key in keys:
            found = self._names.get(key)
            if found is not None and (
                alike(self.things[found].types, mention.types)
                or mention.kind in {"loose", "short"}
                or mention.rule == "quoted-phrase"
            ):
                return self.things[found]
        return None

    def _name_key(self, mention: Mention, name: str) -> str:
        if "Person" in mention.types:
            return "person:" + person_key(name, self.pack.code)
        return "name:" + " ".join(self.pack.name_words(name))

    def _just_described(self, mention: Mention) -> Thing | None:
        """«объект, получивший имя Порт «Сяншань»»: the described thing most in view in this sentence."""
        last = self.focus.last_in(mention)
        thing = None if last is None else self.things[last]
        fits = thing and thing.kind == "described" and not set(mention.types) & (EVENT - set(thing.types))
        return thing if fits else None

    def _shorter(self, mention: Mention, head: str) -> Thing | None:
        """«Парк робототехники» after «Новый промышленный парк робототехники»: same head, no other words."""
        words = self._words(mention)
        fitting = [
            t
            for t in self.things
            if head in t.heads
            and alike(t.types, mention.types)
            and t.kind != "known"
            and contains(t, words, mention)
            and (mention.kind != "named" or not self.pack.fixed_order or self._is_part_of(mention, t))
        ]
        return fitting[-1] if fitting else None

    def _is_part_of(self, mention: Mention, thing: Thing) -> bool:
        """«Xianhu Laboratory» after «Foshan Xianhu Laboratory»; no «Hong Kong Park» of «Hong Kong Zone»."""
        short = self.pack.name_words(mention.name)
        return any(runs_in(short, self.pack.name_words(name.text)) for name in thing.names)

    def _spelled_out(self, mention: Mention) -> Thing | None:
        """«Zhongshan … Fair» after a capitalized «Выставка»: the name of what was called by its kind."""
        if mention.types[0] not in EVENT:
            return None
        heads = head_concepts(self.pack.name_words(mention.name), self.pack.code)
        bare = [
            t
            for t in self.things
            if t.type in EVENT
            and t.kind == "named"
            and len(t.words) == 1
            and head_concepts(tuple(t.words), self.pack.code) & heads
        ]
        return bare[0] if len(bare) == 1 and heads else None

    def _begun(self, mention: Mention) -> Thing | None:
        """«Фэйтэн» after «Фэйтэн Хайдроджен»: the one body whose name begins so."""
        words = self.pack.name_words(mention.name)
        if mention.kind not in {"short", "loose"} or not words:
            return None
        bodies = [t for t in self.things if t.kind in OWN_NAME and t.type in BODY]
        found = [t for t in bodies if any(self._begins(n.text, words) for n in t.names)]
        if not found and mention.name.isupper() and len(mention.name) > 2:
            found = [t for t in bodies if any(self._initials(n.text) == mention.name for n in t.names)]
        return found[0] if len(found) == 1 else None

    def _begins(self, name: str, words: tuple[str, ...]) -> bool:
        full = self.pack.name_words(name)
        return len(full) > len(words) and full[: len(words)] == words

    def _initials(self, name: str) -> str:
        """«ТГТУ» of «Ташкентский государственный технический университет»."""
        return "".join(word[0] for word in self.pack.name_words(name)).upper()

    def _definite(self, mention: Mention, head: str) -> Thing | None:
        if same := [t for t in self.things if head in t.heads and t.kind != "anaphor"]:
            return max(same, key=self._in_view)
        sessions = self.pack.lexicon.words("parts", "events")
        if head in sessions or mention.rule == "noun-again":
            return None
        if head not in self._anaphora:
            wanted = mention.types[0] if mention.types[0] != "Facility" else ""
            own = [t for t in self.things if t.type == wanted and t.kind in OWN_NAME]
            own = [t for t in own if mention.rule != "definite-noun" or not t.heads & sessions]
            near = [t for t in own if self.focus.is_near(t.id, mention)]
            return max(near, key=self._in_view, default=None)
        classes = frozenset[str]().union(*(members_of(c) for c in self._anaphora[head]))
        fitting = [t for t in self.things if classes & set(t.types[:1])]
        fitting = [t for t in fitting if not t.heads & sessions] or fitting
        fitting = [t for t in fitting if t.mentions[0].rule != "visit"]  # no meeting, forum or contest
        fitting = [t for t in fitting if t.type in self._anaphora[head]] or fitting
        named = [t for t in fitting if t.kind in OWN_NAME]
        if "City" in classes:
            return max(named, key=self._is_topic, default=None)
        return max(fitting, key=lambda t: self._in_view(t, named=t.kind in OWN_NAME), default=None)

    def _is_topic(self, thing: Thing) -> tuple[int, tuple[float, int]]:
        """How likely «город» alone means a place: the one that the text begins with and repeats."""
        first = thing.mentions[0].sentence < OPENING
        return len(thing.mentions) + OFTEN * first, self.focus.in_view(thing.id)

    def _in_view(self, thing: Thing, named: bool = False) -> tuple[float, int]:
        """How likely a general word means a thing: one spoken of often stays in view, one with a name too."""
        weight, place = self.focus.in_view(thing.id)
        return weight + min(len(thing.mentions), OFTEN) / 2 + named, place

    def _words(self, mention: Mention) -> frozenset[str]:
        return frozenset(self.pack.name_words(mention.name))

    def _make(self, mention: Mention, head: str) -> Thing:
        words = self._words(mention)
        key = mention.key or next(filter(None, (known_key(a.text, mention) for a in mention.aliases)), "")
        kind = "described" if mention.kind == "seated" else mention.kind
        thing = Thing(len(self.things), mention.types, kind, mention.name, key, words, {head})
        self.things.append(thing)
        return thing

    def _attach(self, thing: Thing, mention: Mention, place: Place) -> None:
        self.of[place] = thing.id
        thing.mentions.append(mention)
        if mention.kind == "anaphor":
            return
        if thing.kind == "adjective" and mention.kind == "known":
            thing.kind = mention.kind
        for name in (Name(mention.name, self.pack.tag(mention.name)), *mention.aliases):
            if name not in thing.names:
                thing.names.append(name)
            self._names.setdefault(self._name_key(mention, name.text), thing.id)
        if mention.key:
            thing.key = thing.key or mention.key
            self._names.setdefault(mention.key, thing.id)
        if mention.kind in OWN_NAME and thing.kind == "described":
            thing.kind, thing.name, thing.types = mention.kind, mention.name, mention.types
        if len(mention.name) > len(thing.name) and mention.kind == thing.kind == "described":
            thing.name = mention.name
        fuller = thing.kind == mention.kind == "named" and thing.words < self._words(mention)
        if len(thing.words) == 1 and (fuller or mention.kind == "loose"):
            thing.name = mention.name
        thing.words |= frozenset(self.pack.name_words(thing.name))


def gather(pack: Pack, readings: Iterable[Reading]) -> Gathered:
    """Gather a document's phrases into things; outer phrases come before the ones inside them."""
    gatherer = Gatherer(pack)
    for reading in readings:
        tokens = reading.sentence.tokens
        for index, phrase in enumerate(reading.phrases):
            head = pack.head_word(tokens[phrase.mention.head])
            gatherer.read((reading.sentence.index, index), phrase, head, tokens[phrase.mention.head])
    gatherer.settle()
    by_sentence: dict[int, list[tuple[int, Thing]]] = {}
    for (sentence, at), thing in sorted(gatherer.of.items()):
        by_sentence.setdefault(sentence, []).append((at, gatherer.things[thing]))
    return Gathered(
        tuple(gatherer.things), gatherer.of, {s: tuple(found) for s, found in by_sentence.items()}
    )
