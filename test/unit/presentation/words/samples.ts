/** Every code with sample values. A new code without a sample is a type error. */
import type { CodedRemark, KindCount } from "#core/comparison/coded-remarks.ts";
import type { RegressionRemark } from "#core/comparison/meta-regression.ts";
import type { Exclusion, PatientReason, Refusal } from "#core/evidence/reasons.ts";

type Samples<Union extends { readonly code: string }> = {
  readonly [Code in Union["code"]]: readonly [
    Extract<Union, { readonly code: Code }>,
    ...Extract<Union, { readonly code: Code }>[],
  ];
};

const group = "bsab";
const medians = [
  { group: "car-t", median: 4 },
  { group: "bsab", median: 6.5 },
];

const kind = (of: "adc" | "car-t", n: number | null): KindCount => ({
  kind: of,
  directed: true,
  n,
  of: 20,
  responders: null,
});

export const remarks: Samples<CodedRemark> = {
  "single-cohort": [{ code: "single-cohort", group }],
  "few-cohorts": [{ code: "few-cohorts", group, k: 2 }],
  "covers-part": [{ code: "covers-part", group, share: 0.387 }],
  "settings-mixed": [{ code: "settings-mixed" }],
  "regimens-differ": [{ code: "regimens-differ", combined: ["bsab"], alone: ["car-t"] }],
  "prior-bcma-mixed": [{ code: "prior-bcma-mixed" }],
  "definition-mixed": [
    { code: "definition-mixed", scales: null, grades: true },
    {
      code: "definition-mixed",
      scales: { stated: ["lee", "astct"], unstated: 0, figures: 2 },
      grades: false,
    },
    {
      code: "definition-mixed",
      scales: { stated: ["astct"], unstated: 2, figures: 3 },
      grades: true,
    },
  ],
  "few-patients": [
    { code: "few-patients", group, n: 60, least: 100 },
    { code: "few-patients", group, n: null, least: 100 },
  ],
  "one-product": [{ code: "one-product", group }],
  "one-sponsor": [{ code: "one-sponsor", group }],
  imprecise: [
    { code: "imprecise", how: "either-way", limit: 10 },
    { code: "imprecise", how: "wide", limit: 30 },
    { code: "imprecise", how: "fold", limit: 10 },
  ],
  heterogeneous: [{ code: "heterogeneous", group, tau: 1.234 }],
  "populations-mixed": [{ code: "populations-mixed", populations: ["treated", "randomised"] }],
  "prior-lines-differ": [{ code: "prior-lines-differ", medians }],
  "follow-up-differs": [{ code: "follow-up-differs", medians }],
  "follow-up-unknown": [{ code: "follow-up-unknown" }],
  "not-representative": [
    { code: "not-representative", group, share: 0.2, products: ["alpha-cel"], missing: [] },
    {
      code: "not-representative",
      group,
      share: 0.4,
      products: ["alpha-cel", "gamma-cel", "delta-cel"],
      missing: ["beta-cel"],
    },
  ],
  "one-class": [{ code: "one-class", group }],
  "no-events": [
    { code: "no-events", group, n: 31, single: false, phrase: "had severe CRS" },
    { code: "no-events", group, n: 31, single: true, phrase: "had severe CRS" },
  ],
  "all-events": [
    { code: "all-events", group: "car-t", n: 14, single: false, phrase: "responded" },
    { code: "all-events", group: "car-t", n: 14, single: true, phrase: "responded" },
  ],
  combination: [{ code: "combination", group, cohorts: ["MajesTEC-3", "RedirecTT-1"] }],
  "exposure-differs": [
    {
      code: "exposure-differs",
      classesDiffer: true,
      followUp: [
        { group: "car-t", months: 12.4 },
        { group: "bsab", months: null },
      ],
    },
    { code: "exposure-differs", classesDiffer: false, followUp: [{ group: "bsab", months: 9 }] },
  ],
  "products-differ": [
    { code: "products-differ", group, range: { products: 3, lowest: 62, highest: 90 } },
    { code: "products-differ", group, range: null },
  ],
  "evaluable-only": [{ code: "evaluable-only", cohorts: ["ONE"] }],
  "intention-to-treat": [
    { code: "intention-to-treat", wholeAnswer: false, cohorts: ["ONE"] },
    { code: "intention-to-treat", wholeAnswer: true, cohorts: ["ONE", "TWO"] },
  ],
  "older-grading": [{ code: "older-grading" }],
  "grade-5-not-counted": [{ code: "grade-5-not-counted" }],
  "definition-broad": [{ code: "definition-broad", cohorts: ["ONE"] }],
  "variance-approximated": [{ code: "variance-approximated" }],
  "time-origin-differs": [
    {
      code: "time-origin-differs",
      groups: [
        { group: "car-t", origins: ["leukapheresis", "randomisation", "infusion"] },
        { group: "bsab", origins: ["first-dose"] },
      ],
    },
  ],
  "products-missing": [
    { code: "products-missing", group: "car-t", products: ["a-cel"] },
    { code: "products-missing", group: "car-t", products: ["a-cel", "b-cel"] },
    { code: "products-missing", group: "car-t", products: ["a-cel", "b-cel", "c-cel"] },
  ],
  "typical-vs-average": [
    {
      code: "typical-vs-average",
      group,
      typical: 0.5,
      average: 0.456,
      crude: 0.1,
      events: 1,
      n: 10,
    },
    {
      code: "typical-vs-average",
      group,
      typical: 0.5,
      average: 0.1,
      crude: null,
      events: null,
      n: 9,
    },
  ],
  "overlap-dropped": [
    { code: "overlap-dropped", group, cohorts: 1 },
    { code: "overlap-dropped", group, cohorts: 2 },
  ],
  "overlap-unsettled": [{ code: "overlap-unsettled", group }],
  "model-fallback": [{ code: "model-fallback", group, because: "all-zero" }],
  "no-randomised-comparison": [
    { code: "no-randomised-comparison", adjusted: 0 },
    { code: "no-randomised-comparison", adjusted: 1 },
    { code: "no-randomised-comparison", adjusted: 5 },
  ],
  enrolled: [{ code: "enrolled" }],
  collected: [
    { code: "collected", printed: [], derived: [] },
    { code: "collected", printed: ["ZETA"], derived: [] },
    { code: "collected", printed: ["ZETA"], derived: ["ALPHA", "BETA"] },
  ],
  "as-treated": [
    { code: "as-treated", randomised: [] },
    { code: "as-treated", randomised: ["ZETA"] },
  ],
  ecological: [{ code: "ecological" }],
  "cohorts-differ-between-rows": [{ code: "cohorts-differ-between-rows" }],
  "dose-escalation": [{ code: "dose-escalation" }],
  "set-asked": [
    { code: "set-asked", name: "Made 2020", cohorts: 2, used: 3, modified: false },
    { code: "set-asked", name: "Made 2020", cohorts: 2, used: 3, modified: true },
  ],
  "set-not-public": [{ code: "set-not-public", name: "Made 2020", modified: false }],
  "unreviewed-sources": [{ code: "unreviewed-sources" }],
  "one-region": [
    { code: "one-region", region: "cn", products: ["eque-cel", "zevor-cel"] },
    { code: "one-region", region: "us", products: ["a-cel", "b-cel", "c-cel"] },
  ],
  "overlap-kept": [{ code: "overlap-kept" }],
  "latest-cut": [{ code: "latest-cut" }],
  "classes-mixed": [{ code: "classes-mixed", groups: ["car-t", "bsab"] }],
  confounded: [{ code: "confounded" }],
  "grouped-by-medians": [{ code: "grouped-by-medians" }],
  "too-few-after-bcma": [{ code: "too-few-after-bcma", least: 3 }],
  "trials-apart": [
    { code: "trials-apart", group: "car-t", product: "ide-cel", differ: true },
    { code: "trials-apart", group: "bsab", product: "teclistamab", differ: false },
  ],
  "follow-ups-apart": [{ code: "follow-ups-apart", within: 1.25 }],
  "infections-depend": [
    {
      code: "infections-depend",
      ...{ before: ["CARTITUDE-1"], across: ["MajesTEC-1"], after: ["MajesTEC-3"] },
      ...{ notStated: 2, immunoglobulin: 1, cohorts: 5 },
    },
    {
      code: "infections-depend",
      ...{ before: [], across: [], after: [], notStated: 2, immunoglobulin: 0, cohorts: 2 },
    },
  ],
  "other-trials": [
    { code: "other-trials", group, above: "vgpr", label: "VGPR", month: null, others: true },
    { code: "other-trials", group, above: "os-12", label: "Alive", month: 12, others: true },
  ],
  "out-of-order": [
    { code: "out-of-order", group, above: "vgpr", label: "VGPR", month: null, others: true },
    { code: "out-of-order", group, above: "vgpr", label: "VGPR", month: null, others: false },
    { code: "out-of-order", group, above: "os-12", label: "Alive", month: 12, others: true },
    { code: "out-of-order", group, above: "os-12", label: "Alive", month: 12, others: false },
  ],
  "cut-differs": [{ code: "cut-differs", cohorts: ["CARTITUDE-1"] }],
  "kinds-enrolled": [
    {
      code: "kinds-enrolled",
      cohorts: [
        { product: "cilta-cel", label: "ONE", priorBcmaKinds: [kind("adc", 13), kind("car-t", 0)] },
        { product: "teclistamab", label: "TWO", priorBcmaKinds: [] },
        { product: "teclistamab", label: "THREE", priorBcmaKinds: [] },
      ],
    },
  ],
  "kinds-not-selected": [
    {
      code: "kinds-not-selected",
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
};

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
  "not-approved": [
    { code: "not-approved", region: "approved", date: "2026-01-02" },
    { code: "not-approved", region: "eu", date: "2026-01-02" },
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
  "other-cut": [
    { code: "other-cut", months: 18.1 },
    { code: "other-cut", months: null },
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
