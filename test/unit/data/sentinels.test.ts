/** Figures copied a second time from their source, so that a typing error in a file is noticed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { makeDataForAnswers } from "#data/build/compute-set.ts";
import { citedSource, cohortNamed, entryWith, evidence, figureOf, landmarkOf } from "./files.ts";

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

const sentinels = readTable<Sentinel>("sentinels.csv");
const held = readTable<Record<"cohort" | "outcome" | "cut" | "hold", string>>("sentinels-held.csv");

/** Returns the lines of a table that was typed from the sources. */
function readTable<Line>(name: string): Line[] {
  const text = readFileSync(join(import.meta.dirname, name), "utf8");
  return Papa.parse<Line>(text, { header: true, skipEmptyLines: true, comments: "#" }).data;
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
  const figuresOf = (id: string, of: string, outcome: string) => {
    const { figures, sources } = entryWith(
      all.comparisons.find((comparison) => comparison.id === id),
      id,
    );
    return figures
      .filter((figure) => figure.of === of && figure.outcome === outcome)
      .map((figure) => ({ ...figure, citation: citedSource(sources, figure.source).citation }));
  };

  it("KarMMa-3 has its ratio of deaths, which shows no benefit", () => {
    expect(figuresOf("karmma-3", "ide-cel", "os")[0]).toMatchObject({
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
    expect(figuresOf("karmma-3", "ide-cel", "os")).toContainEqual(
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

  const [deaths, news] = [/Ailawadhi S.*2024;144.*12473404/, /MedPage Today, March 2024/];

  it.each([
    ["karmma-3", "ide-cel", "death-6-months", { events: 30, n: 254, percentPrinted: 12 }, deaths],
    ["karmma-3", "control", "death-6-months", { events: 9, n: 132, percentPrinted: 7 }, deaths],
    ["karmma-3", "ide-cel", "death-before-treatment", { events: 17, n: 254 }, deaths],
    ["karmma-3", "control", "death-before-treatment", { events: 0, n: 132 }, deaths],
    ["karmma-3", "ide-cel", "death-9-months", { events: null, percentPrinted: 18 }, news],
    ["karmma-3", "control", "death-9-months", { events: null, percentPrinted: 11 }, news],
    ["cartitude-4", "cilta-cel", "death-10-months", { events: 29, n: 208 }, /Legend Biotech.*2024/],
    ["cartitude-4", "control", "death-10-months", { events: 25, n: 211 }, /Legend Biotech.*2024/],
    ["cartitude-4", "cilta-cel", "death-before-treatment", { events: 10, n: 208 }, /2024/],
    ["cartitude-4", "cilta-cel", "infused-after-progression", { events: 20, n: 208 }, /bridging/],
    ["karmma-3", "control", "os", { medianMonths: 37.9, interval: [23.4, null] }, /Ailawadhi/],
    ["karmma-3", "control", "crossover", { events: null, percentPrinted: 56 }, /Ailawadhi/],
  ] as const)("%s, %s: %s", (id, of, outcome, printed, citation) => {
    expect(figuresOf(id, of, outcome)).toMatchObject([
      { ...printed, citation: expect.stringMatching(citation) },
    ]);
  });

  const [sanMiguel, einsele] = [/San-Miguel J.*2023;389/, /CancerNetwork, 18 Jan/];
  const [rodriguez, label] = [/Rodriguez-Otero P.*2023;388/, /TECVAYLI/];
  const company = /company release of 6 January 2026/;

  // The figures of the control are counts of one cut, then rates of survival at a month, then medians.
  it.each([
    ["cartitude-4", "orr", { events: 142, n: 211, percentPrinted: 67.3 }, sanMiguel],
    ["cartitude-4", "cr", { events: 46, n: 211, percentPrinted: 21.8 }, sanMiguel],
    ["cartitude-4", "mrd-negative", { events: 33, n: 211, percentPrinted: 15.6 }, sanMiguel],
    ["cartitude-4", "death", { events: 46, n: 211 }, sanMiguel],
    ["cartitude-4", "infection-3", { events: null, percentPrinted: 25 }, /June 2023/],
    ["cartitude-4", "ae-3", { events: null, percentPrinted: 94 }, /June 2023/],
    ["cartitude-4", "os", { month: 30, percentPrinted: 63.8, interval: [56.9, 69.9] }, einsele],
    ["cartitude-4", "pfs", { month: 30, percentPrinted: 25.7, interval: [19.8, 31.9] }, einsele],
    ["cartitude-4", "pfs", { medianMonths: 11.8, interval: [9.7, 14] }, einsele],
    ["karmma-3", "orr", { events: 56, n: 132, derivedRange: [55, 56] }, rodriguez],
    ["karmma-3", "cr", { events: null, n: 132, percentPrinted: 5 }, rodriguez],
    ["karmma-3", "infection", { events: null, percentPrinted: 54 }, /Xagena/],
    ["karmma-3", "infection-3", { events: null, percentPrinted: 18 }, /Xagena/],
    ["karmma-3", "death-infection", { events: null, percentPrinted: 2 }, /Xagena/],
    ["karmma-3", "fatal-adverse-event", { events: null, percentPrinted: 6 }, /Xagena/],
    ["karmma-3", "pfs", { month: 6, percentPrinted: 40 }, /CancerNetwork.*April 2024/],
    ["karmma-3", "pfs", { month: 12, percentPrinted: 30 }, /CancerNetwork.*April 2024/],
    ["karmma-3", "pfs", { month: 18, percentPrinted: 19 }, /KOL Pulse/],
    ["karmma-3", "pfs", { medianMonths: 4.4, interval: [3.4, 5.9] }, /FDA Approval Summary/],
    ["majestec-3", "orr", { events: 223, n: 296, derived: false, interval: [70, 80.1] }, label],
    ["majestec-3", "cr", { events: 95, n: 296, derived: false, interval: [26.8, 37.7] }, label],
    ["majestec-3", "death", { events: 98, n: 296 }, label],
    ["majestec-3", "os", { month: 36, percentPrinted: 65, n: 296 }, /MIMS/],
    ["majestec-3", "pfs", { medianMonths: 18.1, interval: [14.6, 22.8] }, label],
    ["majestec-3", "infection-3", { events: 126, n: 290, percentPrinted: 43.4 }, company],
    ["majestec-3", "infection", { events: 244, n: 290, percentPrinted: 84.1 }, company],
    ["majestec-3", "ae-3", { events: 280, n: 290, percentPrinted: 96.6 }, company],
  ] as const)("the control of %s: %s %o", (id, outcome, printed, citation) => {
    const ofControl = figuresOf(id, "control", outcome);
    const kept = { ...printed, citation: expect.stringMatching(citation) };
    expect(ofControl).toContainEqual(expect.objectContaining(kept));
  });

  it("grade 5 events of KarMMa-3 are 14 % with ide-cel (Xagena, on the paper)", () => {
    const { figures } = cohortNamed("karmma-3-ide-cel", all);
    const fatal = figures.filter(({ outcome }) => outcome === "fatal-adverse-event");
    expect(fatal.find(({ cut }) => cut === "primary")).toMatchObject({
      ...{ events: null, n: null, percentPrinted: 14 },
    });
  });

  it("CARTITUDE-4 has its deaths from COVID-19 as a lower bound, which is not pooled", () => {
    const cohort = cohortNamed("cartitude-4-cilta-cel", all);
    expect(figureOf(cohort, "death-infection", "primary")).toMatchObject({
      ...{ events: 7, n: 208, percentPrinted: 3.4, hold: "different-definition" },
      definition: expect.stringContaining("lower bound"),
    });
  });

  it.each([
    ["oral-toxicity", 80],
    ["oral-toxicity-3", 2.1],
    ["taste-change", 70],
    ["weight-loss", 62],
    ["weight-loss-3", 2.7],
    ["skin-reaction", 62],
    ["skin-reaction-3", 0.3],
    ["rash", 38],
    ["rash-3", 3.5],
    ["nail-disorder", 50],
    ["nail-disorder-3", 0],
  ])("%s of talquetamab is %d %% by the label, without count", (outcome, percentPrinted) => {
    const cohort = cohortNamed("monumental-1-label-339", all);
    const printed = { events: null, n: 339, percentPrinted };
    expect(figureOf(cohort, outcome, "label")).toMatchObject(printed);
  });

  it.each([
    ["oral-toxicity", "onset", 15, [1, 634]],
    ["oral-toxicity", "duration", 43, [1, 530]],
    ["weight-loss", "onset", 67, [6, 407]],
    ["weight-loss", "duration", 50, [1, 403]],
    ["skin-reaction", "onset", 25, [1, 630]],
    ["skin-reaction", "duration", 33, null],
  ] as const)("%s of talquetamab: %s of %d days by the label", (outcome, what, median, range) => {
    const { timing } = cohortNamed("monumental-1-label-339", all);
    const times = timing.filter((time) => time.outcome === outcome && time.what === what);
    expect(times).toMatchObject([{ median, range, unit: "days" }]);
  });

  it.each([
    ["orr", 95],
    ["cr", 58],
    ["crs", 90],
    ["crs-3", 5],
    ["icans", 3],
    ["icans-3", 0],
    ["iec-hs", 10],
  ])(
    "%s of ARI0002h in December 2023 is %d %%, of patients that are not printed",
    (outcome, percentPrinted) => {
      const figure = figureOf(cohortNamed("cartbcma-hcb-01-ari0002h", all), outcome, "2023-12");
      expect(figure).toMatchObject({ events: null, n: null, percentPrinted, followUpMonths: 24 });
    },
  );

  it("CARTIFAN-1 has what its news prints of collection and of 12 months", () => {
    const cohort = cohortNamed("cartifan-1-mi-2022", all);
    expect(cohort.baseline).toMatchObject({ n: 48, leukapheresed: 64 });
    expect(landmarkOf(cohort, "pfs", 12)).toMatchObject({
      ...{ survival: 0.77, interval: [0.623, 0.865], n: 48 },
    });
  });
});

describe("extramedullary disease at one centre (Zanwar, abstract)", () => {
  it.each([
    [
      "mayo-emd-car-t",
      { events: 15, n: 20, percentPrinted: 75 },
      { medianMonths: 4.9, interval: [3.1, null] },
    ],
    [
      "mayo-emd-bsab",
      { events: 4, n: 12, percentPrinted: 33 },
      { medianMonths: 2.9, interval: [2.2, null] },
    ],
  ])("%s", (id, response, survival) => {
    const { figures } = entryWith(
      all.subgroups.find((study) => study.id === id),
      id,
    );
    expect(figures).toMatchObject([
      { outcome: "orr", patients: true, ...response },
      { outcome: "pfs", patients: true, ...survival },
    ]);
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
