/** States what labels require beyond prior lines: in the table of a randomised trial, or in a line of its own. */

import type { Answer } from "#core/answer/answer.ts";
import { isSameRegimen, type Regimen } from "#core/evidence/regimen-labels.ts";
import { type LabelText, makeLabelConditionsText } from "../words/labels.ts";

type LabelledAnswer = Pick<Answer, "notes" | "randomised">;

/** Returns what the label of a regimen requires; `null` if it requires nothing beyond prior lines. */
export function makeConditionsTextOfRegimen(
  regimen: Regimen,
  answer: LabelledAnswer,
): LabelText | null {
  return makeChosenConditionsText(answer, (condition) => isSameRegimen(condition, regimen));
}

/** Writes what the labels of all regimens require, for a text that is shared; empty if they require nothing. */
export function describeAllLabelConditions(answer: LabelledAnswer): string {
  const label = makeChosenConditionsText(answer, () => true);
  return label === null ? "" : `${label.lead} ${label.text}`;
}

/**
 * Returns what the labels of the regimens require that no table of a randomised trial holds; `null` if they require
 * nothing.
 */
export function makeConditionsTextOutsideTables(answer: LabelledAnswer): LabelText | null {
  const inTables = answer.randomised.flatMap(({ place, arms }) => (place === "leads" ? arms : []));
  return makeChosenConditionsText(
    answer,
    (condition) => !inTables.some((arm) => isSameRegimen(condition, arm)),
  );
}

function makeChosenConditionsText(
  { notes }: LabelledAnswer,
  isMeant: (regimen: Regimen) => boolean,
): LabelText | null {
  const note = notes.find(({ code }) => code === "label-condition");
  if (note?.code !== "label-condition") return null;
  const conditions = note.conditions.filter(isMeant);
  return conditions.length > 0
    ? makeLabelConditionsText({ conditions, regions: note.regions })
    : null;
}
