/** Drugs side by side, of made-up drugs: figures, medians and times that no approved answer has. */
import type { Answer, Pool, Row } from "#core/answer/answer.ts";
import type { Label } from "#core/evidence/labels.ts";
import type { LabelCondition, RegionLabel } from "#core/evidence/regimen-labels.ts";
import type { TimingLine } from "#core/evidence/timing-lines.ts";
import type { PrintedMedian } from "#data/survival.ts";
import { gatherDrugTimes } from "#presentation/row/drug-times.ts";
import {
  type BeforeEvidence,
  makeBeforeTreatmentView,
} from "#presentation/views/before-treatment.ts";
import { type DrugEvidence, makeByDrugView } from "#presentation/views/by-drug.ts";
import { describeProductLabels } from "#presentation/words/labels.ts";
import {
  comparison,
  labelPool,
  noPool,
  notPooled,
  percentageAlone,
  pool,
  productPool,
  row,
  study,
} from "../../support/answers.ts";
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
  ...{ mediansOf: () => [], timesOf: () => [] },
  ...{ labels: [], conditions: [], harmsOfTarget: [], compared: [] },
  absent: { drugs: [], unlabelled: { count: 0, query: "" } },
  withAdded: (_outcome, lines) => lines,
};
const viewOf = (answer: Answer<string>, evidence: Partial<DrugEvidence> = {}) =>
  makeByDrugView(answer, { ...nothing, ...evidence }, () => []);

/** Returns what each drug has of the outcomes of a view. */
const resultsIn = ({ byDrug }: ReturnType<typeof makeByDrugView>) =>
  byDrug.drugs.map(({ name, results }) => ({ name, results }));

const ofRow = (pools: Pools) => {
  const view = viewOf(answerOf(pools));
  return { drugs: resultsIn(view), unreported: view.unreported };
};
const ofLabel = labelPool({ product: "b-cel", label: "B label pool" });
const ofPart = study({
  ...{ product: "b-cel", label: "B label pool", isPool: true, printed: "death-infection" },
  ...{ events: 3, n: 39, estimate: 3 / 39 },
});
const inSubset = notPooled({
  ...{ product: "a-cel", events: 4, n: 23 },
  reason: { code: "only-over", population: "subset" },
});

const ofOutcomes: Samples = {
  "each drug with its figure, CAR-T first, and those of which nothing is known": ofRow({
    ...{
      "c-mab": heldPool("c-mab", 30, 100),
      "b-cel": noPool,
      "a-cel": heldPool("a-cel", 80, 100),
    },
  }),
  "fewer than 30 patients are a count": ofRow({ "a-cel": heldPool("a-cel", 12, 20) }),
  "a percentage without a count, and a figure of another outcome": ofRow({
    "a-cel": { ...noPool, notPooled: [percentageAlone({ product: "a-cel" })] },
    "b-cel": {
      ...noPool,
      broader: [study({ product: "b-cel", events: 14, n: 33, estimate: 14 / 33 })],
    },
  }),
  "what a label reports of trials of a drug with others, where nothing else is known": ofRow({
    "a-cel": heldPool("a-cel", 40, 50),
    "b-cel": { ...noPool, labelPools: [ofLabel] },
  }),
  "a percentage of a label, of patients of all lines": ofRow({
    "b-cel": {
      ...noPool,
      labelPools: [
        { ...ofLabel, events: null, interval: null, estimate: 0.58, isOfAllLines: true },
      ],
    },
  }),
  "a label before a count of a part of the patients": ofRow({
    "b-cel": {
      ...noPool,
      labelPools: [ofLabel],
      notPooled: [{ ...inSubset, product: "b-cel" }],
    },
  }),
  "a part of the outcome from a label, never rounded up": ofRow({
    "b-cel": {
      ...noPool,
      narrower: [{ outcome: "death-infection", label: "Fatal infection", studies: [ofPart] }],
    },
  }),
  "a count of a part of the patients is not that of the drug": ofRow({
    "a-cel": { ...noPool, notPooled: [inSubset] },
    "b-cel": heldPool("b-cel", 5, 50),
  }),
  "alone and in combination are two lines": ofRow({
    "c-mab": {
      ...heldPool("c-mab", 40, 50),
      otherRegimen: {
        ...({ regimen: "combination", k: 1, trials: 1, products: ["c-mab"], studies: [] } as const),
        ...({ events: 9, n: 10, estimate: 0.9, interval: [0.7, 1] } as const),
      },
    },
  }),
  "an outcome of which no drug has anything is only named": ofRow({ "a-cel": noPool }),
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
  const view = viewOf(
    answerOf({ "a-cel": noPool }, { outcome: "pfs-12", label: "Progression-free" }),
    {
      mediansOf: () => medians,
    },
  );
  return { outcomes: view.byDrug.outcomes, drugs: resultsIn(view) };
};

const medians: Samples = {
  "on an axis of 36 months": withMedians(median(18, { interval: [9, 27] })),
  "not reached, as a tail that ends with the follow-up": withMedians(
    median(null, { followUpMonths: 27 }),
  ),
  "of several trials of a drug all, and none averaged": withMedians(
    median(9),
    median(null, { followUpMonths: 18 }),
  ),
  "far beyond the follow-up, with how short that was": withMedians(
    median(30, { followUpMonths: 12 }),
  ),
};

