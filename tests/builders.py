"""Documents' claims made by hand, as extraction returns them: quotes are found in the text, never counted."""

import re
from collections.abc import Iterable
from typing import Self

from baygraph.model import (
    Claim,
    Document,
    DocumentClaims,
    Entity,
    Modality,
    Name,
    Ref,
    Rejection,
    Span,
    Value,
)


class Said:
    """A text and what it says, piece by piece."""

    def __init__(self, id: str, text: str, lang: str = "en", **about: str) -> None:
        self.document = Document(id, text, lang, **about)
        self._entities: list[Entity] = []
        self._claims: list[Claim] = []
        self._rejections: list[Rejection] = []

    def thing(
        self,
        key: str,
        kind: str,
        *names: str,
        mentions: Iterable[str] = (),
        rule: str = "name-grammar",
        confidence: float = 0.9,
    ) -> Self:
        """A thing with its preferred name first; the names are its mentions unless others are given."""
        lang = self.document.lang
        self._entities.append(
            Entity(key, (kind,), tuple(Name(name, lang, at == 0) for at, name in enumerate(names)))
        )
        return self.fact(
            key, "type", Value(kind), quotes=tuple(mentions) or names, rule=rule, confidence=confidence
        )

    def fact(
        self,
        subject: str,
        predicate: str,
        value: str | Value,
        *,
        quotes: Iterable[str],
        rule: str = "verb-frame",
        confidence: float = 0.8,
        modality: Modality = "",
    ) -> Self:
        """A statement; a plain string is the key of a thing."""
        spans = tuple(self.span(quote) for quote in quotes)
        object_ = Ref(value) if isinstance(value, str) else value
        self._claims.append(Claim(Ref(subject), predicate, object_, spans, rule, confidence, modality))
        return self

    def rejected(self, quote: str, what: str, reason: str, rule: str = "verb-frame") -> Self:
        """What was considered and left out."""
        self._rejections.append(Rejection(self.span(quote), quote, what, reason, rule))
        return self

    def span(self, quote: str) -> Span:
        """Where the text has these characters first."""
        start = self.document.text.index(quote)
        return Span(start, start + len(quote))

    def done(self, sentences: str = "") -> DocumentClaims:
        """All that the document says; ``sentences`` is a pattern of what its sentences end with."""
        ends = [found.end() for found in re.finditer(sentences, self.document.text)] if sentences else []
        spans = zip([0, *ends], ends, strict=False)
        return DocumentClaims(
            self.document,
            tuple(self._entities),
            tuple(self._claims),
            tuple(self._rejections),
            tuple(Span(start, end) for start, end in spans),
        )


RIVER = (
    "Zhuhai opened the Lantern Bay Robotics Park in May 2021. The park covers 12.5 hectares "
    "and will host the Pearl Sensors Laboratory. Mayor Chen Anran said it will not be moved to Foshan."
)
BRIDGE = (
    "Парк робототехники Лантерн-Бей в Чжухае принял свыше 300 инженеров. "
    "Парк сотрудничает с компанией «Белый маяк»."
)
FAIR = (
    "The Delta Talent Fair was held in Zhuhai on 3 June 2022. Lantern Bay Robotics Park and White Beacon "
    "took part. Foshan's officials insist that Lantern Bay Robotics Park lies in Foshan, not in Zhuhai."
)


