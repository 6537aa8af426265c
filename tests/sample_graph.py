"""Three short texts about one city and what they say, as a published graph to ask and to look at."""

import re
from pathlib import Path

from builders import Said, nobody_known

from baygraph.model import DocumentClaims, Value
from baygraph.populate import populate
from baygraph.publish import publish

ENGLISH = (
    "Zhongshan has opened the Charles River Station in Boston, United States. "
    "The Harbour Talent Fair was held in Zhongshan on 12 April 2019 by the Zhongshan Science Bureau. "
    "Mayor Liang Wei and Northwind Robotics took part. "
    "The Pearl Bridge Project, with Northwind Robotics and Harbour University as partners, "
    "is about robotics. "
    "By the end of 2018 Zhongshan had more than 1,250 high-tech companies. "
    "Northwind Robotics plans to set up a marine drones laboratory. "
    "Zhongshan wants to become a hub of smart manufacturing."
)
RUSSIAN = (
    "Станцию Чарльз-Ривер в Бостоне открыл город Чжуншань. "
    "Бюро науки Чжуншаня ведёт программу «Прилив талантов», которая привлекла 320 специалистов. "
    "Город не открывал станции в Сиэтле. "
    "Компания «Нортвинд Роботикс» и Портовый университет — партнёры Прибрежной лаборатории."
)
CHINESE = "中山市将在硅谷设立硅谷联络站。北风机器人与海港大学开展合作。2019年，中山的专利达到18000件。"


def sentence(text: str, word: str) -> tuple[str]:
    """The sentence with a word in it, as the only quote of a fact."""
    return (next(each for each in re.findall(r"[^.。]+[.。]", text) if word in each).strip(),)


def english() -> DocumentClaims:
    said = Said("harbour", ENGLISH, "en", title="Harbour talks", issued="2019-04-15", publisher="Delta Post")
    for kind, *named in (
        ("City", "Zhongshan", "Boston"),
        ("Country", "United States"),
        ("OverseasStation", "Charles River Station"),
        ("Event", "Harbour Talent Fair"),
        ("GovernmentBody", "Zhongshan Science Bureau"),
        ("Person", "Liang Wei"),
        ("Company", "Northwind Robotics"),
        ("University", "Harbour University"),
        ("Project", "Pearl Bridge Project"),
        ("Laboratory", "marine drones laboratory"),
        ("Field", "robotics"),
        ("Goal", "hub of smart manufacturing"),
    ):
        for name in named:
            said.thing(name.lower().replace(" ", "-"), kind, name)
    station, fair, project = "charles-river-station", "harbour-talent-fair", "pearl-bridge-project"
    opened, held = sentence(ENGLISH, "opened"), sentence(ENGLISH, "held")
    said.fact(station, "establishedBy", "zhongshan", quotes=opened)
    said.fact(station, "locatedIn", "boston", quotes=["Charles River Station in Boston"])
    said.fact("boston", "locatedIn", "united-states", quotes=["Boston, United States"])
    said.fact("zhongshan-science-bureau", "locatedIn", "zhongshan", quotes=["Zhongshan Science Bureau"])
    said.fact(fair, "locatedIn", "zhongshan", quotes=held)
    said.fact(fair, "organizedBy", "zhongshan-science-bureau", quotes=held)
    said.fact(fair, "startDate", Value("2019-04-12", "date"), quotes=held)
    for guest in ("liang-wei", "northwind-robotics"):
        said.fact(fair, "participant", guest, quotes=sentence(ENGLISH, "took part"))
    said.fact("liang-wei", "jobTitle", Value("mayor", lang="en"), quotes=["Mayor Liang Wei"])
    said.fact("liang-wei", "affiliatedWith", "zhongshan", quotes=[f"{held[0]} Mayor Liang Wei"])
    for partner in ("northwind-robotics", "harbour-university"):
        said.fact(project, "partner", partner, quotes=sentence(ENGLISH, "partners"))
    said.fact(project, "field", "robotics", quotes=sentence(ENGLISH, "partners"))
    said.fact(
        "marine-drones-laboratory",
        "establishedBy",
        "northwind-robotics",
        quotes=sentence(ENGLISH, "plans"),
        modality="planned",
    )
    said.fact("zhongshan", "pursues", "hub-of-smart-manufacturing", quotes=sentence(ENGLISH, "become"))
    figure(
        said, "companies", "zhongshan", sentence(ENGLISH, "1,250"), "1250",
        measure=Value("high-tech company", lang="en"),
        asOf=Value("2018-12", "gYearMonth"), approximate=Value("true", "boolean"),
    )  # fmt: skip
    return said.done(r"[.。] ?")


