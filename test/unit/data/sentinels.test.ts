/**
 * Figures copied a second time from their source, so that a typing error in a file is noticed, and values that a
 * question-and-answer page repeats: the digits that both print, or count for count. The citation of the page is in its
 * file of `data/published/`.
 */
import { describe, expect, it } from "vitest";
import { makeDataForAnswers } from "#data/build/compute-set.ts";
import { collections } from "#data/generated/collections.ts";
import type { Citing, Published } from "#data/schema.ts";
import { listCohortRecords } from "#server/answers/compute/whole-dataset.ts";
import {
  citedSource,
  cohortNamed,
  evidence,
  figureOf,
  landmarkOf,
  named,
  readTable,
} from "./files.ts";

const all = evidence();

/** Lines of the tables; `source` matches the citation of the source. */
type Line<Cell extends string> = Readonly<Record<Cell, string>>;
type Sentinel = Line<"cohort" | "outcome" | "cut" | "events" | "n" | "population" | "source">;

type OtherSentinel = { of: keyof typeof studies } & Line<
  // `part` is the cut of a cohort, the side of a comparison or the level of a subgroup.
  "study" | "part" | "outcome" | "source" | "low" | "high" | "derived" | "definition"
> &
  // What else is printed, by the name of the field.
  Readonly<Record<string, string>>;

interface Study {
  readonly id: string;
  readonly figures: readonly { readonly outcome: string; readonly source: number }[];
  readonly sources: readonly Citing[];
}

const studies = {
  cohort: all.cohorts,
  comparison: all.comparisons,
  subgroup: all.subgroups,
} satisfies Record<string, readonly Study[]>;
const partNames = { cohort: "cut", comparison: "of", subgroup: "level" } as const;

const sentinels = readTable<Sentinel>("sentinels.csv");
const held = readTable<Line<"cohort" | "outcome" | "cut" | "hold">>("sentinels-held.csv");
const others = readTable<OtherSentinel>("sentinels-figures.csv");
type Time = Line<"cohort" | "what" | "outcome" | "median" | "unit" | "low" | "high">;
const times = readTable<Time>("sentinels-timing.csv");

const words = ["by", "grades", "hold"];
const numeric = ["events", "n", "percentPrinted", "month", "medianMonths", "followUpMonths"];

/** Returns the value of a cell; `none` stands for what the source does not print. */
const readCell = (cell = "") => (cell === "none" ? null : Number(cell));

/** Returns the fields that a line states, which are those of the cells that are not empty. */
function statedIn({ low, high, derived, definition, ...line }: OtherSentinel): object {
  const range = derived.includes("-") ? { derivedRange: derived.split("-").map(Number) } : {};
  const valuesOf = (names: readonly string[], value: (cell?: string) => unknown) =>
    Object.fromEntries(names.filter((name) => line[name]).map((name) => [name, value(line[name])]));
  return {
    ...valuesOf(numeric, readCell),
    ...valuesOf(words, (cell) => (cell === "none" ? null : cell)),
    ...(low ? { interval: [readCell(low), readCell(high)] } : {}),
    ...(derived === "no" ? { derived: false } : range),
    ...(definition ? { definition: expect.stringContaining(definition) } : {}),
  };
}

/** Returns the figures of a part of a study for an outcome, each with its citation. */
function figuresOf(of: keyof typeof studies, id: string, part: string, outcome: string) {
  const study = named<Study>(studies[of], id);
  return study.figures
    .filter((figure) => figure.outcome === outcome && Reflect.get(figure, partNames[of]) === part)
    .map((figure) => ({ ...figure, citation: citedSource(study.sources, figure.source).citation }));
}

describe("figures against their source", () => {
  it.each(sentinels)("$cohort $outcome $cut is $events of $n", (printed) => {
    const cohort = cohortNamed(printed.cohort, all);
    const figure = figureOf(cohort, printed.outcome, printed.cut);
    const { population, source } = printed;
    const [events, n] = [Number(printed.events), Number(printed.n)];
    expect(figure).toMatchObject({ events, n, population, hold: null });
    expect(citedSource(cohort.sources, figure.source).citation).toMatch(new RegExp(source));
  });

  it.each(others)("$of $study $part: $outcome, line %#", (printed) => {
    const { of, study, part, outcome, source } = printed;
    const stated = { ...statedIn(printed), citation: expect.stringMatching(source) };
    expect(figuresOf(of, study, part, outcome)).toContainEqual(expect.objectContaining(stated));
  });

  it.each(times)("$cohort: $what of $outcome is $median $unit", (printed) => {
    const { cohort, what, median, unit, low, high } = printed;
    const outcome = printed.outcome === "none" ? null : printed.outcome;
    const range = low === "none" ? null : [Number(low), Number(high)];
    const { timing } = cohortNamed(cohort, all);
    const found = timing.filter((time) => time.what === what && time.outcome === outcome);
    expect(found).toMatchObject([{ median: Number(median), unit, ...(low && { range }) }]);
  });

  it("the 193 after BCMA therapy are divided by what each had, as the abstract prints", () => {
    const { figures } = named(all.subgroups, "dima-teclistamab-us-2025");
    const kinds = figures.flatMap(({ patients }) => (Array.isArray(patients) ? [patients] : []));
    // Blood Cancer J 2025;15(1):111: CAR-T only 99, ADC and CAR-T 36, ADC only 47, bispecific only 6, other 5.
    const printed = ["car-t 99", "car-t adc 36", "adc 47", "bispecific 6"];
    expect(
      kinds.map((level) =>
        level.map(({ kind, n, of, with: others = [] }) => {
          expect(of).toBe(193);
          return [kind, ...others, n].join(" ");
        }),
      ),
    ).toEqual([printed, printed]);
  });

  it("12-month progression-free survival of CARTITUDE-1 is 76.6 % (66.0 to 84.3)", () => {
    expect(landmarkOf(cohortNamed("cartitude-1", all), "pfs", 12)).toMatchObject({
      survival: 0.766,
      interval: [0.66, 0.843],
      population: "treated",
    });
  });
});

