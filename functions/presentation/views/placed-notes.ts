/** Puts the notes of an answer into the places that the answer has, by the table of `words/places.ts`. */

import type { Answer } from "#core/answer/answer.ts";
import { isQuestionAfterTherapy } from "#core/question/earlier-kinds.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { hasAnyTrialInPools } from "../row/figures.ts";
import { listNotes } from "../row/notes.ts";
import { isLedByRandomisedTrial } from "../row/randomised-trials.ts";
import { classPlural } from "../words/names.ts";
import { type Place, type Placed, placeFacts } from "../words/places.ts";

/** Places the notes of an answer. The notes of drugs side by side stand around the answer about the classes. */
export function placeNotes(
  surface: "screen" | "drugs" | "report" | "copy",
  answer: Answer,
  noted: Answer<string> = answer,
): Placed {
  return placeFacts(surface, listNotes(noted, noted), listMissingPlaces(answer));
}

function listMissingPlaces(answer: Answer): Place[] {
  const { notes, query } = answer;
  const isAfterTherapy = isQuestionAfterTherapy(query);
  const isEarly = query.lines === "1" || query.lines === "2";
  const isThere: readonly (readonly [Place, boolean])[] = [
    ["box", hasDoubtBox(answer)],
    ["therapy", hasDoubtBox(answer) && isAfterTherapy],
    ["kinds", isAfterTherapy],
    ["question", describeLabelsRequiringMoreLines(answer) !== ""],
    // An offer to count what its label leaves out is made for one and two lines.
    ["offer", isEarly && notes.some(({ code }) => code === "left-out-for-label")],
  ];
  return isThere.flatMap(([place, is]) => (is ? [] : place));
}

/**
 * Tells whether a box states how uncertain the numbers are. A randomised trial that leads states its own patients, and
 * a single class is compared with nothing.
 */
export function hasDoubtBox(answer: Answer): boolean {
  const isOneClass = therapyClasses.some((group) => answer.selection.cohorts[group] === 0);
  return hasAnyTrialInPools(answer.outcomes) && !(isOneClass && isLedByRandomisedTrial(answer));
}

/**
 * Names the labels that require more lines, for the line under the question, as in "US bispecifics 4+"; empty if
 * they concern only some of the drugs of a class.
 */
export function describeLabelsRequiringMoreLines(answer: Answer): string {
  const note = answer.notes.find((entry) => entry.code === "label-from-line");
  const texts = (note?.regions ?? []).map(({ region, lines, products }) => {
    const group = therapyClasses.find((name) =>
      hasSameProducts(gatherSelectedProducts(name, answer), products),
    );
    return group && `${region.toUpperCase()} ${classPlural[group]} ${lines}+`;
  });
  return texts.every((text) => text !== undefined) ? texts.join(", ") : "";
}

function gatherSelectedProducts(group: TherapyClass, { selection }: Answer): ReadonlySet<string> {
  const cohorts = selection.included.filter(({ therapyClass }) => therapyClass === group);
  return new Set(cohorts.map(({ product }) => product));
}

function hasSameProducts(products: ReadonlySet<string>, slugs: readonly string[]): boolean {
  return products.size === new Set(slugs).size && slugs.every((product) => products.has(product));
}
