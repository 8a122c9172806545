/** Drugs side by side, of made-up drugs: figures, times and numbers of drugs that no approved answer has. */
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

type Pools = Readonly<Record<string, Pool>>;

const interval = [0.005, 0.034] as const;
const count = { label: "B label pool", percentPrinted: null, interval };
const ofLabel = { ...count, cohort: "pool", outcome: "orr", events: 5, n: 339, rate: 5 / 339 };
const ofPart = { ...ofLabel, outcome: "death-infection", events: 3, n: 39, rate: 3 / 39 };
const inSubset = notPooled({
  ...{ product: "a-cel", events: 4, n: 23 },
  reason: { code: "only-over", population: "subset" },
});
const broader = [study({ product: "b-cel", events: 14, n: 33, estimate: 14 / 33 })];

it.each<[what: string, Pools, lines: readonly object[], notes: readonly string[], typeof ofLabel?]>(
  [
    [
      "a line for each drug, CAR-T first, and names those of which nothing is known",
      { "c-mab": held("c-mab", 30, 100), "b-cel": noPool, "a-cel": held("a-cel", 80, 100) },
      [
        { name: "a-cel", number: "80", filled: true, beneath: "" },
        { name: "c-mab", number: "30", filled: true, beneath: "" },
      ],
      ["Not reported: b-cel."],
    ],
    [
      "fewer than 30 patients as a count, hollow",
      { "a-cel": held("a-cel", 12, 20) },
      [{ number: "12 of 20", under: "", filled: false }],
      ["Not reported: b-cel, c-mab."],
    ],
    [
      "a percentage without a count, and a figure of another outcome by its name",
      {
        "a-cel": { ...noPool, notPooled: [percentageAlone({ product: "a-cel" })] },
        "b-cel": { ...noPool, broader },
      },
      [
        { number: "17", under: "n unknown", filled: false, marks: [{ at: 17 }] },
        { number: "42", beneath: "neurotoxicity: 14 of 33", filled: false },
      ],
      ["Not reported: c-mab."],
    ],
    [
      "what a label reports of trials of a drug with others, where nothing else is known",
      { "a-cel": held("a-cel", 40, 50), "b-cel": noPool },
      [
        { name: "a-cel", filled: true },
        { name: "b-cel", number: "1", under: "1–3", bar: [0.5, 3.4], filled: false },
      ],
      ["Not reported: c-mab."],
      ofLabel,
    ],
    [
      "a part of the outcome from a label, never rounded up",
      { "b-cel": noPool },
      [{ name: "b-cel", number: "≥7", marks: [{ kind: "at-least" }] }],
      ["Not reported: a-cel, c-mab."],
      ofPart,
    ],
    [
      "no count of a part of the patients as the drug's",
      { "a-cel": { ...noPool, notPooled: [inSubset] }, "b-cel": held("b-cel", 5, 50) },
      [{ name: "b-cel" }],
      ["Not counted: a-cel 4 of 23 in a subset.", "Not reported: c-mab."],
    ],
  ],
)("a section has %s", (_, pools, lines, notes, label) => {
  const labelPoolOf = (product: string) => (product === "b-cel" && label ? label : null);
  const [section] = sectionsOf(answerOf([rowOf(pools)]), { labelPoolOf });
  expect(section?.lines).toMatchObject(lines);
  expect(section?.notes).toEqual(notes);
});

it("a section of which no drug has anything is only named", () => {
  const { byDrug, unreported } = viewOf(answerOf([rowOf({ "a-cel": noPool })]));
  expect(byDrug.sections).toEqual([]);
  expect(unreported).toEqual([{ outcome: "orr", name: "Response" }]);
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

it.each<[what: string, ReturnType<typeof median>[], line: object]>([
  [
    "on an axis of 36 months",
    [median("a-cel", 18, { interval: [9, 27] })],
    { number: "18", under: "9–27", bar: [25, 75], marks: [{ at: 50 }], filled: true },
  ],
  [
    "not reached, as a tail that ends with the follow-up",
    [median("a-cel", null, { followUpMonths: 27 })],
    { number: "NR", tails: [[0, 75]], marks: [], beneath: "followed 27 mo" },
  ],
  [
    "of several trials of a drug all, hollow, and none averaged",
    [median("a-cel", 9), median("a-cel", null, { followUpMonths: 18 })],
    {
      ...{ number: "9 / NR", under: "", marks: [{ at: 25, kind: "figure" }], filled: false },
      beneath: "not reached: followed 18 mo",
    },
  ],
  [
    "far beyond the follow-up, with how short that was",
    [median("a-cel", 30, { followUpMonths: 12 })],
    { beneath: "followed only 12 mo" },
  ],
])("a median is drawn %s", (_, medians, line) => {
  const months = rowOf({ "a-cel": noPool }, { outcome: "pfs-12", label: "Progression-free" });
  const [section] = sectionsOf(answerOf([months]), { mediansOf: () => medians });
  expect(section).toMatchObject({ id: "median-pfs", outcome: "pfs-12", end: 36, unit: "months" });
  expect(section?.lines).toMatchObject([line]);
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

  it("are drawn of the kind of source with most patients; another is told in words", () => {
    const small = { ...wait("a-cel", 74, "real-world"), n: 18 };
    const large = { ...wait("b-cel", 49, "trial"), n: 254 };
    const sections = sectionsWith({ timesOf: () => [small, large] });
    expect(sections).toHaveLength(1);
    expect(sections[0]).toMatchObject({
      ...{ end: null, lines: [{ name: "b-cel", number: "49", marks: [] }] },
      notes: ["Median, practice: a-cel 74 days (study of 18 patients)."],
    });
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

it("the table of labels has the least line, also a later one, a line for each regimen, and no denial without an entry", () => {
  const us = (status: Label["status"], minPriorLines: number | null, partners: string[] = []) => ({
    ...{ product: "c-mab", partners },
    labels: [{ region: "us" as const, status, minPriorLines }],
  });
  const labels = [us("labelled-from-line", 4), us("no-label-found", null, ["dara"])];
  const { byDrug } = viewOf(answerOf([rowOf({ "a-cel": held("a-cel", 5, 50) })]), { labels });
  expect(byDrug.labels?.lines.map(({ name, cells }) => [name, ...cells])).toEqual([
    ["c-mab", "4"],
    ["c-mab with dara", "no label found"],
  ]);
});

it("the headline counts the drugs and ranks none", () => {
  const answer = answerOf([rowOf({ "a-cel": held("a-cel", 5, 50) })]);
  expect(viewOf(answer).headline).toBe("Three drugs, each in its own trials. Not a ranking.");
  const alone = { ...answer, groups: ["a-cel"] };
  expect(viewOf(alone).headline).toBe("One drug, in its own trials.");
});

it("two drugs stand with what others found, or with that nobody did; more do not", () => {
  const rows = [rowOf({ "a-cel": held("a-cel", 5, 50) })];
  expect(viewOf(answerOf(rows)).byDrug.between).toBeNull();
  const { between } = viewOf(answerOf(rows, { product: ["a-cel", "c-mab"] })).byDrug;
  expect(between).toMatchObject({
    title: "A-cel against c-mab, as others compared them",
    note: expect.stringMatching(/^No randomised, matched or adjusted study/),
    studies: [],
  });
});