describe("figures that must never be pooled", () => {
  it.each(held)("$cohort $outcome $cut is held: $hold", ({ cohort, outcome, cut, hold }) => {
    expect(figureOf(cohortNamed(cohort, all), outcome, cut).hold).toBe(hold);
  });

  it("are tier 4 where only unreviewed sources print them", () => {
    const { sources, figures } = cohortNamed("lummicar-1-phase-2", all);
    expect(new Set(figures.map(({ source }) => sources[source]?.tier))).toEqual(new Set([4]));
  });
});

describe("randomised trials", () => {
  it("KarMMa-3 has its ratio of deaths, which shows no benefit", () => {
    expect(figuresOf("comparison", "karmma-3", "ide-cel", "os")[0]).toMatchObject({
      ...{ against: "control", followUpMonths: 30.9 },
      effect: {
        ...{ measure: "hazard-ratio", value: 1.01, interval: [0.73, 1.4], moreEventsAbove: "of" },
      },
      citation: expect.stringMatching(/Ailawadhi S.*2024;144/),
    });
  });

  it("KarMMa-3 has what the FDA reports of its first months", () => {
    expect(figuresOf("comparison", "karmma-3", "ide-cel", "os")).toContainEqual(
      expect.objectContaining({
        ...{ favours: "against", effect: null, percentPrinted: null },
        definition: expect.stringContaining("about the first 15 months"),
        note: "fatal adverse reactions 9 % of 222",
        citation: expect.stringMatching(/FDA Approval Summary/),
      }),
    );
  });

  it("CARTIFAN-1 has what its news prints of collection and of 12 months", () => {
    const cohort = cohortNamed("cartifan-1-mi-2022", all);
    expect(cohort.baseline).toMatchObject({ n: 48, leukapheresed: 64 });
    expect(landmarkOf(cohort, "pfs", 12)).toMatchObject({
      ...{ survival: 0.77, interval: [0.623, 0.865], n: 48 },
    });
  });
});

describe("judgements", () => {
  it("leave out a figure that was collected twice", () => {
    const { figures } = cohortNamed("monumental-1-0.4mgkg-qw", all);
    expect(figures.filter(({ outcome }) => outcome === "infection-3")).toHaveLength(1);
  });

  it.each([
    ["majestec-1", 11.3, [8.8, 17.1], /Moreau P.*2022;387:495/],
    ["karmma", 8.8, [5.6, 11.6], /Munshi NC.*2021;384:705/],
  ])("%s: the median of %d months cites a reviewed source", (id, months, interval, source) => {
    const { medians, sources } = cohortNamed(id, all);
    const median = medians.find(({ family, cut }) => family === "pfs" && cut === "primary");
    expect(median).toMatchObject({ months, interval });
    const cited = citedSource(sources, median?.source ?? -1);
    expect(cited.citation).toMatch(source);
    expect(cited.tier).toBeLessThan(4);
  });

  it("class cohorts by what their sources say", () => {
    expect(cohortNamed("razzo-teclistamab-us-2025", all).priorBcma).toBe("some");
    expect(cohortNamed("karmma-3-ide-cel", all)).toMatchObject({
      setting: "early",
      settingBasis: expect.stringMatching(/2 to 4 prior lines.*triple-class exposed/),
    });
    expect(cohortNamed("germany-ide-cel-2025", all).settingBasis).toMatch(/more than 3 lines/);
  });
});

it("a sentinel's number infused has the doubt that its file has about the others", () => {
  const doubts = makeDataForAnswers(all).cohorts.flatMap(({ id, figures }) =>
    figures.flatMap(({ collection }) => (collection ? [[id, collection] as const] : [])),
  );
  expect(doubts).toEqual([
    ["cartitude-1", "assumed"],
    ["cartitude-4-cilta-cel", "assumed"],
    ["hansen-ide-cel-us-2023", "waiting"],
  ]);
  const worded = all.cohorts.flatMap(({ id, figures }) =>
    figures.flatMap(({ outcome, definition }) =>
      outcome === "infused" && /assum|waiting/i.test(definition ?? "") ? [id] : [],
    ),
  );
  expect(doubts.map(([id]) => id)).toEqual(worded);
});

