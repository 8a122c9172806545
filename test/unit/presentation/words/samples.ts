/** Every code with sample values. A new code without a sample is a type error. */
import type { Check } from "#core/answer/answer.ts";
import { equalAgeObstacles } from "#core/answer/check-names.ts";
import type { RegressionRemark } from "#core/answer/meta-regression.ts";
import type { KindCount, Note } from "#core/answer/note-values.ts";
import type { Exclusion, PatientReason, Refusal } from "#core/evidence/reasons.ts";
import { check } from "../../../support/answers.ts";

type Samples<Union extends { readonly code: string }> = {
  readonly [Code in Union["code"]]: readonly [
    Extract<Union, { readonly code: Code }>,
    ...Extract<Union, { readonly code: Code }>[],
  ];
};

const group = "bsab";

const kind = (of: "adc" | "car-t", n: number | null): KindCount => ({
  kind: of,
  directed: true,
  n,
  of: 20,
  responders: null,
});

const spread = (group: string, lowest: number, highest: number, trials: number, of: number) => ({
  ...{ group, lowest, highest, trials, of },
});

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

const made = { name: "Made 2020", cohorts: 2, used: 3, modified: false } as const;

export const notes: Samples<Note> = {
  "labels-in-part": [
    {
      code: "labels-in-part",
      sides: [
        { therapyClass: "car-t", labelledIn: ["us", "eu"], pendingIn: [] },
        { therapyClass: "bsab", labelledIn: ["us"], pendingIn: ["eu"] },
      ],
    },
  ],
  "no-label": [
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
  ],
  "counted-without-label": [
    {
      code: "counted-without-label",
      lines: "3+",
      regimens: [
        {
          product: "teclistamab",
          partners: ["daratumumab"],
          labels: [{ region: "eu", status: "pending", minPriorLines: 1 }],
        },
      ],
    },
  ],
  "label-from-line": [
    {
      code: "label-from-line",
      regions: [{ region: "us", lines: 4, products: ["teclistamab", "elranatamab"] }],
    },
  ],
  "left-out-for-label": [
    {
      code: "left-out-for-label",
      lines: "1",
      query: "lines=1&labelled=any",
      regimens: [
        {
          product: "teclistamab",
          partners: [],
          therapyClass: "bsab",
          trials: [{ cohort: "one", label: "ONE" }],
          labels: [
            { region: "us", status: "labelled-from-line", minPriorLines: 4 },
            { region: "eu", status: "no-label-found", minPriorLines: null },
          ],
        },
      ],
    },
  ],
  "sold-elsewhere": [
    {
      code: "sold-elsewhere",
      asked: ["us", "eu"],
      products: [
        {
          product: "eque-cel",
          therapyClass: "car-t",
          regions: ["cn"],
          counts: [
            { cohort: "one", label: "ONE", events: 94, n: 97 },
            { cohort: "two", label: "TWO", events: 18, n: 18 },
          ],
        },
        { product: "zevor-cel", therapyClass: "car-t", regions: ["cn"], counts: [] },
      ],
    },
  ],
  "lines-unknown": [
    { code: "lines-unknown", lines: "2", trials: [{ cohort: "one", label: "ONE" }] },
  ],
  "early-after-three": [
    { code: "early-after-three", query: "lines=2", trials: [{ cohort: "one", label: "ONE" }] },
  ],
  "after-kinds": [
    {
      code: "after-kinds",
      kinds: ["car-t", "gprc5d"],
      counted: [{ cohort: "one", label: "ONE", printed: [kind("car-t", 7)] }],
      beside: [{ cohort: "two", label: "TWO", responders: { events: 21, n: 40 } }],
      unknown: ["gprc5d"],
    },
  ],
  "patients-apart": [
    {
      code: "patients-apart",
      what: "age",
      groups: [spread("car-t", 60, 61, 4, 4), spread("bsab", 64, 70, 4, 5)],
    },
    {
      code: "patients-apart",
      what: "prior-lines",
      groups: [spread("car-t", 6, 6.5, 3, 4), spread("bsab", 5, 5, 1, 5)],
    },
  ],
  "figures-missing": [
    { code: "figures-missing", group, k: 3, trials: 3, of: 5, products: [] },
    { code: "figures-missing", group, k: 3, trials: 3, of: 5, products: ["a-cel", "b-cel"] },
    { code: "figures-missing", group, k: 0, trials: 0, of: 5, products: ["a-cel"] },
  ],
  "above-whole": [{ code: "above-whole", group, above: "orr", label: "Response" }],
  "other-trials": [{ code: "other-trials", group, above: "vgpr", label: "VGPR or better" }],
  "patients-counted": [
    { ...counted, denominator: "enrolled" },
    { ...counted, denominator: "treated", treated: true },
    { ...counted, denominator: "treated", treated: true, randomised: ["ZETA"] },
    { ...counted, denominator: "treated", randomised: ["ZETA"], evaluable: ["ONE"] },
    { ...counted, denominator: "treated", evaluable: ["ONE"] },
    { ...counted, denominator: "collected", collected: { printed: [], derived: [] } },
    {
      ...{ ...counted, denominator: "collected", treated: true },
      collected: { printed: ["ZETA"], derived: ["ALPHA", "BETA"] },
    },
  ],
  grading: [
    { ...graded, scales: ["astct", "lee"], deaths: "all" },
    { ...graded, scales: ["astct"], unstated: 2, deaths: "some" },
    { ...graded, scales: ["lee"], deaths: "none" },
    { ...graded, broad: ["ONE", "TWO"], deaths: "all" },
    { ...graded, deaths: "some" },
  ],
  "follow-up": [
    {
      code: "follow-up",
      classesDiffer: true,
      groups: [
        { group: "car-t", months: 12.4 },
        { group: "bsab", months: null },
      ],
    },
    { code: "follow-up", classesDiffer: false, groups: [{ group, months: 9 }] },
  ],
  "cuts-and-overlap": [
    { code: "cuts-and-overlap", cuts: ["CARTITUDE-1"], dropped: [], settled: true },
    {
      code: "cuts-and-overlap",
      cuts: [],
      dropped: [
        { group: "car-t", cohorts: 1 },
        { group: "bsab", cohorts: 2 },
      ],
      settled: false,
    },
  ],
  regimen: [
    { code: "regimen", combined: ["bsab"], alone: ["car-t"] },
    { code: "regimen", combined: ["bsab"], alone: [] },
  ],
  "dose-finding": [{ code: "dose-finding", trials: ["MajesTEC-1", "ONE"] }],
  "earlier-therapy": [
    { code: "earlier-therapy", cohorts: null },
    {
      code: "earlier-therapy",
      cohorts: [
        { product: "cilta-cel", label: "ONE", priorBcmaKinds: [kind("adc", 13), kind("car-t", 0)] },
        { product: "teclistamab", label: "TWO", priorBcmaKinds: [] },
        { product: "teclistamab", label: "THREE", priorBcmaKinds: [] },
      ],
    },
  ],
  "earlier-therapy-elsewhere": [
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
  ],
  infections: [
    {
      code: "infections",
      ...{ before: ["CARTITUDE-1"], across: ["MajesTEC-1"], after: ["MajesTEC-3"] },
      ...{ notStated: 2, immunoglobulin: 1, cohorts: 5 },
    },
    {
      code: "infections",
      ...{ before: [], across: [], after: [], notStated: 2, immunoglobulin: 0, cohorts: 2 },
    },
  ],
  question: [
    { ...plainQuestion, set: made },
    { ...plainQuestion, set: { ...made, modified: true } },
    { ...plainQuestion, set: { ...made, cohorts: null } },
    { ...plainQuestion, settingsMixed: true },
    { ...plainQuestion, byMedians: true },
    { ...plainQuestion, unreviewed: true, latest: true },
    { ...plainQuestion, overlapKept: true },
    { ...plainQuestion, confounded: true, classesMixed: ["car-t", "bsab"] },
  ],
};

