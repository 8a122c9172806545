/**
 * Whether small cohorts of a class have other rates than large ones. Nothing is tested below ten
 * cohorts. A rate and its precision are correlated by construction, so a lopsided funnel need not
 * mean that cohorts are missing. Peters' test uses the size instead and is the one to read first.
 */
import type { CountedFigure } from "../../evidence/choose.ts";
import type { Entry } from "../../evidence/gather.ts";
import { funnel } from "../../statistics/sensitivity/funnel.ts";
import {
  begg,
  ENOUGH_STUDIES,
  egger,
  type PredictorRegression,
  peters,
  type SmallStudyAssessment,
  type SmallStudyRemark,
} from "../../statistics/sensitivity/small-study-tests.ts";
import { type TrimAndFill, trimAndFill } from "../../statistics/sensitivity/trim-and-fill.ts";
import { countsOf } from "./diagnostics.ts";
import type { Filled, FunnelPoint, RankCorrelation, SizeLine } from "./small-studies-schema.ts";

/** Of pooled logits. */
const options = { method: "REML", test: "z" } as const;

export const notAssessedReasons = [
  "not-a-count",
  "fewer-than-3-studies",
  "fewer-than-10-studies",
  "effect-undefined",
  "no-variation-in-precision",
  "no-residual-variation",
  "not-converged",
] as const;

/** `effect-undefined` is documented and never given: ½ makes every logit finite. */
export type NotAssessed = (typeof notAssessedReasons)[number];

export interface Assessed<Result> {
  result: Result | null;
  reason: NotAssessed | null;
}

export interface SmallStudies {
  k: number;
  remark: SmallStudyRemark;
  peters: Assessed<SizeLine>;
  egger: Assessed<SizeLine>;
  begg: Assessed<RankCorrelation>;
  trimAndFill: Assessed<Filled>;
  /** `mu` is the pooled logit, at which the limits meet. */
  funnel: Assessed<{ mu: number; points: readonly FunnelPoint[] }>;
}

export function smallStudies(entries: readonly Entry[]): SmallStudies {
  const remark = "rate-and-precision-correlated";
  const counts = countsOf(entries);
  if (counts === null) {
    const none = { result: null, reason: "not-a-count" } as const;
    const k = entries.length;
    return { k, remark, peters: none, egger: none, begg: none, trimAndFill: none, funnel: none };
  }
  const studies = counts.map(({ figure }) => figure);
  return {
    k: counts.length,
    remark,
    peters: assessed(peters(studies), lineOf),
    egger: assessed(egger(studies), lineOf),
    begg: assessed(begg(studies), ({ kendallTau, pValue }) => ({ kendallTau, pValue })),
    trimAndFill: filled(studies),
    funnel: funnelOf(counts),
  };
}

function assessed<Figures, Result>(
  assessment: SmallStudyAssessment<Figures>,
  resultOf: (figures: Figures) => Result,
): Assessed<Result> {
  return assessment.status === "assessed"
    ? { result: resultOf(assessment), reason: null }
    : { result: null, reason: assessment.reason };
}

function lineOf({
  slope,
  seSlope,
  statistic,
  df,
  pValue,
  limitEstimate: limitLogit,
}: PredictorRegression): SizeLine {
  return { slope, seSlope, statistic, df, pValue, limitLogit };
}

/** It could be computed from three cohorts on, but says nothing that the tests could support. */
function filled(studies: readonly CountedFigure[]): Assessed<Filled> {
  const result = assessed(
    trimAndFill(studies, options),
    ({ side, k0, estimate, interval }: TrimAndFill): Filled => ({
      side,
      missing: k0,
      estimate,
      interval,
    }),
  );
  return result.reason === null && studies.length < ENOUGH_STUDIES
    ? { result: null, reason: "fewer-than-10-studies" }
    : result;
}

/** The data of the plot need no minimum: they are only shown. */
function funnelOf(entries: readonly Entry<CountedFigure>[]): SmallStudies["funnel"] {
  const result = funnel(
    entries.map(({ figure }) => figure),
    options,
  );
  if ("points" in result) {
    const points = result.points.flatMap(({ estimate: logit, ...point }, index): FunnelPoint[] => {
      const cohort = entries[index]?.cohort;
      return cohort ? [{ cohort: cohort.id, label: cohort.label, logit, ...point }] : [];
    });
    return { result: { mu: result.mu, points }, reason: null };
  }
  const reason = result.status === "no-cohorts" ? "fewer-than-3-studies" : result.status;
  return { result: null, reason };
}
