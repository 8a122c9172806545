/** The result of one class, in English. */
import type { PoolWords } from "../../contract/brief.ts";
import { productName } from "../../product-name.ts";
import { counted } from "../counted.ts";
import { en } from "../screen.ts";
import { interval } from "./parts.ts";

const common =
  "The common-effect model assumes that cohorts do not differ: it has neither heterogeneity nor a prediction interval.";

const scaleOf = (landmark: boolean) => (landmark ? "log cumulative hazard" : "logit");

export const pool: PoolWords = {
  rate: ({ group, name, counted: trials, rate, patients, phrase, kind, range }) => {
    const said = `${rate} of 100 ${patients} ${phrase}`;
    return trials
      ? `In ${trials === 1 ? "the only cohort" : `${trials} cohorts together`} ${said} with ${name} (${interval(kind)} ${range}).`
      : `In a typical ${en.classAdjective[group]} cohort ${said} (${interval(kind)} ${range}).`;
  },
  evidence: ({ cohorts, n, events, what }) => {
    const rests = `This rests on ${counted(cohorts, "cohort")}`;
    if (n === null) return `${rests}, not all of which say how many were counted.`;
    return events === null
      ? `${rests} with ${counted(n, "patient")}.`
      : `${rests}, in which ${events} of ${n} ${what}.`;
  },
  followUp: ({ single, months, share }) => {
    const silent = share === null ? null : `for ${share} % of these patients`;
    if (months === null) {
      return `Follow-up is not reported${silent === null ? "" : ` ${silent}`}.`;
    }
    const what = single ? "Median follow-up" : "Typical median follow-up of the cohorts";
    return `${what}: ${months} months${silent === null ? "" : `; not reported ${silent}`}.`;
  },
  spread: {
    single: "One cohort tells nothing of heterogeneity and gives no prediction interval.",
    another: (range) =>
      `One cohort tells nothing of heterogeneity; another such cohort may show ${range} of 100.`,
    common,
    commonTested: (facts) => `${common} Test of that: ${facts}.`,
    of: (tau, i2, landmark) =>
      tau === null
        ? "Heterogeneity is not known"
        : `Heterogeneity: τ ${tau} on the ${scaleOf(landmark)} scale${i2 === null ? "" : `, I² ${i2} %`}`,
    tested: (facts, landmark, shared) =>
      `Heterogeneity on the ${scaleOf(landmark)} scale: ${shared === null ? "" : `τ² ${shared} of all groups in one model; these cohorts by themselves `}${facts}`,
    few: (spread, cohorts) =>
      `${spread}, of which ${cohorts} cohorts can tell little; no prediction interval from so few.`,
    alone: (spread) => `${spread}; the model gives no prediction interval.`,
    predicted: (spread, range) =>
      `${spread}; 95 % prediction interval for another such cohort ${range} of 100.`,
  },
  beside: ({ name, rate, range, cohorts }) =>
    `Not in this pool: ${name} ${rate} of 100 (${range}; ${counted(cohorts, "cohort")}).`,
  products: (products) =>
    `By product, as reported: ${products
      .map(({ product, shown }) => `${productName(product)} ${shown}`)
      .join("; ")}.`,
};
