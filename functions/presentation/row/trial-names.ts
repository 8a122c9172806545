/** Names trials, and shortens their names. */
import type { LabelPool } from "#core/answer/answer.ts";
import type { DrugView } from "./drugs-view.ts";

/** A longer name takes three lines on a phone. */
const mostOnLine = 40;

/**
 * Returns the name of a trial without the brackets at its end, if it is long and no other trial would get the same
 * name. The record of the trial has the whole name.
 *
 * @param longest Names of up to this many letters are not shortened.
 */
export function shortenLongTrialName(
  label: string,
  labels: readonly string[],
  longest = mostOnLine,
): string {
  if (label.length <= longest) return label;
  const short = removeEndBrackets(label);
  const isShared = labels.some((name) => name !== label && removeEndBrackets(name) === short);
  return isShared ? label : short;
}

/**
 * Returns the name of a trial without its cohort, arm, phase or dose, if no other trial would get the same name;
 * otherwise the short name. The record of the trial has the whole name.
 */
export function nameTrialWithoutArm(label: string, labels: readonly string[]): string {
  const name = removeCohortArmOrDose(label);
  const isShared = labels.some((other) => other !== label && removeCohortArmOrDose(other) === name);
  return shortenLongTrialName(isShared ? label : name, labels);
}

function removeCohortArmOrDose(label: string): string {
  return label.replace(/ (?:\((?:cohort |[^()]* arm\)|[^()]*phase ).*|\d+ mg)$/, "");
}

/** Returns the label of a trial without its part, arm or dose, for a text that holds all parts. */
export function removePartOfTrial(label: string): string {
  return label.replace(/(,| \(| cohort\b| \d+ mg\b).*$/, "");
}

/** Names one of several lines of a drug: by its trial, else by its regimen or by whose counts it has. */
export function nameTrialOrDrug({ trial, name }: Pick<DrugView, "trial" | "name">): string {
  return trial === undefined ? name : removePartOfTrial(trial);
}

/** Names the label pool of a figure, as in "Cilta-cel, Swiss label pool, all lines". */
export function nameLabelPool({ label, isOfAllLines }: Pick<LabelPool, "label" | "isOfAllLines">) {
  return isOfAllLines ? `${label}, all lines` : label;
}

function removeEndBrackets(label: string): string {
  return label.replace(/ \([^()]*\)$/, "");
}