/** Returns a trial's time from cell collection to infusion, in days. */
function wait(
  product: string,
  days: number,
  { evidence, n }: Pick<TimingLine, "evidence" | "n">,
): TimingLine {
  const source = { citation: "", doi: null, pmid: null, url: null, seenAt: null, tier: 1 } as const;
  const time = {
    ...({ what: "apheresis-to-infusion", outcome: null, median: days, unit: "days" } as const),
    ...{ range: null, quartiles: null, from: null, definition: null, locator: "", source },
  };
  const of = { therapyClass: "car-t", product, regimen: "monotherapy", evidence, n } as const;
  return { cohort: product, label: product.toUpperCase(), parts: [], ...of, times: [time] };
}
const [harmOf, ofHarm] = [{ "a-cel": heldPool("a-cel", 5, 50) }, { outcome: "crs-3" }];

/** Returns a trial's time from infusion to the begin of a harm, in days. */
function onset(product: string, days: number): TimingLine {
  const line = wait(product, days, trial);
  const cohort = cohorts.find((candidate) => candidate.product === product)?.id ?? "";
  const of = { what: "onset", outcome: "crs", from: "infusion" } as const;
  return { ...line, cohort, times: line.times.map((time) => ({ ...time, ...of })) };
}
const onsetsOf = (...lines: readonly TimingLine[]) =>
  gatherDrugTimes(answerOf(harmOf, { group: "toxicity", ...ofHarm }), {
    ...nothing,
    timesOf: (row) => (row === "crs" ? lines : []),
  }).otherTimes;

const { selection, ...made } = comparison();
const beforeOf = (evidence: Partial<BeforeEvidence>) =>
  makeBeforeTreatmentView({
    answer: {
      ...made,
      query: { ...made.query, availability: ["us", "eu"] },
      outcomes: [],
      selection: {
        ...selection,
        included: cohorts.map(({ id, label, product, therapyClass }) => ({
          ...{ cohort: id, label, product, therapyClass, group: therapyClass },
        })),
      },
    },
    timing: [],
    notInfused: [],
    fullDosesOf: () => [],
    hospitalDaysOf: () => undefined,
    ...evidence,
  });
const trial = { evidence: "trial", n: 40 } as const;
const labelled = (status: Label["status"], minPriorLines: number | null, partners: string[]) => ({
  ...{ product: "c-mab", partners },
  labels: [{ region: "us" as const, status, minPriorLines }],
});

const condition = (over: Partial<LabelCondition>): LabelCondition => ({
  ...{ product: "c-mab", partners: [], regions: ["us"] },
  ...{ exposedTo: [], refractoryTo: [], progressionOnLast: [], ...over },
});
const inRegion = (region: RegionLabel["region"], minPriorLines: number | null): RegionLabel => ({
  ...{ region, minPriorLines },
  status: minPriorLines === null ? "pending" : "labelled",
});

const timesAndLabels: Samples = {
  "onsets from the same start share an axis": onsetsOf(onset("a-cel", 4), onset("b-cel", 6)),
  "an axis of days is longer where a time lies beyond": onsetsOf(
    onset("a-cel", 4),
    onset("b-cel", 90),
  ),
  "times before a treatment of trials come first, those of practice by themselves": beforeOf({
    timing: [
      wait("a-cel", 74, { evidence: "real-world", n: 18 }),
      wait("b-cel", 49, { evidence: "trial", n: null }),
    ],
  }),
  "who was not infused as planned stands before the times": beforeOf({
    notInfused: (["infused-after-progression", "death-before-treatment"] as const).map(
      (reason, index) => ({
        ...{ reason, events: 5 - index, n: 40, cohort: "a-cel", label: "A-CEL", product: "a-cel" },
      }),
    ),
  }),
  "times of a label are those of the regions that were asked for": beforeOf({
    fullDosesOf: (product) =>
      product === "c-mab"
        ? [
            { region: "us", day: 8, schedule: "weekly" },
            { region: "eu", day: 9, schedule: "slow" },
            { region: "cn", day: 30, schedule: null },
          ]
        : [],
    hospitalDaysOf: (product) =>
      product === "c-mab" ? { region: "us", days: [6, 8] } : { region: "cn", days: [3, 3] },
  }),
  "days in hospital that a trial reports are listed": beforeOf({
    timing: [
      {
        ...wait("a-cel", 14, trial),
        times: wait("a-cel", 14, trial).times.map((time) => ({ ...time, what: "hospital-stay" })),
      },
    ],
  }),
  "nothing stands before a treatment if nothing is known": beforeOf({}),
  "a sentence of labels for each regimen with its condition, and no denial without an entry":
    viewOf(answerOf(harmOf), {
      labels: [labelled("labelled-from-line", 4, []), labelled("no-label-found", null, ["dara"])],
      conditions: [condition({ exposedTo: ["PI", "IMiD"] })],
    }).byDrug.drugs.map(({ name, label }) => `${name}: ${label}`),
  "regions that share a label are named together, with what a part of them also asks":
    describeProductLabels(
      [
        {
          ...{ product: "c-mab", partners: [] },
          labels: [inRegion("us", 1), inRegion("eu", 3), inRegion("ch", 3), inRegion("cn", null)],
        },
      ],
      [
        condition({
          regions: ["us", "eu"],
          refractoryTo: ["lenalidomide"],
          progressionOnLast: ["eu"],
        }),
      ],
    ),
  "the headline counts the drugs and ranks none": viewOf(answerOf(harmOf)).headline,
  "the headline of one drug": viewOf({ ...answerOf(harmOf), groups: ["a-cel"] }).headline,
  "more than two drugs stand without what others found": viewOf(answerOf(harmOf)).byDrug.between,
  "two drugs stand with that nobody compared them": viewOf(
    answerOf(harmOf, {}, { product: ["a-cel", "c-mab"] }),
  ).byDrug.between,
};

export const drugs = { ofOutcomes, medians, timesAndLabels };
