/** Drugs side by side, of made-up drugs. */
import { describe, expect, it } from "vitest";
import type { Answer, Pool, Row } from "#core/answer/answer.ts";
import type { Label } from "#core/evidence/labels.ts";
import type { TimingLine } from "#core/evidence/timing.ts";
import type { PrintedMedian } from "#data/medians.ts";
import type { CitedTiming } from "#data/timing.ts";
import { byDrugOf, type DrugEvidence } from "#presentation/views/by-drug.ts";
import {
  comparison,
  noPool,
  notPooled,
  percentageAlone,
  pool,
  productPool,
  row,
  study,
} from "../../../support/answers.ts";
import { bispecific, cohort } from "../../../support/cohorts.ts";

const cohorts = [
  cohort("a-1", { product: "a-cel" }),
  cohort("b-1", { product: "b-cel" }),
  bispecific("c-1", { product: "c-mab" }),
];

/** The pool of one product with one trial. */
function held(product: string, events: number, n: number, over: Partial<Pool> = {}): Pool {
  const rate = { events, n, estimate: events / n };
  return pool({
    ...rate,
    k: 1,
    products: [productPool(product, rate)],
    studies: [study({ product, ...rate })],
    ...over,
  });
}

function rowOf(pools: Readonly<Record<string, Pool>>, over: Partial<Row> = {}): Row<string> {
  return { ...row(over), pools };
}

function answerOf(
  outcomes: readonly Row<string>[],
  asked: Partial<Answer["query"]> = {},
): Answer<string> {
  const made = comparison();
  return {
    ...made,
    query: { ...made.query, compare: "product", outcome: [], availability: ["us", "eu"], ...asked },
    groups: cohorts.map(({ product }) => product),
    outcomes,
    selection: {
      ...made.selection,
      included: cohorts.map(({ id, label, product, therapyClass }) => ({
        ...{ cohort: id, label, product, therapyClass },
        group: product,
      })),
    },
  };
}

const nothing: DrugEvidence = {
  mediansOf: () => [],
  timesOf: () => [],
  fullDosesOf: () => [],
  labels: [],
  labelPoolOf: () => null,
  harmsOfTarget: [],
  compared: [],
};

function viewOf(answer: Answer<string>, evidence: Partial<DrugEvidence> = {}) {
  return byDrugOf(answer, { ...nothing, ...evidence }, () => []);
}

const sectionsOf = (...of: Parameters<typeof viewOf>) => viewOf(...of).byDrug.sections;

