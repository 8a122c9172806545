/** Figures copied a second time from their source, so that a typing error in a file is noticed. */
import { describe, expect, it } from "vitest";
import { makeDataForAnswers } from "#data/build/compute-set.ts";
import type { Citing } from "#data/schema.ts";
import {
  citedSource,
  cohortNamed,
  entryWith,
  evidence,
  figureOf,
  landmarkOf,
  readTable,
} from "./files.ts";

const all = evidence();

interface Sentinel {
  cohort: string;
  outcome: string;
  cut: string;
  events: string;
  n: string;
  population: string;
  /** Matches the citation of the source. */
  source: string;
}

interface OtherSentinel {
  of: keyof typeof studies;
  study: string;
  /** Holds the cut of a cohort, the side of a comparison or the level of a subgroup. */
  part: string;
  outcome: string;
  source: string;
  low: string;
  high: string;
  derived: string;
  /** Holds what else is printed, by the name of the field. */
  [field: string]: string;
}

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
const held = readTable<Record<"cohort" | "outcome" | "cut" | "hold", string>>("sentinels-held.csv");
const others = readTable<OtherSentinel>("sentinels-figures.csv");
const times =
  readTable<Record<"cohort" | "what" | "outcome" | "median" | "unit" | "low" | "high", string>>(
    "sentinels-timing.csv",
  );

const numeric = ["events", "n", "percentPrinted", "month", "medianMonths", "followUpMonths"];

/** Returns the value of a cell; `none` stands for what the source does not print. */
const readCell = (cell = "") => (cell === "none" ? null : Number(cell));

/** Returns the fields that a line states, which are those of the cells that are not empty. */
function statedIn({ low, high, derived, ...line }: OtherSentinel): object {
  const range = derived.includes("-") ? { derivedRange: derived.split("-").map(Number) } : {};
  return {
    ...Object.fromEntries(
      numeric.filter((name) => line[name]).map((name) => [name, readCell(line[name])]),
    ),
    ...(low ? { interval: [readCell(low), readCell(high)] } : {}),
    ...(derived === "no" ? { derived: false } : range),
  };
}

/** Returns the figures of a part of a study for an outcome, each with its citation. */
function figuresOf(of: keyof typeof studies, id: string, part: string, outcome: string) {
  const study: Study = entryWith(
    studies[of].find((candidate) => candidate.id === id),
    id,
  );
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

describe("definitions", () => {
  it("hypogammaglobulinemia by laboratory is an outcome of its own", () => {
    const cohort = cohortNamed("majestec-1", all);
    expect(figureOf(cohort, "igg-below-400", "22.8mo")).toMatchObject({
      ...{ events: 117, n: 165, percentPrinted: 70.9, by: "laboratory", hold: null },
    });
    expect(figureOf(cohort, "hypogammaglobulinemia", "30.4mo")).toMatchObject({
      ...{ events: 36, n: 165, by: "report", hold: null },
    });
  });

  it("a term with a footnote that was not seen is held", () => {
    const cohort = cohortNamed("karmma", all);
    expect(figureOf(cohort, "hypogammaglobulinemia", "fda127")).toMatchObject({
      ...{ events: 52, n: 127, hold: "different-definition" },
      definition: expect.stringContaining("footnote that was not seen"),
    });
  });

  it.each([
    ["linker-mm1-200mg", "primary", 42, 117, 5],
    ["karmma-3-ide-cel", "primary", 61, 250, 11],
    ["majestec-3-tec-dara", "primary", 153, 283, 13],
    ["magnetismm-3-ab", "label", 57, 183, 13],
  ])(
    "%s: infections of grade 3 or 4, with its fatal ones apart at the same cut",
    (id, cut, events, n, fatal) => {
      const cohort = cohortNamed(id, all);
      expect(figureOf(cohort, "infection-3", cut)).toMatchObject({ events, n, grades: "3-4" });
      expect(figureOf(cohort, "death-infection", cut)).toMatchObject({ events: fatal, n });
    },
  );
});

describe("randomised trials", () => {
  it("KarMMa-3 has its ratio of deaths, which shows no benefit", () => {
    expect(figuresOf("comparison", "karmma-3", "ide-cel", "os")[0]).toMatchObject({
      ...{ against: "control", followUpMonths: 30.9 },
      effect: {
        measure: "hazard-ratio",
        value: 1.01,
        interval: [0.73, 1.4],
        moreEventsAbove: "of",
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
    expect(
      figureOf(cohortNamed("karmma-3-ide-cel", all), "fatal-adverse-event", "fda"),
    ).toMatchObject({ events: null, n: 222, percentPrinted: 9, hold: "different-definition" });
  });

  it("CARTITUDE-4 has its deaths from COVID-19 as a lower bound, which is not pooled", () => {
    const cohort = cohortNamed("cartitude-4-cilta-cel", all);
    expect(figureOf(cohort, "death-infection", "primary")).toMatchObject({
      ...{ events: 7, n: 208, percentPrinted: 3.4, hold: "different-definition" },
      definition: expect.stringContaining("lower bound"),
    });
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
    ["magnetismm-3", "orr"],
    ["magnetismm-3", "cr"],
    ["monumental-1-0.8mgkg-q2w", "cr"],
  ])("%s %s does not take the follow-up of the responders", (id, outcome) => {
    expect(figureOf(cohortNamed(id, all), outcome, "fda").followUpMonths).toBeNull();
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