/** Every check, each status, and each extent: how much could be asked, and what was assumed. */
export const madeChecks: readonly Check[] = [
  check("place", { of: "us", asked: 2 }),
  check("place", { of: "eu", asked: 1, status: "lost" }),
  check("place", { of: "approved", asked: 3 }),
  check("place", { status: "same", asked: 0 }),
  check("product", { of: "cilta-cel", asked: 3, total: 5, status: "lost" }),
  check("product", { of: "cilta-cel", asked: 5, total: 5 }),
  check("product", { status: "cannot-be-asked", asked: 0, total: 2 }),
  check("dose"),
  check("papers", { status: "same" }),
  check("collected", { asked: 2, total: 2 }),
  check("collected", { asked: 2, total: 4, assumedPer100: 89.3, status: "lost" }),
  check("collected", { asked: 0, total: 4, status: "cannot-be-asked" }),
  check("equal-age", { of: "62", asked: 8, total: 9 }),
  ...equalAgeObstacles.map((because) =>
    check("equal-age", { asked: 4, total: 9, status: "cannot-be-asked", because }),
  ),
];

export const exclusions: Samples<Exclusion> = {
  "not-in-set": [{ code: "not-in-set", set: "Made 2020" }],
  "by-hand": [{ code: "by-hand" }],
  "other-class": [
    { code: "other-class", therapyClass: "car-t" },
    { code: "other-class", therapyClass: "bsab" },
  ],
  "other-product": [{ code: "other-product" }],
  "other-evidence": [
    { code: "other-evidence", evidence: "trial" },
    { code: "other-evidence", evidence: "real-world" },
  ],
  "other-setting": [{ code: "other-setting", setting: "mixed" }],
  combination: [{ code: "combination" }],
  "other-target": [{ code: "other-target", targets: ["gprc5d", "cd19"] }],
  "after-bcma": [
    { code: "after-bcma", required: true },
    { code: "after-bcma", required: false },
  ],
  "other-kinds": [{ code: "other-kinds", kinds: ["car-t", "gprc5d"] }],
  "no-kind-printed": [{ code: "no-kind-printed" }],
  "other-lines": [
    { code: "other-lines", of: "enrolled", range: { min: 2, max: 4 } },
    { code: "other-lines", of: "admitted", range: { min: 2, max: null } },
  ],
  "not-sold": [
    { code: "not-sold", regions: ["us", "eu"], date: "2026-01-02" },
    { code: "not-sold", regions: ["cn"], date: "2026-01-02" },
  ],
  "not-on-label": [
    {
      code: "not-on-label",
      lines: "1",
      labels: [
        { region: "us", status: "labelled-from-line", minPriorLines: 4 },
        { region: "eu", status: "pending", minPriorLines: 1 },
        { region: "ch", status: "no-label-found", minPriorLines: null },
        { region: "cn", status: "not-known", minPriorLines: null },
        { region: "jp", status: "not-labelled", minPriorLines: null },
      ],
      date: "2026-01-02",
    },
    {
      code: "not-on-label",
      lines: "any",
      labels: [{ region: "us", status: "not-labelled", minPriorLines: null }],
      date: "2026-01-02",
    },
  ],
  "other-dose": [{ code: "other-dose" }],
  "not-combined": [{ code: "not-combined" }],
  "dose-escalation": [{ code: "dose-escalation" }],
  "field-not-reported": [
    { code: "field-not-reported", field: "binding-domain" },
    { code: "field-not-reported", field: "age" },
    { code: "field-not-reported", field: "year" },
    { code: "field-not-reported", field: "high-risk" },
    { code: "field-not-reported", field: "emd" },
  ],
  "outside-range": [
    {
      code: "outside-range",
      field: "prior-lines",
      value: 2.5,
      range: { min: 3, max: 5 },
    },
    { code: "outside-range", field: "emd", value: 19, range: { min: 20, max: null } },
  ],
};

