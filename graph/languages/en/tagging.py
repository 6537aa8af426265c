"""Which of its readings a word has in its sentence: verb, participle or noun, by its neighbours."""

from collections.abc import Sequence
from dataclasses import replace

from baygraph.annotation import Reading, Token
from baygraph.languages.en.lookahead import (
    by_follows,
    later_verb,
    next_may_be_noun,
    opening_nouns,
    to_before,
    verb_to_come,
)
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.plural_subjects import acts, attribute_follows, runs
from baygraph.languages.en.that import that_reading
from baygraph.languages.en.verb_forms import (
    BREAK,
    FUTURE,
    OBJECT,
    OPENS_NOUN,
    RELATIVE,
    SOLE,
    SUBJECTS,
    kind_of,
    plural_before,
    replace_form,
)
from baygraph.languages.en.words import lexicon

TO_VERB = frozenset({"to", "will", "would", "shall", "can", "could", "may", "might", "should", "must"})
NON_FINITE = frozenset({"being", "having"})


class Tagger:
    """Decides word by word from left to right; what stands before is decided already."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = list(tokens)
        self.finite = False  # whether the clause has its verb
        self.outer: bool | None = None  # the same for the clause that a relative one interrupts
        self.last: Reading | None = None  # the verb before
        self.waiting = ""  # the auxiliary whose participle is still to come («had in 2014 set up»)
        self.owed = False  # whether a relative clause stands before the verb («the firms that … make …»)

    def run(self) -> tuple[Token, ...]:
        """The tokens with the decided reading first."""
        for at, token in enumerate(self.tokens):
            chosen = self._choose(at, token)
            if chosen is not token.readings[0]:
                others = tuple(r for r in token.readings if r is not chosen)
                self.tokens[at] = replace(token, readings=(chosen, *others))
            self._note(at)
        return tuple(self.tokens)

    def _note(self, at: int) -> None:
        token, reading = self.tokens[at], self.tokens[at].readings[0]
        mark = at - 1 - (at > 1 and self.tokens[at - 1].pos == "ADP")  # «…, to which …»
        after_comma = at > 0 and self.tokens[mark].text == ","
        opens = reading.pos == "SCONJ" or token.lower in RELATIVE or (reading.pos == "CCONJ" and after_comma)
        if token.text == "," and self.outer is not None:
            self.finite, self.outer = self.outer, None
        elif token.lower in RELATIVE and reading.pos == "PRON" and after_comma:
            self.outer, self.finite, self.waiting = self.finite, False, ""
        elif token.text in BREAK or opens:
            self.owed = token.lower in RELATIVE and reading.pos == "PRON" and at > 1 and not self.finite
            self.finite, self.waiting = False, ""
        elif reading.pos == "AUX" and token.lower in NON_FINITE:
            self.waiting = reading.lemma
        elif reading.pos == "AUX":
            self.finite, self.waiting = True, reading.lemma
        elif reading.pos == "VERB":
            speaks = reading.form == "" and reading.lemma in lexicon().words("speech", "verbs")
            self.finite, self.waiting = not speaks and (self.finite or reading.form == ""), ""
            self.finite, self.owed = self.finite and not self.owed, self.owed and not self.finite
            self.last = reading

    def _choose(self, at: int, token: Token) -> Reading:
        first = token.readings[0]
        if token.lower == "that":
            return that_reading(self.tokens, at)
        if token.text == "May" and (at or self._after(at) == "NUM"):
            return Reading("may", "PROPN")
        if first.pos == "ADJ" and at and self.tokens[at - 1].lower in TO_VERB:
            verb = next((r for r in token.readings if r.pos == "VERB" and kind_of(r) == "base"), None)
            return (
                replace_form(verb, "inf") if verb and self._after(at) in OBJECT | {"ADJ", "NOUN"} else first
            )
        if first.pos == "ADJ" and self._next_is(at, "of"):
            return next((r for r in token.readings if r.pos == "NOUN"), first)
        if first.pos not in {"VERB", "PROPN"}:
            return first
        if first.pos == "PROPN" and not self._may_be_common(at):
            return first
        verbs = {kind_of(r): r for r in token.readings if r.pos == "VERB"}
        noun = next(
            (r for r in token.readings if r.pos in {"NOUN", "ADJ", "ADV"}), Reading(token.lower, "NOUN")
        )
        if not verbs:
            after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
            bare = after is not None and (after.pos in {"ADP", "AUX", "VERB"} or after.text == ":")
            return noun if bare and singular(token.lower) in opening_nouns() else first
        if "ing" in verbs:
            return self._ing(at, verbs["ing"], noun)
        if "part" in verbs or "past" in verbs:
            return self._ed(at, verbs, noun)
        return self._base(at, verbs, noun)

    def _may_be_common(self, at: int) -> bool:
        """Only the first word of a sentence has a capital that may mean nothing."""
        return at == 0 or (self.tokens[at - 1].text in {'"', "“", "--", ":"} and at < 3)

    def _before(self, at: int) -> Token | None:
        at -= 1
        while at >= 0 and self.tokens[at].pos == "ADV":
            at -= 1
        return self.tokens[at] if at >= 0 else None

    def _after(self, at: int) -> str:
        """The part of speech that follows, as far as it is known by itself; nothing at the end."""
        at += 1
        while at < len(self.tokens) and self.tokens[at].pos == "ADV" and self.tokens[at].lower not in SOLE:
            at += 1
        return self.tokens[at].pos if at < len(self.tokens) else ""

    def _base(self, at: int, verbs: dict[str, Reading], noun: Reading) -> Reading:
        before = self._before(at)
        verb = verbs.get("base") or verbs["s"]
        if before is None:
            return noun if self._after(at) in {"PUNCT", "ADP", "NOUN", "VERB", "AUX", ""} else verb
        if before.lower == "to" and "base" in verbs:
            return replace_form(verb, "inf")
        if before.pos == "AUX" and before.lemma not in {"be", "have"} and "base" in verbs:
            return replace_form(verb, "", "fut" if before.lower in FUTURE else "pres")
        if before.pos == "PART" and before.lower == "not":
            return replace_form(verb, "inf")
        if before.lower in SUBJECTS or ("base" in verbs and not self.finite and acts(self.tokens, at)):
            return replace_form(verb, "")
        if self.last is not None and self.last.lemma == "help" and before.pos in {"NOUN", "PROPN"}:
            return replace_form(verb, "inf") if "base" in verbs else noun  # «helped 80 teams raise funds»
        return self._after_noun(at, before, verbs, verb, noun)

    def _after_noun(
        self, at: int, before: Token, verbs: dict[str, Reading], verb: Reading, noun: Reading
    ) -> Reading:
        after = self._after(at)
        opens = after in OBJECT or self._next_is(at, "to") or (after == "ADP" and not self._next_is(at, "of"))
        if before.pos in {"NOUN", "PROPN", "VERB"} and not self.finite and opens:
            plural = plural_before(before)
            if ("s" in verbs and not plural) or ("base" in verbs and plural):
                return replace_form(verb, "")
            if "s" in verbs and before.pos == "PROPN":
                return replace_form(verb, "")
        if "s" in verbs and before.pos == "PROPN" and self.outer is not None and not self.finite:
            return replace_form(verb, "")  # «…, to which Advantage Austria belongs, …»
        plural = plural_before(before)
        alone = "base" in verbs and plural and before.pos == "NOUN" and not self.finite
        adverb = [t.pos for t in self.tokens[at + 1 : at + 2]] == ["ADV"]  # «Some 260 companies work there.»
        if (alone and adverb) or self._alone_with_object(at, before, verbs, plural):
            return replace_form(verb, "")
        closes = after in OBJECT or ("s" in verbs and after in {"ADP", "NOUN", "ADJ", "VERB"} and at > 3)
        if (
            before.text in {",", ")"}
            and not self.finite
            and closes
            and before.pos == "PUNCT"
            and not self._next_is(at, "of")
        ):
            return replace_form(verb, "")
        follows = (
            self.last is not None and self.last.form == "" and self.last.tense == "pres" and "s" in verbs
        )
        if (
            before.pos == "CCONJ"
            and follows
            and (after in OBJECT | {"NOUN", "ADJ", "ADP"} or next_may_be_noun(self.tokens, at))
            and not self._next_is(at, "of")
        ):
            return replace_form(verb, "")
        if before.pos == "CCONJ" and after in OBJECT and ("s" in verbs or to_before(self.tokens, at)):
            return replace_form(verb, "" if "s" in verbs else "inf")
        return noun

    def _alone_with_object(self, at: int, before: Token, verbs: dict[str, Reading], plural: bool) -> bool:
        """«The programme offers subsidies»: the only word of the clause that can be its verb."""
        agrees = ("s" in verbs and not plural) or ("base" in verbs and plural)
        if (
            before.pos not in {"NOUN", "PROPN"}
            or self.finite
            or not agrees
            or not (self._after(at) in {"NOUN", "ADJ"} or attribute_follows(self.tokens, at))
        ):
            return False
        for token in self.tokens[at + 1 :]:
            if token.text in BREAK | {","}:
                break
            if token.pos == "AUX":
                return False
        return True

    def _next_is(self, at: int, word: str) -> bool:
        return at + 1 < len(self.tokens) and self.tokens[at + 1].lower == word

    def _ed(self, at: int, verbs: dict[str, Reading], noun: Reading) -> Reading:
        before = self._before(at)
        part, past = verbs.get("part"), verbs.get("past")
        governed = self._after_auxiliary(before, verbs) if before is not None else None
        if governed is not None:
            return governed
        if part is None:
            return replace_form(past, "") if past else noun
        if before is not None and before.text in {"-", "–"} and before.end == self.tokens[at].start:
            return part
        if past and part.lemma in lexicon().words("speech", "verbs") and self.waiting != "have":
            return replace_form(past, "")
        if (
            past
            and before is not None
            and before.pos == "CCONJ"
            and self.last is not None
            and not self.waiting
        ):
            return part if self.last.form == "part" and self.last.voice == "pass" else replace_form(past, "")
        if self.waiting == "have":
            return replace_form(part, "", "past", "act")
        if before is None or part.lemma in lexicon().words("attendance", "seated"):
            return part
        if before.pos in OPENS_NOUN or before.lower in {"'s", "’s"}:
            return self._attribute(at, part, past, noun)
        if past is None and "base" in verbs and not self.finite and runs(self.tokens, at):
            return replace_form(verbs["base"], "")
        if past is None or self._is_inserted(at, part, before):
            return part
        return self._main_or_reduced(at, part, past, self._after(at))

    def _after_auxiliary(self, before: Token, verbs: dict[str, Reading]) -> Reading | None:
        """«was built», «has built», «did not set», «to set»: the form that the word before asks for."""
        part, base = verbs.get("part"), verbs.get("base")
        if before.pos == "AUX" and part and before.lemma == "be":
            return part
        if before.pos == "AUX" and part and before.lemma == "have":
            return replace_form(part, "", "past", "act")
        if base and before.pos == "AUX":
            return replace_form(base, "", "fut" if before.lower in FUTURE else "pres")
        if base and (before.lower == "to" or before.pos == "PART"):
            return replace_form(base, "inf" if before.lower == "to" else "")
        return None

    def _is_inserted(self, at: int, part: Reading, before: Token) -> bool:
        """«…, established by X, …», «…, affiliated to Y, …», «the laboratory built by Z»."""
        after, to = self._after(at), self._next_is(at, "to")
        bare = after not in OBJECT | {"NOUN", "ADJ"} and not to
        attached = to and part.lemma in lexicon().words("attached", "verbs")
        if before.text == "," and (attached or (bare and (self.finite or verb_to_come(self.tokens, at)))):
            return True
        marked = before.text in {",", "(", "—", "--"} and self.finite and after not in OBJECT
        return by_follows(self.tokens, at) or marked

    def _attribute(self, at: int, part: Reading, past: Reading | None, noun: Reading) -> Reading:
        """«the proposed zone», «a total of 20 signed agreements»; «the two signed an agreement»."""
        if past and self._after(at) == "DET" and not self.finite:
            return replace_form(past, "")
        if self._after(at) == "AUX":
            return noun  # «The cost has doubled»
        return (
            Reading(self.tokens[at].lower, "ADJ")
            if self._after(at) in {"NOUN", "ADJ", "PROPN", "VERB", "NUM"}
            else part
        )

    def _main_or_reduced(self, at: int, part: Reading, past: Reading, after: str) -> Reading:
        if not self.finite and not later_verb(self.tokens, at):
            return replace_form(past, "")
        if after in OBJECT and not (self.finite and self._before(at).pos in {"NOUN", "PROPN"}):  # type: ignore[union-attr]
            return replace_form(past, "")
        before = self._before(at)
        if before is not None and (before.pos == "CCONJ" or before.lower in SUBJECTS):
            reduced = self.finite and after == "ADP" and before.pos == "CCONJ"
            return part if reduced else replace_form(past, "")
        return part

    def _ing(self, at: int, verb: Reading, noun: Reading) -> Reading:
        before, after = self._before(at), self._after(at)
        if before is not None and before.pos == "AUX" and before.lemma == "be":
            return replace_form(verb, "", "pres")
        listed = self.tokens[at].lower in lexicon().words("ing", "nouns")
        if before is not None and (before.pos in {"DET", "ADJ", "NUM"} or before.lower in {"'s", "’s"}):
            return noun
        if self._next_is(at, "of"):
            return noun
        if listed and after != "DET":
            return noun
        bare = before is not None and before.pos in {"NOUN", "PROPN"} and after in {"PUNCT", ""}
        return noun if bare else verb


def tagged(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens of a sentence, each with the reading it has there first."""
    return Tagger(tokens).run()
