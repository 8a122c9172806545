/** What stands at the top of an opened row: the trials and patients of each class, and what to mind. */

import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { ApiPool, ApiRow } from "#presentation/words/api-answer.ts";
import type { StudyWord } from "../words/arguments.ts";
import type { DetailWords } from "../words/catalogue.ts";
import { capitalised } from "../words/sentences.ts";
import { leadOf } from "./notes.ts";
import { followUpsOf } from "./side.ts";

export interface RestsOn {
  /** "8 trials · 463 patients" */
  readonly sides: readonly { readonly group: TherapyClass; readonly text: string }[];
  /** Follow-up, where events add up over time, and the caution that could change the reading most. */
  readonly beneath: string;
}

export function restsOn(
  row: ApiRow,
  noun: StudyWord,
  { restsOn: words }: Pick<DetailWords, "restsOn">,
): RestsOn {
  const lead = leadOf(row);
  const followUps = followUpsOf(row);
  return {
    sides: therapyClasses
      .filter((group) => row.appliesTo.includes(group))
      .map((group) => ({ group, text: trialsOf(row.pools[group], noun, words) })),
    beneath: [followUps && words.followUp(...followUps), lead && `${capitalised(lead.label)}.`]
      .filter(Boolean)
      .join(" "),
  };
}

function trialsOf(
  { k, n, notPooled }: ApiPool,
  noun: StudyWord,
  words: DetailWords["restsOn"],
): string {
  return k === 0 ? words.none(notPooled.length, noun) : words.trials(k, n, noun);
}
