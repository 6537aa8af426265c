// What the records say of each other: facts by thing, the sources and years of a fact, what lies in a city.

const factsFrom = content.things.map(() => []);
const factsTo = content.things.map(() => []);
const figuresOf = content.things.map(() => []);
content.facts.forEach((fact, id) => {
  fact.id = id;
  factsFrom[fact.subject].push(fact);
  if ("object" in fact) factsTo[fact.object].push(fact);
});
content.figures.forEach((figure, id) => {
  figure.id = id;
  for (const thing of figure.about) figuresOf[thing].push(figure);
});

const numberOf = new Map(content.things.map((thing, number) => [thing.key, number]));

// A fact that is drawn: between two things, and not denied.
const isLine = (fact) => "object" in fact && fact.object !== fact.subject && fact.modality !== "denied";
const otherEnd = (fact, number) => (fact.subject === number ? fact.object : fact.subject);
const linesAt = (number) => [...factsFrom[number], ...factsTo[number]].filter(isLine);

const quotesOf = (told) => told.claims.flatMap((claim) => claim.quotes);
const documentsOf = (told) => [...new Set(quotesOf(told).map((quote) => content.quotes[quote].document))];

// The languages of the texts that say it; the empty one stands for what is known beforehand.
const languagesOf = (told) => {
  told.languages ??= told.claims.length
    ? [...new Set(documentsOf(told).map((place) => content.documents[place].language))]
    : [""];
  return told.languages;
};

const yearOf = (date) => (/^\d{4}/.test(date) ? Number(date.slice(0, 4)) : null);

const startsOf = (number) => factsFrom[number].filter((fact) => fact.property === "startDate" && fact.modality !== "denied");

// The year that a figure or an event gives itself, else the years of the texts that say it.
function yearsOf(told) {
  if (told.years) return told.years;
  const own = "about" in told ? [told.asOf] : startsOf(told.subject).map((fact) => fact.value);
  const dated = own.map(yearOf).filter((year) => year !== null);
  const issued = () => documentsOf(told).map((place) => yearOf(content.documents[place].issued));
  told.years = dated.length ? dated : issued().filter((year) => year !== null);
  return told.years;
}

const statusOf = (told) => told.modality || "stated";

// All that lies in a place, itself included.
function within(place) {
  const found = new Set([place]);
  for (const number of found) {
    for (const fact of factsTo[number]) {
      if (fact.property === "locatedIn" && fact.modality !== "denied") found.add(fact.subject);
    }
  }
  return found;
}

// The nearest place with coordinates that a thing is, or lies in; null where none is known.
const spots = new Map();
function spotOf(number) {
  if (!spots.has(number)) spots.set(number, findSpot(number));
  return spots.get(number);
}

function findSpot(number) {
  const around = new Set([number]);
  for (const place of around) {
    if (thingOf(place).at) return place;
    for (const fact of factsFrom[place]) {
      if (fact.property === "locatedIn" && isLine(fact)) around.add(fact.object);
    }
    for (const key of thingOf(place).lies ?? []) if (numberOf.has(key)) around.add(numberOf.get(key));
  }
  return null;
}