describe("a section", () => {
  it("has a line for each drug, CAR-T first, and names those of which nothing is known", () => {
    const pools = {
      "c-mab": held("c-mab", 30, 100),
      "b-cel": noPool,
      "a-cel": held("a-cel", 80, 100),
    };
    const [section] = sectionsOf(answerOf([rowOf(pools)]));
    expect(section?.lines).toMatchObject([
      { name: "a-cel", number: "80", filled: true, beneath: "" },
      { name: "c-mab", number: "30", filled: true, beneath: "" },
    ]);
    expect(section?.notes).toEqual(["Not reported: b-cel."]);
    expect(section).toMatchObject({ outcome: "orr", end: 100, unit: "of 100", folded: "" });
  });

  it("shows fewer than 30 patients as a count, hollow", () => {
    const [section] = sectionsOf(answerOf([rowOf({ "a-cel": held("a-cel", 12, 20) })]));
    expect(section?.lines).toMatchObject([{ number: "12 of 20", under: "", filled: false }]);
  });

  it("says of a percentage that it has no count, and which other outcome a figure is of", () => {
    const broader = [study({ product: "b-cel", events: 14, n: 33, estimate: 14 / 33 })];
    const pools = {
      "a-cel": { ...noPool, notPooled: [percentageAlone({ product: "a-cel" })] },
      "b-cel": { ...noPool, broader },
    };
    const [section] = sectionsOf(answerOf([rowOf(pools)]));
    expect(section?.lines).toMatchObject([
      { number: "17", under: "n unknown", filled: false, marks: [{ at: 17 }] },
      { number: "42", beneath: "neurotoxicity: 14 of 33", filled: false },
    ]);
  });

  it("says what a label reports of its trials with others, where nothing else is known", () => {
    const interval = [0.005, 0.034] as const;
    const count = { events: 5, n: 339, percentPrinted: null, rate: 5 / 339, interval };
    const label = { cohort: "pool", outcome: "orr", label: "B label pool", ...count };
    const labelPoolOf = (product: string) => (product === "b-cel" ? label : null);
    const rows = [rowOf({ "a-cel": held("a-cel", 40, 50), "b-cel": noPool, "c-mab": noPool })];
    const [section] = viewOf(answerOf(rows), { labelPoolOf }).byDrug.sections;
    expect(section?.lines).toMatchObject([
      { name: "a-cel", filled: true },
      {
        ...{ name: "b-cel", number: "1", under: "1–3", bar: [0.5, 3.4], filled: false },
        beneath: "5 of 339 in B label pool",
      },
    ]);
    expect(section?.notes).toEqual(["Not reported: c-mab."]);
  });

  it("never rounds up what a label reports of a part of the outcome", () => {
    const interval = [0.016, 0.209] as const;
    const count = { events: 3, n: 39, percentPrinted: null, rate: 3 / 39, interval };
    const label = { cohort: "pool", outcome: "death-infection", label: "B label pool", ...count };
    const rows = [rowOf({ "b-cel": noPool })];
    const [section] = viewOf(answerOf(rows), { labelPoolOf: () => label }).byDrug.sections;
    expect(section?.lines).toMatchObject([
      {
        ...{ name: "b-cel", number: "≥7", marks: [{ kind: "at-least" }] },
        beneath: "fatal infection: 3 of 39 in B label pool",
      },
    ]);
  });

  it("does not take a count of a part of the patients for the drug's", () => {
    const part = notPooled({
      product: "a-cel",
      events: 4,
      n: 23,
      reason: { code: "only-over", population: "subset" },
    });
    const pools = { "a-cel": { ...noPool, notPooled: [part] }, "b-cel": held("b-cel", 5, 50) };
    const [section] = sectionsOf(answerOf([rowOf(pools)]));
    expect(section?.lines.map(({ name }) => name)).toEqual(["b-cel"]);
    expect(section?.notes).toEqual([
      "Not counted: a-cel 4 of 23 in a subset.",
      "Not reported: c-mab.",
    ]);
  });

  it("has a line of its own for a drug that was also given otherwise", () => {
    const beside = {
      regimen: "combination" as const,
      ...{ k: 1, products: ["c-mab"], events: 90, n: 100 },
      ...{ estimate: 0.9, interval: [0.8, 0.95] as const, studies: [] },
    };
    const [section] = sectionsOf(
      answerOf([rowOf({ "c-mab": held("c-mab", 60, 100, { beside }) })]),
    );
    expect(section?.lines.map(({ name, number }) => [name, number])).toEqual([
      ["c-mab", "60"],
      ["c-mab in combination", "90"],
    ]);
  });

  it("of which no drug has anything is only named", () => {
    const { byDrug, unreported } = viewOf(answerOf([rowOf({ "a-cel": noPool })]));
    expect(byDrug.sections).toEqual([]);
    expect(unreported).toEqual([{ outcome: "orr", name: "Response" }]);
  });
});

/** A median as its trial printed it. */
function median(of: string, months: number | null, over: Partial<PrintedMedian> = {}) {
  const [first] = cohorts.filter(({ product }) => product === of);
  if (!first) throw new Error(of);
  const printed: PrintedMedian = {
    family: "pfs",
    ...{ months, interval: null, followUpMonths: 20, population: "treated", cut: "primary" },
    ...{ timeOrigin: null, source: 0, tier: 1 },
    ...over,
  };
  return { cohort: first, median: printed };
}

describe("medians", () => {
  const months = rowOf({ "a-cel": noPool }, { outcome: "pfs-12", label: "Progression-free" });
  const sectionOf = (...medians: ReturnType<typeof median>[]) =>
    sectionsOf(answerOf([months]), { mediansOf: () => medians })[0];

  it("stand on an axis of 36 months in place of a month that nobody asked for", () => {
    const section = sectionOf(median("a-cel", 18, { interval: [9, 27] }));
    expect(section).toMatchObject({ id: "median-pfs", outcome: "pfs-12", end: 36, unit: "months" });
    expect(section?.lines).toMatchObject([
      { number: "18", under: "9–27", bar: [25, 75], marks: [{ at: 50 }], filled: true },
    ]);
  });

  it("that were not reached are a tail that ends with the follow-up", () => {
    const [line] = sectionOf(median("a-cel", null, { followUpMonths: 27 }))?.lines ?? [];
    expect(line).toMatchObject({ number: "NR", tails: [[0, 75]], marks: [] });
    expect(line?.beneath).toBe("followed 27 mo");
  });

  it("of several trials of a drug are all drawn, hollow, and none is averaged", () => {
    const section = sectionOf(median("a-cel", 9), median("a-cel", null, { followUpMonths: 18 }));
    expect(section?.lines).toMatchObject([
      { number: "9 / NR", under: "", marks: [{ at: 25, kind: "figure" }], filled: false },
    ]);
    expect(section?.lines[0]?.beneath).toBe("not reached: followed 18 mo");
  });

  it("say how short the follow-up of one that lies far beyond it was", () => {
    const section = sectionOf(median("a-cel", 30, { followUpMonths: 12 }));
    expect(section?.lines[0]?.beneath).toBe("followed only 12 mo");
  });
});

const citedSource = {
  citation: "",
  doi: null,
  pmid: null,
  url: null,
  seenAt: null,
  tier: 1,
} as const;

