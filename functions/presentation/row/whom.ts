/** Describes the patients that the trials of a group count: treated, randomised, or apheresed. */
import type { Answer, Row, Study } from "#core/answer/answer.ts";
import { countTrialsIncludingPooled } from "#core/evidence/trials.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { formatCountWithNoun } from "../words/sentences.ts";

type Whom = "treated" | "randomised" | "leukapheresed";

const classifyCountedPatients = ({ population }: Pick<Study, "population">): Whom =>
  population === "randomised" || population === "leukapheresed" ? population : "treated";

const inOrder = ["treated", "randomised", "leukapheresed"] as const;

const words: Readonly<Record<TherapyClass, Readonly<Record<Whom, string>>>> = {
  "car-t": {
    treated: "infused patients only",
    randomised: "all randomised, infused or not",
    leukapheresed: "all apheresed, infused or not",
  },
  bsab: {
    treated: "treated patients only",
    randomised: "all randomised, treated or not",
    leukapheresed: "all enrolled",
  },
};

type OfTrial = Pick<Study, "population" | "trial">;

/**
 * Returns text such as "infused patients only" or "1 trial: infused patients only; 2 trials: all randomised, infused or
 * not".
 */
export function describeWhichPatientsTrialsCount(
  { studies }: { readonly studies: readonly OfTrial[] },
  therapyClass: TherapyClass,
): string {
  const kinds = inOrder.flatMap((whom) => {
    const of = studies.filter((study) => classifyCountedPatients(study) === whom);
    return of.length > 0
      ? [{ text: words[therapyClass][whom], trials: countTrialsIncludingPooled(of) }]
      : [];
  });
  const [only, another] = kinds;
  if (only === undefined) return "";
  return another === undefined
    ? only.text
    : kinds
        .map(({ text, trials }) => `${formatCountWithNoun(trials, "trial")}: ${text}`)
        .join("; ");
}

const shortWords: typeof words = {
  "car-t": { treated: "infused", randomised: "randomised", leukapheresed: "apheresed" },
  bsab: { treated: "treated", randomised: "randomised", leukapheresed: "enrolled" },
};

/** Returns one word for the patients that all trials count, as in "infused"; empty if they differ, and without any. */
export function nameCountedPatients(
  studies: readonly Pick<Study, "population">[],
  therapyClass: TherapyClass,
): string {
  const [whom, another] = new Set(studies.map(classifyCountedPatients));
  return whom && another === undefined ? shortWords[therapyClass][whom] : "";
}

/** Tells whether the groups of a row count different kinds of patients. */
export function hasMixedPopulationsInRow(
  { pools }: Pick<Row<string>, "pools">,
  { groups }: Pick<Answer<string>, "groups">,
): boolean {
  return hasMixedPopulations(groups.flatMap((group) => pools[group]?.studies ?? []));
}

/** Tells whether trials count different kinds of patients, whichever groups the trials are in. */
export function hasMixedPopulations(studies: readonly Pick<Study, "population">[]): boolean {
  return new Set(studies.map(classifyCountedPatients)).size > 1;
}

export const mixedPatients =
  "These groups do not count the same patients, as each says: who was never treated is left out of some numbers and without the event in others. A difference between groups may come from that.";
