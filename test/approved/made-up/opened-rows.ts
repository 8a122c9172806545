/** Makes samples of an opened row: its trials, and the analyses of its difference. */
import type { Pool, Row } from "#core/answer/answer.ts";
import { listRemarksOnAnalyses, makeAnalysesView } from "#presentation/row/analyses-view.ts";
import { listStatisticsSentences } from "#presentation/row/statistics.ts";
import {
  allKeep,
  analysis,
  contrast,
  notPooled,
  productPool,
  row,
  study,
} from "../../support/answers.ts";
import { openedOf } from "../../support/opened-row.tsx";
import { sides } from "../../support/viewed-rows.ts";
import type { Samples } from "../json-as-text.ts";

const rate = { estimate: 0.7, interval: [0.5, 0.85] } as const;
const [first, second] = [
  study({ cohort: "a", label: "A", product: "a-cel", events: 40, n: 50, weight: 60 }),
  study({
    ...{ cohort: "b", label: "B", product: "a-cel", events: 30, n: 50, weight: 40 },
    ...{ cut: "other", followUpMonths: 24 },
  }),
];
const tableOf = (over: Partial<Pool>, more: Partial<Row> = {}) => {
  const pool = {
    ...{ k: 2, selectedTrials: 2, events: 70, n: 100, ...rate, studies: [first, second], ...over },
    products: [productPool("a-cel", { events: 70, n: 100, ...rate })],
  };
  return openedOf(row({ ...sides(pool, null), ...more })).tables[0];
};
const whole = { k: 1, events: null, n: null, estimate: null, interval: null };
const all = study({ ...first, events: null, population: "randomised" });

const silentOf = (count: number) => {
  const silent = Array.from({ length: count }, (_, at) => notPooled({ label: `SILENT-${at + 1}` }));
  return openedOf(row(sides({ notPooled: silent }, {}))).notPooled.silent;
};

const trials: Samples = {
  "a class with its trials": tableOf({}),
  "a class with a count": tableOf({}, { numberForm: "counts" })?.number,
  "a class without other products": tableOf({ missingProducts: ["b-cel"] })?.number,
  "a single trial is not repeated as the number of its class": tableOf({ k: 1, studies: [first] }),
  "survival of all who were randomised has no count": tableOf({
    ...{ k: 1, studies: [first] },
    intentionToTreat: { ...whole, studies: [all], infused: [], collected: null },
  })?.trials[0]?.figures,
  "eight trials without a figure are named": silentOf(8),
  "nine are counted": silentOf(9),
};

const usual = { differencePer100: 20, differenceInterval: [5, 35] } as const;
const lost = { status: "loses", lossReason: "smaller", differencePer100: 11 } as const;
const analysesOf = (over: Parameters<typeof contrast>[0], ...reachesZero: string[]) =>
  makeAnalysesView(row({ contrasts: [contrast({ ...usual, ...over })] }), {
    ...{ range: [15, 25], trials: 4, of: 6, reachesZero },
  });
const remarksOf = (over: Parameters<typeof contrast>[0]) =>
  listRemarksOnAnalyses(
    row({ contrasts: [contrast({ analyses: [analysis("papers", { status: "same" })], ...over })] }),
  );

const analyses: Samples = {
  "analyses stand below the difference, without those that have no line": analysesOf({
    analyses: [
      analysis("product", { ...lost, made: 3, total: 5, differenceInterval: [-18, 28.4] }),
      analysis("model", { variant: "glmm", differenceInterval: null }),
      analysis("papers", { status: "same" }),
      analysis("equal-age", { status: "cannot-be-made", obstacle: "ages-apart" }),
    ],
  }),
  "clear without any trial": analysesOf({ analyses: allKeep })?.beneath,
  "not clear without one": analysesOf({ analyses: allKeep }, "ONE")?.beneath,
  "not clear without any of three": analysesOf({ analyses: allKeep }, "ONE", "TWO", "THREE")
    ?.beneath,
  "never clear": analysesOf({ differenceInterval: [-2, 40] }, "ONE")?.beneath,
  "how far more is from none": remarksOf(usual),
  "how far fewer is from none": remarksOf({
    differencePer100: -12,
    differenceInterval: [-20, -3],
  }),
};

const better = {
  probabilityHigher: 0.93,
  hazardRatio: 0.6,
  hazardRatioInterval: [0.4, 0.9],
} as const;
const statistics: Samples = {
  // More patients alive means a lower hazard, so the probability is the probability of doing well.
  "of survival they speak of patients who do well": listStatisticsSentences(
    row({
      ...{ outcome: "pfs-12", group: "survival" },
      contrasts: [contrast({ ...usual, ...better, oddsRatio: null, interval: null })],
    }),
  ),
};

export const openedRows = { trials, analyses, statistics };
