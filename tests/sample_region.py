"""Five short texts of four years about two cities, which repeat, correct and contradict each other."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from builders import Said
from sample_graph import figure

from baygraph.gazetteer import Known
from baygraph.model import DocumentClaims, Modality, Name, Value
from baygraph.populate import populate
from baygraph.publish import publish

FORUM_TEXT = (
    "Zhuhai opened the Lighthouse Station in Lisbon, Portugal. "
    "Zhuhai also opened the Dune Station in Porto, Portugal. "
    "Zhuhai plans to open the Fjord Station in Oslo, Norway. "
    "The Delta Green Forum was held in Zhuhai on 10 May 2021. "
    "Coral Bay University and guests from Lisbon took part. "
    "Coral Bay University lies in Zhuhai, Amber Dynamics lies in Foshan. "
    "Both work in robotics, and Amber Dynamics in optics too. "
    "The two signed the Tide Agreement at the Delta Green Forum. "
    "Chen Bo is vice mayor of Zhuhai. "
    "In 2020 Zhuhai had 40 laboratories. "
    "Zhuhai wants to become a hub of marine science."
)
WEEK_TEXT = (
    "Неделя талантов дельты прошла в Фошане с 3 по 5 июня 2022 года. "
    "В ней участвовали университет Коралловой бухты и гости из Лиссабона. "
    "На Сессии роботов, части недели, выступил Чэнь Бо, мэр Фошаня. "
    "Чжухай открыл станцию Маяк в Лиссабоне. "
    "Чжухай открыл станцию Фьорд в Осло. "
    "Университет Коралловой бухты создал парк Вестбанк в Фошане. "
    "Фошань хочет стать центром морской науки. "
    "В 2021 году в Фошане работало 30 лабораторий."
)
PROJECT_TEXT = (
    "珠海在里斯本设立了灯塔工作站。珠海没有设立沙丘工作站。"
    "红树林项目位于珠海，合作方为琥珀动力，属于海洋科学领域，将建成珍珠实验室。"
    "珍珠实验室位于珠海。红树林项目投资200万元。"
)
CORRECTION_TEXT = (
    "The Delta Green Forum was held on 11 May 2021. In 2020 Zhuhai had 45 laboratories. "
    "In 2022 Zhuhai had 52 laboratories and Foshan had 33. Perhaps Amber Dynamics runs the Kelp Scheme. "
    "Coral Bay University lies in Zhuhai. Amber Dynamics invested 3 million dollars."
)
UNIT_TEXT = "Pearl Laboratory is part of Coral Bay University."

_NAMES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "zhuhai": ("City", {"en": "Zhuhai", "ru": "Чжухай", "zh": "珠海"}),
    "foshan": ("City", {"en": "Foshan", "ru": "Фошань"}),
    "lisbon": ("City", {"en": "Lisbon", "ru": "Лиссабон", "zh": "里斯本"}),
    "porto": ("City", {"en": "Porto"}),
    "oslo": ("City", {"en": "Oslo", "ru": "Осло"}),
    "portugal": ("Country", {"en": "Portugal"}),
    "norway": ("Country", {"en": "Norway"}),
    "lighthouse-station": (
        "OverseasStation",
        {"en": "Lighthouse Station", "ru": "станция Маяк", "zh": "灯塔工作站"},
    ),
    "dune-station": ("OverseasStation", {"en": "Dune Station", "zh": "沙丘工作站"}),
    "fjord-station": ("OverseasStation", {"en": "Fjord Station", "ru": "станция Фьорд"}),
    "delta-green-forum": ("Event", {"en": "Delta Green Forum"}),
    "delta-talent-week": ("Event", {"ru": "Неделя талантов дельты"}),
    "robot-session": ("Event", {"ru": "Сессия роботов"}),
    "coral-bay-university": (
        "University",
        {"en": "Coral Bay University", "ru": "университет Коралловой бухты"},
    ),
    "amber-dynamics": ("Company", {"en": "Amber Dynamics", "zh": "琥珀动力"}),
    "tide-agreement": ("Agreement", {"en": "Tide Agreement"}),
    "westbank-park": ("Park", {"ru": "парк Вестбанк"}),
    "pearl-laboratory": ("Laboratory", {"en": "Pearl Laboratory", "zh": "珍珠实验室"}),
    "mangrove-project": ("Project", {"zh": "红树林项目"}),
    "kelp-scheme": ("Program", {"en": "Kelp Scheme"}),
    "chen-bo": ("Person", {"en": "Chen Bo", "ru": "Чэнь Бо"}),
    "robotics": ("Field", {"en": "robotics"}),
    "optics": ("Field", {"en": "optics"}),
    "marine-science": ("Field", {"zh": "海洋科学"}),
    "goal-marine-hub": ("Goal", {"en": "hub of marine science", "ru": "центр морской науки"}),
}
# How a name stands in the text where that is not its dictionary form.
_FORMS = {
    "ru": {
        "foshan": "Фошане",
        "lisbon": "Лиссабона",
        "robot-session": "Сессии роботов",
        "lighthouse-station": "станцию Маяк",
        "fjord-station": "станцию Фьорд",
        "goal-marine-hub": "центром морской науки",
    }
}


class Text:
    """A text whose facts are told by the sentence that says them."""

    def __init__(self, id: str, text: str, lang: str, issued: str, title: str, keys: str) -> None:
        self.said = Said(id, text, lang, title=title, issued=issued, publisher="Delta Post")
        self._sentences = [f"{each}{text[text.index(each) + len(each)]}" for each in split(text)]
        for key in keys.split():
            kind, names = _NAMES[key]
            form = _FORMS.get(lang, {}).get(key, names[lang])
            self.said.thing(key, kind, names[lang], mentions=[form])

    def says(
        self,
        words: str,
        *facts: str,
        modality: Modality = "",
        confidence: float = 0.8,
        rule: str = "verb-frame",
    ) -> None:
        """Each fact is ``subject property object``; an object that is no key of a thing is a date."""
        for fact in facts:
            subject, predicate, value = fact.split()
            object_ = value if value in _NAMES else Value(value, "date")
            quotes = self.quote(words)
            self.said.fact(
                subject,
                predicate,
                object_,
                quotes=quotes,
                modality=modality,
                confidence=confidence,
                rule=rule,
            )

    def office(self, words: str, title: str, lang: str) -> None:
        self.said.fact("chen-bo", "jobTitle", Value(title, lang=lang), quotes=self.quote(words))

    def counts(self, words: str, key: str, about: str, value: str, **more: Value) -> None:
        figure(self.said, key, about, self.quote(words), value, **more)

    def quote(self, words: str) -> tuple[str]:
        """The only sentence with these words in it."""
        (found,) = (each for each in self._sentences if words in each)
        return (found,)


def split(text: str) -> Sequence[str]:
    """The sentences of a text, each without its full stop."""
    return [each.strip() for each in text.replace("。", ".").split(".") if each.strip()]


def forum() -> DocumentClaims:
    text = Text(
        "forum", FORUM_TEXT, "en", "2021-05-12", "A forum by the delta",
        "zhuhai foshan lisbon porto oslo portugal norway lighthouse-station dune-station fjord-station "
        "delta-green-forum coral-bay-university amber-dynamics tide-agreement chen-bo robotics optics "
        "goal-marine-hub",
    )  # fmt: skip
    text.says("Lighthouse", "lighthouse-station establishedBy zhuhai", "lighthouse-station locatedIn lisbon",
              "lisbon locatedIn portugal")  # fmt: skip
    text.says("Dune", "dune-station establishedBy zhuhai", "dune-station locatedIn porto",
              "porto locatedIn portugal")  # fmt: skip
    text.says("Fjord", "oslo locatedIn norway")
    text.says(
        "Fjord", "fjord-station establishedBy zhuhai", "fjord-station locatedIn oslo", modality="planned"
    )
    text.says("was held", "delta-green-forum locatedIn zhuhai", "delta-green-forum startDate 2021-05-10")
    text.says("took part", "delta-green-forum participant coral-bay-university",
              "delta-green-forum participant lisbon")  # fmt: skip
    text.says("lies in", "coral-bay-university locatedIn zhuhai", "amber-dynamics locatedIn foshan")
    text.says("Both", "coral-bay-university field robotics", "amber-dynamics field robotics",
              "amber-dynamics field optics")  # fmt: skip
    text.says("signed", "tide-agreement partner coral-bay-university",
              "tide-agreement partner amber-dynamics",
              "tide-agreement signedAt delta-green-forum")  # fmt: skip
    text.says("vice mayor", "chen-bo affiliatedWith zhuhai")
    text.office("vice mayor", "vice mayor", "en")
    laboratory = Value("laboratory", lang="en")
    text.counts("40", "labs-40", "zhuhai", "40", measure=laboratory, asOf=Value("2020", "gYear"))
    text.says("wants", "zhuhai pursues goal-marine-hub")
    return text.said.done()


def week() -> DocumentClaims:
    text = Text(
        "неделя", WEEK_TEXT, "ru", "2022-06-07", "Неделя в дельте",
        "delta-talent-week foshan coral-bay-university lisbon robot-session chen-bo zhuhai oslo "
        "lighthouse-station fjord-station westbank-park goal-marine-hub",
    )  # fmt: skip
    text.says("прошла", "delta-talent-week locatedIn foshan", "delta-talent-week startDate 2022-06-03",
              "delta-talent-week endDate 2022-06-05")  # fmt: skip
    text.says("участвовали", "delta-talent-week participant coral-bay-university",
              "delta-talent-week participant lisbon")  # fmt: skip
    text.says("Сессии", "robot-session partOf delta-talent-week", "robot-session participant chen-bo",
              "chen-bo affiliatedWith foshan")  # fmt: skip
    text.office("Сессии", "мэр", "ru")
    text.says("Маяк", "lighthouse-station establishedBy zhuhai", "lighthouse-station locatedIn lisbon")
    text.says("Фьорд", "fjord-station establishedBy zhuhai", "fjord-station locatedIn oslo")
    text.says(
        "Вестбанк", "westbank-park establishedBy coral-bay-university", "westbank-park locatedIn foshan"
    )
    text.says("хочет", "foshan pursues goal-marine-hub")
    laboratory = Value("лаборатория", lang="ru")
    text.counts("30", "labs-30", "foshan", "30", measure=laboratory, asOf=Value("2021", "gYear"))
    return text.said.done()


def project() -> DocumentClaims:
    text = Text(
        "mangrove", PROJECT_TEXT, "zh", "2022-11", "红树林项目",
        "zhuhai lisbon lighthouse-station dune-station mangrove-project amber-dynamics marine-science "
        "pearl-laboratory",
    )  # fmt: skip
    text.says("灯塔", "lighthouse-station establishedBy zhuhai")
    text.says("沙丘", "dune-station establishedBy zhuhai", modality="denied")
    text.says("合作方", "mangrove-project locatedIn zhuhai", "mangrove-project partner amber-dynamics",
              "mangrove-project field marine-science",
              "mangrove-project creates pearl-laboratory")  # fmt: skip
    text.says("珍珠实验室位于", "pearl-laboratory locatedIn zhuhai")
    money = {"measure": Value("投资", lang="zh"), "unit": Value("CNY")}
    text.counts("投资", "investment", "mangrove-project", "2000000", **money)
    return text.said.done()


def correction() -> DocumentClaims:
    text = Text(
        "correction", CORRECTION_TEXT, "en", "2023-02-01", "Corrections",
        "delta-green-forum zhuhai foshan amber-dynamics kelp-scheme coral-bay-university",
    )  # fmt: skip
    text.says("11 May", "delta-green-forum startDate 2021-05-11")
    laboratory = Value("laboratory", lang="en")
    text.counts("45", "labs-45", "zhuhai", "45", measure=laboratory, asOf=Value("2020", "gYear"))
    text.counts("52", "labs-52", "zhuhai", "52", measure=laboratory, asOf=Value("2022", "gYear"))
    text.counts("33", "labs-33", "foshan", "33", measure=laboratory, asOf=Value("2022", "gYear"))
    text.says("Perhaps", "kelp-scheme runBy amber-dynamics", confidence=0.4, rule="loose-frame")
    text.says("lies in", "coral-bay-university locatedIn zhuhai")
    text.counts("3 million", "dollars", "amber-dynamics", "3000000",
                measure=Value("investment", lang="en"), unit=Value("USD"))  # fmt: skip
    return text.said.done()


def unit() -> DocumentClaims:
    text = Text(
        "unit", UNIT_TEXT, "en", "2023-09", "A laboratory's home", "pearl-laboratory coral-bay-university"
    )
    text.says("part of", "pearl-laboratory partOf coral-bay-university")
    return text.said.done()


def known(key: str) -> Known | None:
    """A register that knows one of the cities."""
    if key != "zhuhai":
        return None
    names = (Name("Zhuhai", "en", True), Name("珠海", "zh-Hans", True), Name("珠海市", "zh-Hans"))
    links = (("https://schema.org/sameAs", "https://sws.geonames.org/1790437/"),)
    return Known("zhuhai", ("City",), names, links=links)


def publish_region(folder: Path) -> Path:
    """Publish the five texts."""
    publish(populate([forum(), week(), project(), correction(), unit()], known), folder)
    return folder