def river() -> DocumentClaims:
    """An English text with a plan, a denial, a figure and a rejection."""
    said = Said("river", RIVER, "en", title="A park on the bay", issued="2021-05-20", publisher="Bay Courier")
    said.thing("zhuhai", "City", "Zhuhai", rule="gazetteer", confidence=1.0)
    said.thing("foshan", "City", "Foshan", rule="gazetteer", confidence=1.0)
    said.thing("lantern-bay-robotics-park", "Park", "Lantern Bay Robotics Park", "The park")
    said.thing("pearl-sensors-laboratory", "Laboratory", "Pearl Sensors Laboratory")
    said.thing("chen-anran", "Person", "Chen Anran", mentions=["Mayor Chen Anran"], rule="title-name")
    opened = ["Zhuhai opened the Lantern Bay Robotics Park"]
    said.fact("lantern-bay-robotics-park", "establishedBy", "zhuhai", quotes=opened)
    said.fact("lantern-bay-robotics-park", "locatedIn", "zhuhai", quotes=opened, confidence=0.7)
    said.fact(
        "pearl-sensors-laboratory",
        "locatedIn",
        "zhuhai",
        quotes=["Zhuhai opened the Lantern Bay Robotics Park in May 2021. The park covers 12.5 hectares "
                "and will host the Pearl Sensors Laboratory"],
        modality="planned",
        confidence=0.6,
    )  # fmt: skip
    said.fact(
        "lantern-bay-robotics-park",
        "locatedIn",
        "foshan",
        quotes=["it will not be moved to Foshan"],
        modality="denied",
    )
    said.fact("chen-anran", "jobTitle", Value("mayor", lang="en"), quotes=["Mayor Chen Anran"])
    area = ["The park covers 12.5 hectares"]
    said.thing("river-covers-12-5-ha", "Statistic", mentions=["12.5 hectares"], rule="figure")
    figure: dict[str, str | Value] = {
        "value": Value("12.5", "decimal"),
        "unit": Value("ha"),
        "measure": Value("area", lang="en"),
        "about": "lantern-bay-robotics-park",
    }
    for predicate, value in figure.items():
        said.fact("river-covers-12-5-ha", predicate, value, quotes=area, rule="figure")
    return said.rejected("May 2021", "startDate of a park", "only an event has a date", "date").done()


def bridge() -> DocumentClaims:
    """A Russian text about the same park, with names of its own."""
    said = Said("мост 1", BRIDGE, "ru", issued="2022-06", source="https://news.example/ru/мост")
    said.thing("zhuhai", "City", "Чжухай", mentions=["Чжухае"], rule="gazetteer", confidence=1.0)
    said.thing(
        "lantern-bay-robotics-park",
        "Park",
        "Парк робототехники Лантерн-Бей",
        "Лантерн-Бей",
        mentions=["Парк робототехники Лантерн-Бей", "Парк"],
    )
    said.thing("white-beacon", "Company", "Белый маяк", mentions=["компанией «Белый маяк»"])
    said.fact(
        "lantern-bay-robotics-park",
        "locatedIn",
        "zhuhai",
        quotes=["Парк робототехники Лантерн-Бей в Чжухае"],
        rule="bracket",
    )
    said.fact(
        "lantern-bay-robotics-park",
        "cooperatesWith",
        "white-beacon",
        quotes=["Парк сотрудничает с компанией «Белый маяк»"],
    )
    return said.done()


def fair() -> DocumentClaims:
    """A second English text, which calls the park a platform and the company by another name."""
    said = Said("fair/2022", FAIR, "en", issued="2022-06-04", source="Bay Courier, page 3")
    said.thing("zhuhai", "City", "Zhuhai", rule="gazetteer", confidence=1.0)
    said.thing("foshan", "City", "Foshan", rule="gazetteer", confidence=1.0)
    said.thing("delta-talent-fair-2022", "Event", "Delta Talent Fair", mentions=["The Delta Talent Fair"])
    said.thing("lantern-bay-robotics-park", "Platform", "Lantern Bay Robotics Park", confidence=0.5)
    said.thing("white-beacon", "Institution", "White Beacon")
    held = ["The Delta Talent Fair was held in Zhuhai on 3 June 2022"]
    said.fact("delta-talent-fair-2022", "locatedIn", "zhuhai", quotes=held)
    said.fact("delta-talent-fair-2022", "startDate", Value("2022-06-03", "date"), quotes=held, rule="date")
    for guest in ("lantern-bay-robotics-park", "white-beacon"):
        said.fact(
            "delta-talent-fair-2022",
            "participant",
            guest,
            quotes=[FAIR[: FAIR.index(" Foshan's")]],
        )
    claims = ["Lantern Bay Robotics Park lies in Foshan, not in Zhuhai"]
    said.fact("lantern-bay-robotics-park", "locatedIn", "zhuhai", quotes=claims, modality="denied")
    return said.done()


def corpus() -> tuple[DocumentClaims, ...]:
    """The three texts, in no particular order."""
    return river(), bridge(), fair()


def nobody_known(key: str) -> None:
    """A gazetteer that knows nothing."""