export const fits: Samples<PatientReason> = {
  "patient-outside": [
    { code: "patient-outside", parameter: "patient-prior-lines", range: [3, 6] },
    { code: "patient-outside", parameter: "patient-age", range: [33, 78] },
  ],
  "patient-range-not-stated": [{ code: "patient-range-not-stated", parameter: "patient-age" }],
  "patient-all-after-bcma": [{ code: "patient-all-after-bcma" }],
  "patient-none-after-bcma": [{ code: "patient-none-after-bcma" }],
  "patient-kind-excluded": [{ code: "patient-kind-excluded", kinds: ["adc", "car-t"] }],
  "patient-bcma-not-stated": [
    { code: "patient-bcma-not-stated", kinds: [] },
    { code: "patient-bcma-not-stated", kinds: ["bispecific"] },
  ],
};

export const refusals: Samples<Refusal> = {
  "not-reported": [{ code: "not-reported" }],
  "not-counted": [{ code: "not-counted", cut: "made-2020" }],
  held: [
    { code: "held", hold: "conflicting-sources" },
    { code: "held", hold: "unverified" },
    { code: "held", hold: "different-definition" },
    { code: "held", hold: "inferred" },
    { code: "held", hold: "time-limited" },
    { code: "held", hold: "estimate-not-count" },
    { code: "held", hold: "pooled-cohorts" },
  ],
  unreviewed: [{ code: "unreviewed" }],
  "no-paper": [{ code: "no-paper" }],
  "no-count": [{ code: "no-count" }],
  "no-interval": [{ code: "no-interval" }],
  "follow-up-short": [
    { code: "follow-up-short", known: true },
    { code: "follow-up-short", known: false },
  ],
  "not-over": [
    { code: "not-over", over: "responders" },
    { code: "not-over", over: "leukapheresed" },
    { code: "not-over", over: "enrolled" },
  ],
  "only-over": [
    { code: "only-over", population: "leukapheresed" },
    { code: "only-over", population: "efficacy-evaluable" },
    { code: "only-over", population: "responders" },
    { code: "only-over", population: "mrd-evaluable" },
    { code: "only-over", population: "subset" },
  ],
  "not-primary": [{ code: "not-primary" }],
  "parts-report": [{ code: "parts-report" }],
  "shares-patients": [
    { code: "shares-patients", possibly: false, cohort: "LARGE", note: "same patients" },
    { code: "shares-patients", possibly: true, cohort: "LARGE", note: "same hospital" },
  ],
};

export const regressionRemarks: Samples<RegressionRemark> = {
  "few-cohorts": [{ code: "few-cohorts", k: 8, enough: 10 }],
  "overlap-unsettled": [{ code: "overlap-unsettled" }],
  "clusters-ignored": [
    { code: "clusters-ignored", cohorts: 8, products: 3 },
    { code: "clusters-ignored", cohorts: 2, products: 1 },
  ],
  "too-few-cohorts": [{ code: "too-few-cohorts", k: 2, least: 3 }],
  "no-answer": [{ code: "no-answer", status: "not-converged" }],
};
