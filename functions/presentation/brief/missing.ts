/** Why a number is missing. */

import type { Comparison, OutcomeComparison } from "#core/comparison/answer.ts";
import { isSilent } from "#core/comparison/reported.ts";
import { longName } from "#core/evidence/classes.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { className } from "./parts.ts";

export function missingSentence(
  group: TherapyClass,
  { appliesTo, pools }: OutcomeComparison,
  { query, selection }: Comparison,
): string {
  const name = className[group];
  if (!appliesTo.includes(group)) {
    return `There is no number for ${name}: no cells are made for them, so this does not apply.`;
  }
  if (query.therapyClass !== "both" && query.therapyClass !== group) {
    return `There is no number for ${name}: the question is about ${className[query.therapyClass]} alone.`;
  }
  const found = selection.cohorts[group];
  const adjective = longName[group];
  if (found === 0) {
    return `There is no number for ${name}: no ${adjective} cohort fits the question.`;
  }
  const which =
    found === 1
      ? `the one selected ${adjective} cohort does not report`
      : `none of the ${found} selected ${adjective} cohorts reports`;
  const what = isSilent(pools[group])
    ? "it in the sources that were read"
    : "a figure that can be pooled";
  return `There is no number for ${name}: ${which} ${what}.`;
}