/** The time from cell collection to infusion of a trial. */
function wait(product: string, days: number, evidence: "trial" | "real-world"): TimingLine {
  const time = {
    what: "apheresis-to-infusion",
    outcome: null,
    median: days,
    unit: "days",
  } as const;
  const cited: CitedTiming = {
    ...time,
    ...{ range: null, quartiles: null, from: null, definition: null, locator: "" },
    source: citedSource,
  };
  const of = { therapyClass: "car-t", product, regimen: "monotherapy", evidence, n: 40 } as const;
  return { cohort: product, label: product.toUpperCase(), parts: [], ...of, times: [cited] };
}

describe("times of the treatment", () => {
  const harm = rowOf({ "a-cel": held("a-cel", 5, 50) }, { group: "toxicity", outcome: "crs-3" });
  const sectionsWith = (evidence: Partial<DrugEvidence>) =>
    sectionsOf(answerOf([harm]), evidence).slice(1);

  it("share an axis if they are of the same kind of source and start", () => {
    const lines = [wait("a-cel", 40, "trial"), wait("b-cel", 60, "trial")];
    expect(sectionsWith({ timesOf: () => lines })).toMatchObject([
      {
        end: 80,
        unit: "days",
        notes: [],
        lines: [{ marks: [{ at: 50 }] }, { marks: [{ at: 75 }] }],
      },
    ]);
  });

  it("of another kind of source share none: one is told in words", () => {
    const lines = [wait("a-cel", 74, "real-world"), wait("b-cel", 49, "trial")];
    const [section, another] = sectionsWith({ timesOf: () => lines });
    expect(section).toMatchObject({
      end: null,
      lines: [{ name: "a-cel", number: "74", marks: [] }],
    });
    expect(section?.notes).toEqual(["Median, trials: b-cel 49 days (trial of 40 patients)."]);
    expect(another).toBeUndefined();
  });

  it("are drawn of the kind of source with most patients", () => {
    const small = { ...wait("a-cel", 74, "real-world"), n: 18 };
    const large = { ...wait("b-cel", 49, "trial"), n: 254 };
    const [section] = sectionsWith({ timesOf: () => [small, large] });
    expect(section?.lines).toMatchObject([{ name: "b-cel", number: "49" }]);
  });

  it("by the label are those of the regions that were asked for", () => {
    const doses = [
      { region: "us", day: 8, schedule: null },
      { region: "cn", day: 30, schedule: null },
    ] as const;
    const [section] = sectionsWith({
      fullDosesOf: (product) => (product === "c-mab" ? doses : []),
    });
    expect(section).toMatchObject({
      id: "full-dose",
      end: null,
      lines: [{ number: "day 8", under: "" }],
    });
  });
});

describe("labels", () => {
  const label = (region: "us" | "eu", status: Label["status"], minPriorLines: number | null) => ({
    ...{ region, status, minPriorLines },
  });
  const tableOf = (labels: DrugEvidence["labels"]) =>
    viewOf(answerOf([rowOf({ "a-cel": held("a-cel", 5, 50) })]), { labels }).byDrug.labels;

  it("say the least line, also a later one, and never that something is not labelled without an entry", () => {
    const table = tableOf([
      {
        product: "a-cel",
        partners: [],
        labels: [label("us", "labelled", 1), label("eu", "pending", 1)],
      },
      {
        product: "c-mab",
        partners: [],
        labels: [label("us", "labelled-from-line", 4), label("eu", "no-label-found", null)],
      },
    ]);
    expect(table).toMatchObject({ regions: ["US", "EU"], legend: "" });
    expect(table?.lines.map(({ name, cells }) => [name, ...cells])).toEqual([
      ["a-cel", "1", "pending"],
      ["c-mab", "4", "no label found"],
    ]);
  });

  it("have a line for each regimen", () => {
    const labels = [label("us", "labelled", 1)];
    const table = tableOf([
      { product: "c-mab", partners: [], labels },
      { product: "c-mab", partners: ["dara"], labels },
    ]);
    expect(table?.lines.map(({ name }) => name)).toEqual(["c-mab", "c-mab with dara"]);
  });
});

it("the headline counts the drugs and ranks none", () => {
  const answer = answerOf([rowOf({ "a-cel": held("a-cel", 5, 50) })]);
  expect(viewOf(answer).headline).toBe("Three drugs, each in its own trials. Not a ranking.");
});

it("two drugs stand with what others found, or with that nobody did; more do not", () => {
  const rows = [rowOf({ "a-cel": held("a-cel", 5, 50) })];
  expect(viewOf(answerOf(rows)).byDrug.between).toBeNull();
  const { between } = viewOf(answerOf(rows, { product: ["a-cel", "c-mab"] })).byDrug;
  expect(between).toMatchObject({
    title: "A-cel against c-mab, as others compared them",
    studies: [],
  });
});
