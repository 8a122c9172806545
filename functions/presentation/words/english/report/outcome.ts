/** Words of one outcome in a report: each class, their difference, and how sure it is. */

import type { TherapyClass } from "#data/vocabulary.ts";
import type { ApiOtherRegimen, ApiProductPool } from "#presentation/words/api-answer.ts";
import type { IntervalKind, OfClass, StudyWord } from "../../arguments.ts";
import { productName } from "../../product-name.ts";
import { counted } from "../counts.ts";
import { screen } from "../screen.ts";
import { className, interval } from "./shared.ts";

interface OnCohorts {
  readonly cohorts: number;
  readonly noun: StudyWord;
}

const scaleOf = (landmark: boolean) => (landmark ? "log cumulative hazard" : "logit");

export const pool = {
  rate: (told: {
    group: TherapyClass;
    /** Of the class, or of its only product. */
    name: string;
    /** Whether it is the count of a single cohort. */
    single: boolean;
    rate: string;
    patients: string;
    phrase: string;
    kind: IntervalKind;
    range: string;
  }) => {
    const { single, rate, patients, phrase, kind, range } = told;
    const said = `${rate} of 100 ${patients} ${phrase}`;
    return single
      ? `In the only study ${said} with ${told.name} (${interval(kind)} ${range}).`
      : `In a typical ${screen.classAdjective[told.group]} study ${said} (${interval(kind)} ${range}).`;
  },
  /** @param told `null` if a number is not known. */
  evidence: (told: OnCohorts & { n: number | null; events: number | null; what: string }) => {
    const { cohorts, noun, n, events, what } = told;
    const rests = `This rests on ${counted(cohorts, noun)}`;
    if (n === null) return `${rests}, not all of which say how many were counted.`;
    return events === null
      ? `${rests} with ${counted(n, "patient")}.`
      : `${rests}, in which ${events} of ${n} ${what}.`;
  },
  /** @param told `share` is the percentage of patients with unknown follow-up. */
  followUp: (told: { single: boolean; months: number | null; share: string | null }) => {
    const { single, months, share } = told;
    const silent = share === null ? null : `for ${share} % of these patients`;
    if (months === null) {
      return `Follow-up is not reported${silent === null ? "" : ` ${silent}`}.`;
    }
    const what = single ? "Median follow-up" : "Typical median follow-up of the studies";
    return `${what}: ${months} months${silent === null ? "" : `; not reported ${silent}`}.`;
  },
  spread: {
    single: "One study tells nothing of heterogeneity and gives no prediction interval.",
    another: (range: string) =>
      `One study tells nothing of heterogeneity; another such study may show ${range} of 100.`,
    of: (tau: string | null, i2: string | null, landmark: boolean) =>
      tau === null
        ? "Heterogeneity is not known"
        : `Heterogeneity: τ ${tau} on the ${scaleOf(landmark)} scale${i2 === null ? "" : `, I² ${i2} %`}`,
    /** By another model than the default one. */
    tested: (facts: string, landmark: boolean) =>
      `Heterogeneity on the ${scaleOf(landmark)} scale: ${facts}`,
    few: (spread: string, cohorts: number) =>
      `${spread}, of which ${cohorts} studies can tell little; no prediction interval from so few.`,
    alone: (spread: string) => `${spread}; the model gives no prediction interval.`,
    predicted: (spread: string, range: string) =>
      `${spread}; 95 % prediction interval for another such study ${range} of 100.`,
  },
  /** The kind of regimen that does not stand for its class: "teclistamab alone". */
  beside: (told: OnCohorts & { name: string; rate: string; range: string }) =>
    `Not in this pool: ${told.name} ${told.rate} of 100 (${told.range}; ${counted(told.cohorts, told.noun)}).`,
  products: (products: readonly Pick<ApiProductPool, "product" | "shown">[]) =>
    `By product, as reported: ${products
      .map(({ product, shown }) => `${productName(product)} ${shown}`)
      .join("; ")}.`,
};

function noNumber(group: TherapyClass, why: string): string {
  return `There is no number for ${className[group]}: ${why}.`;
}

/** Why there is no number for a class. */
export const missing = {
  notFor: (group: TherapyClass, reason: string) =>
    noNumber(group, `this does not apply (${reason})`),
  notAsked: (group: TherapyClass, asked: TherapyClass) =>
    noNumber(group, `the question is about ${className[asked]} alone`),
  noCohort: (group: TherapyClass) =>
    noNumber(group, `no ${screen.classAdjective[group]} study fits the question`),
  /** @param silent Nothing is reported at all. Otherwise something that cannot be pooled. */
  notReported: (group: TherapyClass, cohorts: number, silent: boolean) => {
    const adjective = screen.classAdjective[group];
    const which =
      cohorts === 1
        ? `the one selected ${adjective} study does not report`
        : `none of the ${cohorts} selected ${adjective} studies reports`;
    const what = silent ? "it in the sources that were read" : "a figure that can be pooled";
    return noNumber(group, `${which} ${what}`);
  },
  byTrial: (group: TherapyClass, numbers: string) =>
    `${noNumber(group, "survival at a month stands by trial and is never pooled")} ${numbers}.`,
  /** The kind of regimen that stands for the class has no figure, and the other has. */
  noneOfRegimen: (group: TherapyClass, regimen: ApiOtherRegimen["regimen"]) =>
    noNumber(
      group,
      `no study ${regimen === "combination" ? "with other myeloma drugs" : "given them alone"} reports a figure that can be pooled`,
    ),
};

interface RatioText {
  readonly value: string;
  readonly kind: IntervalKind;
  readonly low: string;
  readonly high: string;
}

function against({ "car-t": carT, bsab }: OfClass): string {
  return `${carT} against ${bsab}`;
}

function ratioText({ value, kind, low, high }: RatioText): string {
  return `${value} (${interval(kind)} ${low} to ${high})`;
}

export const contrast = {
  difference: (told: {
    /** `null` if there is no difference. */
    amount: string | null;
    what: string;
    names: OfClass;
    kind: IntervalKind;
    range: string;
  }) => {
    const { amount, what, names, kind, range } = told;
    const size = amount === null ? "as many" : `${amount} of 100`;
    const than = amount === null ? "as" : "than";
    return `Difference: ${size} ${what} with ${names["car-t"]} ${than} with ${names.bsab} (${interval(kind)} ${range}; fitted, not subtracted).`;
  },
  includesZero: (what: string) =>
    `0 lies within the interval: these data do not tell with which of the two more ${what}.`,
  odds: (ratio: RatioText, what: string, names: OfClass) =>
    `Odds ratio, ${against(names)}: ${ratioText(ratio)}; above 1 means that more ${what} with ${names["car-t"]}.`,
  hazard: (ratio: RatioText, month: number, names: OfClass) =>
    `Ratio of cumulative hazards at month ${month} (the hazard ratio, if hazards are proportional), ${against(names)}: ${ratioText(ratio)}; below 1 means fewer events with ${names["car-t"]}.`,
  chance: (what: string, probability: string, names: OfClass) =>
    `Probability that more ${what} with ${names["car-t"]}, if the studies were comparable: ${probability}.`,
  pValue: (p: string) => `Two-sided ${p}, if the studies were comparable.`,
  oneClass: "There is nothing to compare: the outcome is one of CAR-T alone.",
  otherModels:
    "The classes cannot be contrasted: one of them had no answer by the model asked for, and numbers of two models are not subtracted.",
  notCompared: (why: string) => `Not compared: ${why}.`,
  missing: "The classes cannot be contrasted without a number for each.",
};
