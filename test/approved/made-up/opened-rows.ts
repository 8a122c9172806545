/** Makes samples of an opened row: the analyses of its difference, and its statistics. */
import {
  listOtherModelAndTippingPointRemarks,
  makeAnalysesView,
} from "#presentation/row/analyses-view.ts";
import { listStatisticsSentences } from "#presentation/row/statistics.ts";
import { analysis, contrast, row } from "../../support/answers.ts";
import type { Samples } from "../json-as-text.ts";

const usual = { differencePer100: 20, differenceInterval: [5, 35] } as const;
const lost = { status: "loses", lossReason: "smaller", differencePer100: 11 } as const;
const withContrast = (over: Parameters<typeof contrast>[0]) =>
  row({ contrasts: [contrast({ ...usual, ...over })] });
const same = analysis("papers", { status: "same" });

const analyses: Samples = {
  "analyses stand below the difference, without those that have no line": makeAnalysesView(
    withContrast({
      analyses: [
        analysis("product", { ...lost, made: 3, total: 5, differenceInterval: [-18, 28.4] }),
        analysis("model", { variant: "glmm", differenceInterval: null }),
        analysis("dose", { ...lost, lossReason: null, differenceInterval: [-2, 9] }),
        same,
        analysis("equal-age", { status: "cannot-be-made", obstacle: "ages-apart" }),
      ],
    }),
    { range: [15, 25], trials: 4, of: 6, reachesZero: [] },
  ),
  "how far fewer is from none": listOtherModelAndTippingPointRemarks(
    withContrast({ differencePer100: -12, differenceInterval: [-20, -3], analyses: [same] }),
  ),
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

export const openedRows = { analyses, statistics };
