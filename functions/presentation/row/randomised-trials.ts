/**
 * Decides which randomised trials stand above the rows, and writes the headline if they lead the answer. Two trials are
 * never compared with each other, and a headline on two trials has no ratio.
 */

import type {
  Answer,
  RandomisedArm,
  RandomisedRatio,
  RandomisedTrial,
} from "#core/answer/answer.ts";
import { isAboveRows } from "#core/others/codes.ts";
import { nameRegimen } from "../words/labels.ts";
import { formatCountAsWord } from "../words/numbers.ts";
import { joinWithConjunction } from "../words/sentences.ts";

/**
 * Lists the parts of an answer that decide whether a randomised trial leads. If all outcomes are harms, no trial leads.
 */
type RandomisedPart = Pick<Answer, "randomised"> & {
  readonly outcomes: readonly Pick<Answer["outcomes"][number], "harmGroup">[];
};

/**
 * Returns the trials that stand above the rows of an answer: those that lead the answer, and those that have a line of
 * words.
 */
export function listTrialsAboveRows({ randomised, outcomes }: RandomisedPart): RandomisedTrial[] {
  if (hasHarmsOnly({ outcomes })) return [];
  return randomised.filter(isAboveRows);
}

/** Tells whether all outcomes are harms of treatment, which a screen draws in groups. */
export function hasHarmsOnly({ outcomes }: Pick<RandomisedPart, "outcomes">): boolean {
  return outcomes.every(({ harmGroup }) => harmGroup !== null);
}

export function isLedByRandomisedTrial(answer: RandomisedPart): boolean {
  return listTrialsAboveRows(answer).some(({ place }) => place === "leads");
}

/**
 * Returns the headline that replaces that of separate trials; `null` if no randomised trial leads.
 *
 * @param namesControl False leaves it to the line of the trial to say against what a single regimen was tried.
 */
export function describeRandomisedHeadline(
  answer: RandomisedPart,
  namesControl: boolean,
): string | null {
  const arms = listArmsOfLeadingTrials(answer);
  if (arms.length === 0) return null;
  const better = arms.filter(({ ratios: [cut] }) => isIntervalBelowOne(cut?.progression));
  const notBetter = arms.filter((arm) => !better.includes(arm));
  const clauses = [
    ...(better.length > 0 ? listProgressionClauses(better, namesControl) : []),
    ...(notBetter.length > 0
      ? [`less progression or death not shown with ${nameRegimens(notBetter)}`]
      : []),
  ];
  return `Randomised: ${clauses.join("; ")}.`;
}

function listArmsOfLeadingTrials(answer: RandomisedPart): readonly RandomisedArm[] {
  return listTrialsAboveRows(answer).flatMap((trial) =>
    trial.place === "leads" ? trial.arms : [],
  );
}

/**
 * Returns the headline on deaths, as in "Randomised: fewer deaths with cilta-cel v own standard; not shown with ide-cel.";
 * `null` if no randomised trial leads.
 */
export function describeRandomisedDeathsHeadline(
  answer: RandomisedPart,
  namesControl: boolean,
): string | null {
  const arms = listArmsOfLeadingTrials(answer);
  const [first, another] = arms;
  if (!first) return null;
  const withFewer = arms.filter(({ ratios: [cut] }) => isIntervalBelowOne(cut?.death));
  const withoutFewer = arms.filter((arm) => !withFewer.includes(arm));
  if (withFewer.length === 0)
    return `Randomised: deaths not shown fewer with ${nameOrCountRegimens(arms)}.`;
  if (!another) {
    const control = namesControl ? " than standard therapy" : "";
    return `Randomised: fewer deaths with ${nameOrCountRegimens(arms)}${control}.`;
  }
  const isOfBoth = new Set(arms.map(({ therapyClass }) => therapyClass)).size > 1;
  const clauses = [
    `fewer deaths with ${nameOrCountRegimens(withFewer)} v own standard`,
    ...(withoutFewer.length > 0 ? [`not shown with ${nameOrCountRegimens(withoutFewer)}`] : []),
    ...(isOfBoth ? ["not compared"] : []),
  ];
  return `Randomised: ${clauses.join("; ")}.`;
}

function nameOrCountRegimens(arms: readonly RandomisedArm[]): string {
  return arms.length > mostNamed
    ? `${formatCountAsWord(arms.length)} regimens`
    : nameRegimens(arms);
}

function listProgressionClauses(arms: readonly RandomisedArm[], namesControl: boolean): string[] {
  // A single trial needs no clause on deaths, because its own row states them.
  if (arms.length === 1) {
    const control = namesControl ? " than standard therapy" : "";
    return [`less progression or death with ${nameRegimens(arms)}${control}`];
  }
  const withFewer = arms.filter(({ ratios: [cut] }) => isIntervalBelowOne(cut?.death));
  const withoutFewer = arms.filter((arm) => !withFewer.includes(arm));
  const names = nameOrCountRegimens(arms);
  const isOfBoth = new Set(arms.map(({ therapyClass }) => therapyClass)).size > 1;
  return [
    // The line below two named regimens says that each had its own standard.
    `${names} ${arms.length > mostNamed ? "each delayed progression v own" : "delayed progression v"} standard`,
    ...(isOfBoth ? ["not compared"] : []),
    ...listDeathClauses(withFewer, withoutFewer, isOfBoth),
  ];
}

/** A headline names at most so many regimens; the line below it names each. */
const mostNamed = 2;

function listDeathClauses(
  withFewer: readonly RandomisedArm[],
  withoutFewer: readonly RandomisedArm[],
  isOfBoth: boolean,
): string[] {
  if (withoutFewer.length === 0) return isOfBoth ? [] : ["fewer deaths with each"];
  if (withFewer.length === 0 || isOfBoth)
    return [`deaths not shown fewer with ${nameRegimens(withoutFewer)}`];
  return [`fewer deaths with ${nameRegimens(withFewer)} only`];
}

function isIntervalBelowOne(ratio: RandomisedRatio | null | undefined): boolean {
  return ratio?.interval != null && ratio.interval[1] < 1;
}

const nameRegimens = (arms: readonly RandomisedArm[]) => joinWithConjunction(arms.map(nameRegimen));