def russian() -> DocumentClaims:
    said = Said("станции", RUSSIAN, "ru", title="Станции за морем", issued="2020-02")
    for key, kind, name, mention in (
        ("zhongshan", "City", "Чжуншань", "Чжуншань"),
        ("boston", "City", "Бостон", "Бостоне"),
        ("seattle", "City", "Сиэтл", "Сиэтле"),
        ("charles-river-station", "OverseasStation", "Станция Чарльз-Ривер", "Станцию Чарльз-Ривер"),
        ("seattle-station", "OverseasStation", "станция в Сиэтле", "станции в Сиэтле"),
        ("zhongshan-science-bureau", "GovernmentBody", "Бюро науки Чжуншаня", "Бюро науки Чжуншаня"),
        ("talent-tide", "TalentProgram", "Прилив талантов", "программу «Прилив талантов»"),
        ("northwind-robotics", "Company", "Нортвинд Роботикс", "Компания «Нортвинд Роботикс»"),
        ("harbour-university", "University", "Портовый университет", "Портовый университет"),
        ("coastal-laboratory", "Laboratory", "Прибрежная лаборатория", "Прибрежной лаборатории"),
    ):
        said.thing(key, kind, name, mentions=[mention])
    station = "charles-river-station"
    said.fact(station, "establishedBy", "zhongshan", quotes=sentence(RUSSIAN, "открыл"))
    said.fact(station, "locatedIn", "boston", quotes=["Станцию Чарльз-Ривер в Бостоне"])
    said.fact("talent-tide", "runBy", "zhongshan-science-bureau", quotes=sentence(RUSSIAN, "ведёт"))
    refused = sentence(RUSSIAN, "не открывал")
    said.fact("seattle-station", "establishedBy", "zhongshan", quotes=refused, modality="denied")
    for partner in ("northwind-robotics", "harbour-university"):
        said.fact("coastal-laboratory", "partner", partner, quotes=sentence(RUSSIAN, "партнёры"))
    measure = Value("специалист", lang="ru")
    figure(said, "specialists", "talent-tide", sentence(RUSSIAN, "320"), "320", measure=measure)
    return said.done(r"[.。] ?")


def chinese() -> DocumentClaims:
    said = Said("liaison", CHINESE, "zh", title="硅谷联络站", issued="2020")
    for key, kind, name in (
        ("zhongshan", "City", "中山"),
        ("silicon-valley", "Region", "硅谷"),
        ("silicon-valley-station", "OverseasStation", "硅谷联络站"),
        ("northwind-robotics", "Company", "北风机器人"),
        ("harbour-university", "University", "海港大学"),
    ):
        said.thing(key, kind, name)
    planned, together = sentence(CHINESE, "将在"), sentence(CHINESE, "合作")
    station = "silicon-valley-station"
    said.fact(station, "establishedBy", "zhongshan", quotes=planned, modality="planned")
    said.fact(station, "locatedIn", "silicon-valley", quotes=planned, modality="planned")
    said.fact("northwind-robotics", "cooperatesWith", "harbour-university", quotes=together)
    figure(
        said, "patents", "zhongshan", sentence(CHINESE, "专利"), "18000",
        measure=Value("专利", lang="zh"), asOf=Value("2019", "gYear"),
    )  # fmt: skip
    return said.done(r"[.。] ?")


def figure(said: Said, key: str, about: str, quotes: tuple[str], value: str, **more: Value) -> None:
    said.thing(key, "Statistic", mentions=quotes)
    stated: dict[str, str | Value] = {"value": Value(value, "integer"), "about": about, **more}
    for predicate, term in stated.items():
        said.fact(key, predicate, term, quotes=quotes, rule="figure")


def publish_sample(folder: Path) -> Path:
    """Publish the three texts."""
    publish(populate([english(), russian(), chinese()], nobody_known), folder)
    return folder
