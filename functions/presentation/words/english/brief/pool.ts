/** The result of one class, in English. */
import type { ProductPool } from "#core/comparison/answer.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { productName } from "../../product-name.ts";
import type { IntervalKind } from "../../told.ts";
import { counted } from "../counted.ts";
import { screen } from "../screen.ts";
import { interval } from "./parts.ts";

const common =
  "The common-effect model assumes that cohorts do not differ: it has neither heterogeneity nor a prediction interval.";

const scaleOf = (landmark: boolean) => (landmark ? "log cumulative hazard" : "logit");

interface RateTold {
  readonly group: TherapyClass;
  /** Of the class, or of its only product. */
  readonly name: string;
  /** Cohorts that are counted; `null` if pooled. */
  readonly counted: number | null;
  readonly rate: string;
  readonly patients: string;
  readonly phrase: string;
  readonly kind: IntervalKind;
  readonly range: string;
}

interface EvidenceTold {
  readonly cohorts: number;
  readonly n: number | null;
  readonly events: number | null;
  readonly what: string;
}

interface FollowUpTold {
  readonly single: boolean;
  readonly months: number | null;
  /** The percentage of patients with unknown follow-up. */
  readonly share: string | null;
}

/** The kind of regimen that does not stand for its class. */
interface BesideTold {
  /** "teclistamab alone" */
  readonly name: string;
  readonly rate: string;
  readonly range: string;
  readonly cohorts: number;
}

export const pool = {
  rate: ({ group, name, counted: trials, rate, patients, phrase, kind, range }: RateTold) => {
    const said = `${rate} of 100 ${patients} ${phrase}`;
    return trials
      ? `In ${trials === 1 ? "the only cohort" : `${trials} cohorts together`} ${said} with ${name} (${interval(kind)} ${range}).`
      : `In a typical ${screen.classAdjective[group]} cohort ${said} (${interval(kind)} ${range}).`;
  },
  evidence: ({ cohorts, n, events, what }: EvidenceTold) => {
    const rests = `This rests on ${counted(cohorts, "cohort")}`;
    if (n === null) return `${rests}, not all of which say how many were counted.`;
    return events === null
      ? `${rests} with ${counted(n, "patient")}.`
      : `${rests}, in which ${events} of ${n} ${what}.`;
  },
  followUp: ({ single, months, share }: FollowUpTold) => {
    const silent = share === null ? null : `for ${share} % of these patients`;
    if (months === null) {
      return `Follow-up is not reported${silent === null ? "" : ` ${silent}`}.`;
    }
    const what = single ? "Median follow-up" : "Typical median follow-up of the cohorts";
    return `${what}: ${months} months${silent === null ? "" : `; not reported ${silent}`}.`;
  },
  spread: {
    single: "One cohort tells nothing of heterogeneity and gives no prediction interval.",
    another: (range: string) =>
      `One cohort tells nothing of heterogeneity; another such cohort may show ${range} of 100.`,
    common,
    commonTested: (facts: string) => `${common} Test of that: ${facts}.`,
    of: (tau: string | null, i2: string | null, landmark: boolean) =>
      tau === null
        ? "Heterogeneity is not known"
        : `Heterogeneity: τ ${tau} on the ${scaleOf(landmark)} scale${i2 === null ? "" : `, I² ${i2} %`}`,
    /** By another model than the default one. `shared`: τ² of all groups in one model. */
    tested: (facts: string, landmark: boolean, shared: string | null) =>
      `Heterogeneity on the ${scaleOf(landmark)} scale: ${shared === null ? "" : `τ² ${shared} of all groups in one model; these cohorts by themselves `}${facts}`,
    few: (spread: string, cohorts: number) =>
      `${spread}, of which ${cohorts} cohorts can tell little; no prediction interval from so few.`,
    alone: (spread: string) => `${spread}; the model gives no prediction interval.`,
    predicted: (spread: string, range: string) =>
      `${spread}; 95 % prediction interval for another such cohort ${range} of 100.`,
  },
  beside: ({ name, rate, range, cohorts }: BesideTold) =>
    `Not in this pool: ${name} ${rate} of 100 (${range}; ${counted(cohorts, "cohort")}).`,
  products: (products: readonly Pick<ProductPool, "product" | "shown">[]) =>
    `By product, as reported: ${products
      .map(({ product, shown }) => `${productName(product)} ${shown}`)
      .join("; ")}.`,
};
