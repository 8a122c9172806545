/** Drugs side by side, of made-up drugs: figures, medians and times that no approved answer has. */
import type { Answer, Pool, Row } from "#core/answer/answer.ts";
import type { AbsentDrug } from "#core/choices/absent-drugs.ts";
import type { Label } from "#core/evidence/labels.ts";
import type { RegionLabel } from "#core/evidence/regimen-labels.ts";
import type { TimingLine } from "#core/evidence/timing-lines.ts";
import type { PrintedMedian } from "#data/survival.ts";
import { makeMedianAndOnsetViews } from "#presentation/row/drug-times.ts";
import { makeDrugViewsOfPool } from "#presentation/row/drugs-view.ts";
import { makeAbsentDrugsView } from "#presentation/views/absent-drugs.ts";
import { type DrugEvidence, makeByDrugScreenParts } from "#presentation/views/by-drug.ts";
import { comparison, noPool, pool, productPool, row, study } from "../../support/answers.ts";
import { bispecific, cohort } from "../../support/cohorts.ts";
import type { Samples } from "../json-as-text.ts";

const cohorts = [
  cohort("a-1", { product: "a-cel" }),
  cohort("b-1", { product: "b-cel" }),
  bispecific("c-1", { product: "c-mab" }),
];

type Pools = Readonly<Record<string, Pool>>;

/** The pool of one product with one trial. */
function heldPool(product: string, events: number, n: number): Pool {
  const rate = { events, n, estimate: events / n };
  const studies = [study({ product, ...rate })];
  return pool({ ...rate, k: 1, products: [productPool(product, rate)], studies });
}

function answerOf(
  pools: Pools,
  over: Partial<Row> = {},
  query: Partial<Answer["query"]> = {},
): Answer<string> {
  const made = comparison();
  return {
    ...made,
    query: { ...made.query, compare: "product", outcome: [], availability: ["us", "eu"], ...query },
    groups: cohorts.map(({ product }) => product),
    outcomes: [{ ...row(over), pools }],
    selection: {
      ...made.selection,
      included: cohorts.map(({ id, label, product, therapyClass }) => ({
        ...{ cohort: id, label, product, therapyClass, group: product },
      })),
    },
  };
}

const nothing: DrugEvidence = {
  ...{ mediansOf: () => [], medianGapOf: () => ({}), timesOf: () => [] },
  ...{ labels: [], conditions: [], harmsOfTarget: [], compared: [] },
  absent: { drugs: [], unlabelled: { count: 0, query: "" } },
};
const viewOf = (answer: Answer<string>, evidence: Partial<DrugEvidence> = {}) =>
  makeByDrugScreenParts(answer, { ...nothing, ...evidence }, () => []);

/** Returns what each drug has of the outcomes of a view. */
const resultsIn = ({ byDrug }: ReturnType<typeof makeByDrugScreenParts>) =>
  byDrug.drugs.map(({ name, results }) => ({ name, results }));

const ofRow = (pools: Pools) => {
  const view = viewOf(answerOf(pools));
  return { drugs: resultsIn(view), unreported: view.unreported };
};

const ofOutcomes: Samples = {
  "alone and in combination are two lines": ofRow({
    "c-mab": {
      ...heldPool("c-mab", 40, 50),
      otherRegimen: {
        ...({ regimen: "combination", k: 1, trials: 1, products: ["c-mab"], studies: [] } as const),
        ...({ events: 9, n: 10, estimate: 0.9, interval: [0.7, 1] } as const),
      },
    },
  }),
  "two trials have both counts, or that of the drug where one is not reported": [50, null].map(
    (events) => {
      const studies = [events, 60].map((of, trial) => study({ trial: `${trial}`, events: of }));
      const products = [productPool("alpha-cel", { k: 2, events: 100, n: 200 })];
      const lines = makeDrugViewsOfPool("car-t", pool({ products, studies }), "rates");
      return lines.map(({ beneath }) => beneath);
    },
  ),
};

/** Returns a cohort and its median as the trial printed it, in months; `null` if it was not reached. */
function median(months: number | null, over: Partial<PrintedMedian> = {}) {
  const printed: PrintedMedian = {
    ...{ family: "pfs", months, interval: null, followUpMonths: 20, population: "treated" },
    ...{ cut: "primary", timeOrigin: null, source: 0, tier: 1, ...over },
  };
  return { cohort: cohort("a-1", { product: "a-cel" }), median: printed };
}
const withMedians = (...medians: ReturnType<typeof median>[]) => {
  const answer = answerOf({ "a-cel": noPool }, { outcome: "pfs-12", label: "Progression-free" });
  const view = viewOf(answer, { mediansOf: () => medians });
  return { outcomes: view.byDrug.outcomes, drugs: resultsIn(view) };
};

