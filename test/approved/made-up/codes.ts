/** Makes samples of the values of codes that no approved answer contains. */
import type { RegressionRemark } from "#core/answer/answer.ts";
import type { KindCount, Note } from "#core/answer/note-values.ts";
import type { Exclusion } from "#core/evidence/filters.ts";
import type { Refusal } from "#core/evidence/reasons.ts";

const group = "bsab";

const kind = (of: "adc" | "car-t", n: number | null): KindCount => ({
  kind: of,
  directed: true,
  n,
  of: 20,
  responders: null,
});

const trial = (label: string) => ({ cohort: label.toLowerCase(), label });

const counted = {
  code: "patients-counted",
  ...{ treated: false, randomised: [], evaluable: [], collected: null },
} as const;

const graded = { code: "grading", scales: [], unstated: 0, figures: 3, broad: [] } as const;

const plainQuestion = {
  code: "question",
  ...{ set: null, settingsMixed: false, byMedians: false, unreviewed: false, latest: false },
  ...{ overlapKept: false, confounded: false, classesMixed: [] },
} as const;

/** Lists notes about one group, each of which names that group. */
export const notesOfGroup = [
  {
    ...{ code: "figures-missing", group, k: 3, trials: 3, of: 6, small: 1 },
    products: ["a-cel", "b-cel"],
    beside: ["c-cel"],
  },
  { code: "above-whole", group, above: "orr", label: "Response" },
  { code: "other-trials", group, above: "vgpr", label: "VGPR or better" },
] as const satisfies readonly Note[];

export const notes: readonly Note[] = [
  ...notesOfGroup,
  {
    code: "labels-in-part",
    sides: [
      { therapyClass: "car-t", labelledIn: ["us", "eu"], pending: [] },
      {
        ...{ therapyClass: "bsab", labelledIn: ["us"] },
        pending: [
          {
            ...{ region: "eu", status: "pending", minPriorLines: 1 },
            decision: { by: "2026-08-31", isOverdue: true },
          },
        ],
      },
    ],
  },
  {
    code: "labels-in-part",
    sides: [
      {
        ...{ therapyClass: "bsab", labelledIn: ["us"], pending: [] },
        regimens: [{ product: "b-mab", partners: ["daratumumab"] }],
      },
    ],
  },
  {
    code: "labelled-without-trial",
    lines: "2",
    regimens: ["a-mab", "b-mab"].map((product) => ({
      ...{ product, partners: [], therapyClass: "bsab" },
      labels: (["us", "eu"] as const).map((region) => ({
        region,
        ...(product === "a-mab" && region === "us"
          ? ({ status: "no-label-found", minPriorLines: null } as const)
          : ({ status: "labelled", minPriorLines: 1 } as const)),
      })),
    })),
  },
  {
    code: "no-label",
    lines: "1",
    sides: [
      {
        therapyClass: "bsab",
        regimens: ["a-mab", "b-mab", "c-mab", "d-mab"].map((product) => ({
          product,
          partners: product === "a-mab" ? ["daratumumab", "pomalidomide"] : null,
          labels: [{ region: "eu", status: "pending", minPriorLines: 1 } as const],
        })),
      },
    ],
  },
  {
    code: "after-kinds",
    kinds: ["adc", "car-t"],
    counted: [],
    notCounted: [
      { ...trial("ONE"), printed: [kind("adc", 7)], responders: { events: 12, n: 20 } },
      {
        ...trial("TWO"),
        printed: [kind("adc", 3), { ...kind("car-t", 9), directed: false }],
        responders: { events: 40, n: 78 },
      },
      { ...trial("THREE"), printed: [kind("adc", 7)], responders: null },
      { ...trial("FOUR"), printed: [kind("car-t", null)], responders: { events: 5, n: 20 } },
      { ...trial("FIVE"), printed: [], responders: null },
    ],
    unknown: [],
  },
  { ...counted, denominator: "collected", collected: { printed: [], derived: [] } },
  { ...graded, scales: ["astct", "lee"] },
  { ...graded, scales: ["lee"] },
  { ...graded, broad: ["ONE", "TWO"] },
  {
    code: "cuts-and-overlap",
    cuts: [],
    dropped: [
      { group: "car-t", cohorts: 1 },
      { group: "bsab", cohorts: 2 },
    ],
    settled: false,
  },
  {
    code: "earlier-therapy-elsewhere",
    kinds: [
      { kind: "bispecific", elsewhere: [] },
      {
        kind: "car-t",
        elsewhere: [
          { ...kind("car-t", 12), responders: 9, directed: false, trial: "THREE" },
          { ...kind("car-t", null), trial: "FOUR" },
        ],
      },
    ],
  },
  {
    ...plainQuestion,
    set: { name: "Made 2020", cohorts: null, cohortsPooled: 3, modified: false, reporting: null },
  },
  { ...plainQuestion, unreviewed: true, latest: true },
  { ...plainQuestion, overlapKept: true },
  { ...plainQuestion, confounded: true },
];

export const exclusions: readonly Exclusion[] = [
  {
    code: "not-on-label",
    lines: "1",
    labels: [
      { region: "ch", status: "no-label-found", minPriorLines: null },
      { region: "cn", status: "not-known", minPriorLines: null },
      { region: "jp", status: "not-labelled", minPriorLines: null },
    ],
    date: "2026-01-02",
  },
  { code: "few-of-kinds", printed: [kind("adc", 8), kind("car-t", 7)] },
  { code: "few-of-kinds", printed: [kind("adc", null)] },
  { code: "other-lines", of: "admitted", range: { min: 2, max: null } },
  { code: "field-not-reported", field: "binding-domain" },
];

export const refusals: readonly Refusal[] = [
  { code: "not-over", over: "responders" },
  { code: "only-over", population: "responders" },
  { code: "only-over", population: "mrd-evaluable" },
];

export const regressionRemarks: readonly RegressionRemark[] = [
  { code: "overlap-unsettled" },
  { code: "no-answer", status: "not-converged" },
  {
    ...{ code: "little-spread", group: "bsab", moderator: "follow-up" },
    ...{ range: [10.1, 14.7], otherRange: [3, 67.8] },
  },
];
