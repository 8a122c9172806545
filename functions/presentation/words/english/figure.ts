/** What only the figure says; all that the screen says too comes from the widget's catalogue. */

import type { Pool } from "#core/comparison/answer.ts";
import type { Query } from "#core/question/query.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { counted } from "../rates.ts";

export const className: Readonly<Record<TherapyClass, string>> = {
  "car-t": "CAR-T",
  bsab: "Bispecific antibodies",
};

export const heads = {
  cohort: "Cohort",
  product: "Product",
  events: "Events/n",
  patients: "Patients",
  rate: "% (95 % CI)",
  weight: "Weight",
} as const;

export const axisTitle = "Patients, %";

type Noun = "trial" | "cohort";

/** `7 trials, 415 patients`. */
export function evidenceText(k: number, n: number | null, noun: Noun): string {
  return [counted(k, noun), ...(n === null ? [] : [counted(n, "patient")])].join(", ");
}

export function pooledText(noun: Noun, model: Query["model"]): string {
  return model === "fixed" ? "Pooled, one common rate" : `Pooled, typical ${noun}`;
}

export const predictionText = (noun: Noun): string => `Prediction interval, new ${noun}`;

export const combinationMark = "†";
export const combinationNote = `${combinationMark} Together with other myeloma drugs.`;

export const contrastHeading = "CAR-T against bispecific antibodies";

const models: Readonly<Record<Query["model"], string>> = {
  bayes: "Bayesian random-effects model",
  glmm: "Random-effects model by maximum likelihood (GLMM)",
  reml: "Two-step random-effects model (REML)",
  pm: "Two-step random-effects model (Paule–Mandel)",
  dl: "Two-step random-effects model (DerSimonian–Laird)",
  fixed: "Two-step fixed-effect model",
};

const scales = { counts: "logit", landmarks: "log cumulative hazard" } as const;

export function modelText(model: Query["model"], of: keyof typeof scales): string {
  return `${models[model]}, ${scales[of]} scale`;
}

export function notPooledText(count: number, group: string): string {
  return `${counted(count, `selected ${group} cohort`)} without a figure that can be pooled`;
}

export type IntervalKind = "credible" | "confidence";

/** How to read the marks; the intervals of the pools are called what their models make them. */
export function legendText(
  kinds: readonly IntervalKind[],
  { pools, landmark }: { pools: readonly Pool[]; landmark: boolean },
): string {
  const own = landmark
    ? "95 % interval as printed or from the number at risk"
    : "exact 95 % confidence interval";
  const pooled = [...new Set(kinds)].sort().join(" or ");
  const predicted = pools.some(({ predictionInterval }) => predictionInterval !== null);
  return [
    `Square: rate of a cohort, area by its weight within the class, with ${own}.`,
    ...(pooled === ""
      ? []
      : [`Diamond and dotted line: pooled rate with 95 % ${pooled} interval.`]),
    ...(predicted ? ["Dashed line: 95 % prediction interval."] : []),
  ].join(" ");
}