const medians: Samples = {
  "of several trials of a drug all, and none averaged": withMedians(
    median(9),
    median(null, { followUpMonths: 18 }),
  ),
  "far beyond the follow-up, with how short that was": withMedians(
    median(30, { followUpMonths: 12 }),
  ),
};

/** Returns a trial's time from cell collection to infusion, in days. */
function wait(product: string, days: number): TimingLine {
  const source = { citation: "", doi: null, pmid: null, url: null, seenAt: null, tier: 1 } as const;
  const time = {
    ...({ what: "apheresis-to-infusion", outcome: null, median: days, unit: "days" } as const),
    ...{ range: null, quartiles: null, from: null, definition: null, locator: "", source },
  };
  const of = { therapyClass: "car-t", product, regimen: "monotherapy", evidence: "trial" } as const;
  return { cohort: product, label: product.toUpperCase(), parts: [], n: 40, ...of, times: [time] };
}
const [harmOf, ofHarm] = [{ "a-cel": heldPool("a-cel", 5, 50) }, { outcome: "crs-3" }];

/** Returns a trial's time from infusion to the begin of a harm, in days. */
function onset(product: string, days: number): TimingLine {
  const line = wait(product, days);
  const cohort = cohorts.find((candidate) => candidate.product === product)?.id ?? "";
  const of = { what: "onset", outcome: "crs", from: "infusion" } as const;
  return { ...line, cohort, times: line.times.map((time) => ({ ...time, ...of })) };
}
const onsetsOf = (...lines: readonly TimingLine[]) =>
  makeMedianAndOnsetViews(answerOf(harmOf, { group: "toxicity", ...ofHarm }), {
    ...nothing,
    timesOf: (row) => (row === "crs" ? lines : []),
  }).otherTimes;

const labelled = (status: Label["status"], minPriorLines: number | null, partners: string[]) => ({
  ...{ product: "c-mab", partners },
  labels: [{ region: "us" as const, status, minPriorLines }],
});

const timesAndLabels: Samples = {
  "an axis of days is longer where a time lies beyond": onsetsOf(
    onset("a-cel", 4),
    onset("b-cel", 90),
  ),
  "a sentence of labels for each regimen with its condition, and no denial without an entry":
    viewOf(answerOf(harmOf), {
      labels: [labelled("labelled-from-line", 4, []), labelled("no-label-found", null, ["dara"])],
      conditions: [
        {
          ...{ product: "c-mab", partners: [], regions: ["us"], exposedTo: ["PI", "IMiD"] },
          ...{ refractoryTo: [], progressionOnLast: [] },
        },
      ],
    }).byDrug.drugs.map(({ name, label }) => `${name}: ${label}`),
  "the headline of one drug": viewOf({ ...answerOf(harmOf), groups: ["a-cel"] }).headline,
  "two drugs stand with that nobody compared them": viewOf(
    answerOf(harmOf, {}, { product: ["a-cel", "c-mab"] }),
  ).byDrug.between,
};

const absent = (product: string, over: Partial<AbsentDrug> = {}): AbsentDrug => ({
  ...{ product, partners: [], therapyClass: "bsab", query: "target=gprc5d" },
  reasons: [{ code: "other-target", targets: ["gprc5d"] }],
  ...over,
});
const absentView = (drugs: readonly AbsentDrug[], count = 0) =>
  makeAbsentDrugsView({ drugs, unlabelled: { count, query: "availability=any" } }, []);
const unsold = { code: "not-sold", regions: ["us", "eu"], date: "2026-11-20" } as const;
const early = { code: "other-setting", setting: "early" } as const;
const combined = { code: "combination" } as const;
const onLabel = (label: RegionLabel): AbsentDrug["reasons"][number] => ({
  ...{ code: "not-on-label", lines: "1", date: "2026-11-20", labels: [label] },
});
const pending = onLabel({ region: "eu", status: "pending", minPriorLines: null });

const absentDrugs: Samples = {
  "drugs of one reason stand together, CAR-T first, by name, then how many have no label":
    absentView(
      [
        absent("d-mab", { reasons: [{ code: "other-product" }] }),
        absent("c-mab", { reasons: [{ code: "other-product" }], query: null }),
        absent("b-mab"),
        absent("a-cel", { therapyClass: "car-t", reasons: [unsold] }),
      ],
      26,
    ),
  "the label of a combination, and nothing that follows from the label or the sale": [
    { partners: ["dara"], reasons: [early, combined] },
    { partners: ["dara"], reasons: [combined] },
    { reasons: [early, pending] },
    { reasons: [onLabel({ region: "jp", status: "no-label-found", minPriorLines: null })] },
    { reasons: [early, unsold, pending] },
  ].map((over) => absentView([absent("b-mab", over)])?.text),
};

export const drugs = { ofOutcomes, medians, timesAndLabels, absentDrugs };