it("the patients of KarMMa are those of its source", () => {
  expect(cohortNamed("karmma", all).baseline).toMatchObject({
    ...{ n: 128, medianAge: 61, ageRange: [33, 78], medianPriorLines: 6, priorLinesRange: [3, 16] },
    ...{ issIIIPercent: null, rissIIIPercent: 16, highRiskCytogeneticsPercent: 35 },
    ...{ extramedullaryPercent: 39, tripleClassRefractoryPercent: 84 },
  });
});

describe("patients that cohorts may share", () => {
  const edgeOf = (id: string, overlapping: string) =>
    cohortNamed(id, all).overlaps.find((edge) => edge.with === overlapping);

  it("with a contained cohort are said by which way they came", () => {
    expect(edgeOf("tan-mskcc-teclistamab-2025", "razzo-teclistamab-us-2025")).toMatchObject({
      kind: "possible",
      reason: "by way of dima-teclistamab-us-2025, which razzo-teclistamab-us-2025 contains",
    });
  });

  it.each([
    ["midwest-teclistamab-2025", "dima-teclistamab-us-2025"],
    ["midwest-teclistamab-2025", "razzo-teclistamab-us-2025"],
    ["northwell-teclistamab-2025", "razzo-teclistamab-us-2025"],
    ["mohan-teclistamab-2024", "tan-teclistamab-imwg-2025"],
    ["realitec-teclistamab", "tan-teclistamab-imwg-2025"],
    ["ide-cel-cytopenias-us-2022", "us-consortium-ide-cel-emd-2024"],
    ["ide-cel-cytopenias-us-2022", "ide-cel-age65-us-2024"],
  ])("are of the same centres, which no publication names: %s and %s", (a, b) => {
    const expected = { kind: "possible", reason: expect.stringMatching(/centres may overlap$/) };
    expect(edgeOf(a, b)).toMatchObject(expected);
    expect(edgeOf(b, a)).toMatchObject(expected);
  });
});

type Claim = NonNullable<Published["claims"]>[number];
type Pointer = Claim["at"][number];

interface Held {
  value: number;
  /** Events and patients; `null` where the figure is no count. */
  count: string | null;
}

const records = listCohortRecords();
const claims = collections.published.flatMap((review) => review.claims ?? []);

/** @throws Error if the study has no such number. */
function figureAt({ study, what, cut }: Pointer): Held {
  const record = records.find(({ id }) => id === study);
  const value = record ? null : resultOf(study, what);
  if (value !== null) return { value, count: null };
  const isCut = (result: { readonly cut: string }) => cut === null || result.cut === cut;
  const figure = record?.figures.find((entry) => entry.outcome === what && isCut(entry));
  if (figure?.events != null && figure.n !== null) {
    const { events, n, percentPrinted } = figure;
    return { value: percentPrinted ?? (100 * events) / n, count: `${events} of ${n}` };
  }
  const landmark = record?.landmarks.find(
    (entry) => `${entry.family}-${entry.month}` === what && isCut(entry),
  );
  if (landmark) return { value: 100 * landmark.survival, count: null };
  const median = record?.medians.find((entry) => `median-${entry.family}` === what && isCut(entry));
  if (median?.months != null) return { value: median.months, count: null };
  const baseline = Object.entries(record?.baseline ?? {}).find(([name]) => name === what)?.[1];
  if (typeof baseline !== "number") throw new Error(`${study} has no ${what}`);
  return { value: baseline, count: null };
}

/** Returns the value of a published pool, in percent for a rate; `null` if the pool has none. */
function resultOf(study: string, what: string): number | null {
  const results = collections.published.find(({ id }) => id === study)?.results ?? [];
  const result = results.find((entry) => (entry.outcome ?? entry.measure) === what);
  return result?.estimatePercent ?? result?.value ?? null;
}

function isAt(printed: string, pointers: readonly Pointer[]): boolean {
  const figures = pointers.map(figureAt);
  if (/^\d+ of \d+$/.test(printed)) return figures.every(({ count }) => count === printed);
  const numbers = printed.match(/\d+(?:\.\d+)?/g) ?? [];
  return (
    numbers.length === figures.length &&
    numbers.every((text, index) => {
      const value = Number((figures[index]?.value ?? 0).toFixed(6));
      const decimals = Math.min(decimalsOf(text), decimalsOf(String(value)));
      return Math.abs(value - Number(text)) <= 0.5 / 10 ** decimals + 1e-9;
    })
  );
}

const decimalsOf = (text: string) => text.split(".")[1]?.length ?? 0;

it("every value is that of the study that is named, but for those that are listed", () => {
  const located = claims.filter(({ at }) => at.length > 0);
  expect([claims.length > 40, located.length > 30]).toEqual([true, true]);
  const wrong = located.filter(({ printed, at }) => !isAt(printed, at));
  expect(wrong.map(({ printed, really }) => [printed, really !== undefined])).toEqual([
    ["16 of 16", true],
    ["11.8 months", true],
    ["44.8–69 %", false],
  ]);
});

it("a value of another study is in that study", () => {
  for (const { printed, really } of claims) if (really) expect(isAt(printed, [really])).toBe(true);
});
