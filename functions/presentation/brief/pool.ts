/** What one class achieved, in the words of a statistician. */

import type { Comparison, OutcomeComparison, Pool } from "#core/comparison/answer.ts";
import { knownFollowUp } from "#core/comparison/certainty-rules.ts";
import { longName } from "#core/evidence/classes.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { counted, rateOf100 } from "../words/rates.ts";
import { missingSentence } from "./missing.ts";
import { ends, intervalOfPool, joined } from "./numbers.ts";
import { className, type Paragraph, paragraph } from "./parts.ts";

/** Fewer cohorts say nothing of what another one may show. */
const minimumCohortsForPrediction = 3;

export function poolParagraph(
  group: TherapyClass,
  row: OutcomeComparison,
  comparison: Comparison,
  digits: 0 | 1,
): Paragraph[] {
  const pool = row.pools[group];
  const { estimate, interval, k } = pool;
  if (estimate === null || interval === null) {
    return paragraph(missingSentence(group, row, comparison));
  }
  const kind = intervalOfPool(comparison.query, pool);
  const rate = `${rateOf100(estimate, digits)} of 100 ${patientsOf(row)} ${row.phrase}`;
  return paragraph(
    k === 1
      ? `By the model ${rate} with ${className[group]} (${kind} ${ends(interval)}).`
      : `In a typical ${longName[group]} cohort ${rate} (${kind} ${ends(interval)}).`,
    evidence(row, pool),
    followUp(pool),
    heterogeneity(pool, comparison, row),
    products(pool, kind),
  );
}

/** Whom a rate counts, where an outcome counts only some of the patients. */
export function patientsOf({ detail }: OutcomeComparison): string {
  const some = /^of (patients who .*)$/.exec(detail ?? "");
  return some?.[1] ?? "patients";
}

function evidence(row: OutcomeComparison, { k, n, events }: Pool): string {
  const cohorts = counted(k, "cohort");
  if (n === null) return `This rests on ${cohorts}, not all of which say how many were counted.`;
  return events === null
    ? `This rests on ${cohorts} with ${counted(n, "patient")}.`
    : `This rests on ${cohorts}, in which ${events} of ${n} ${patientsOf(row)} ${row.phrase}.`;
}

/** Of a few patients it would be taken for that of all. */
function followUp(pool: Pool): string | null {
  if (pool.followUp === null) return null;
  const { unknownShare } = pool.followUp;
  const months = knownFollowUp(pool);
  const share = `${rateOf100(unknownShare)} % of these patients`;
  if (months === null) {
    return `Follow-up is not reported${unknownShare < 1 ? ` for ${share}` : ""}.`;
  }
  const silent = unknownShare > 0 ? `; not reported for ${share}` : "";
  const what = pool.k === 1 ? "Median follow-up" : "Typical median follow-up of the cohorts";
  return `${what}: ${months} months${silent}.`;
}

function heterogeneity(
  { k, tau, i2, predictionInterval, status }: Pool,
  { query: { model } }: Comparison,
  { outcome }: OutcomeComparison,
): string {
  if (k === 1) return "One cohort tells nothing of heterogeneity and gives no prediction interval.";
  if (model === "fixed" && status !== "fallback") {
    return "The common-effect model assumes that cohorts do not differ: it has neither heterogeneity nor a prediction interval.";
  }
  const scale = isLandmark(outcome) ? "log cumulative hazard" : "logit";
  const spread =
    tau === null
      ? "Heterogeneity is not known"
      : `Heterogeneity: τ ${tau.toFixed(2)} on the ${scale} scale${i2 === null ? "" : `, I² ${Math.round(i2)} %`}`;
  if (k < minimumCohortsForPrediction) {
    return `${spread}, of which ${k} cohorts can tell little; no prediction interval from so few.`;
  }
  return predictionInterval === null
    ? `${spread}; the model gives no prediction interval.`
    : `${spread}; 95 % prediction interval for another such cohort ${ends(predictionInterval)} of 100.`;
}

/** Survival families carry their month in the name. */
export function isLandmark(outcome: string): boolean {
  return /^(?:pfs|os|dor)-\d+$/.test(outcome);
}

function products({ products: own }: Pool, kind: string): string | null {
  if (own.length < 2) return null;
  const parts = own.map(
    ({ product, estimate, interval, k }) =>
      `${product} ${rateOf100(estimate)} (${ends(interval)}; ${counted(k, "cohort")})`,
  );
  return `By product, of 100 with ${kind}: ${joined(parts)}.`;
}
