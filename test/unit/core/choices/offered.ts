/** The choices that a question offers. */
import { type Choice, type ChoiceName, makeQuestionChoices } from "#core/choices/choices.ts";
import { dataset } from "#core/dataset.ts";
import { queryOf } from "../../../support/queries.ts";

export const offered = (text: string) =>
  makeQuestionChoices(queryOf(text, dataset), dataset).choices;

export function choice(text: string, parameter: ChoiceName, value: string): Choice {
  const offer = offered(text)[parameter].find((candidate) => candidate.value === value);
  if (!offer) throw new Error(`${parameter} ${value} is not offered for "${text}"`);
  return offer;
}
