/** States, in a few words, which evidence the question asks for. */

import type { Answer } from "#core/answer/answer.ts";
import { isQuestionAfterTherapy, listEarlierTherapyKinds } from "#core/question/earlier-kinds.ts";
import { defaultQuery, filterNames } from "#core/question/parameter-values.ts";
import { type FilterName, makePropertyName, type Query, type Value } from "#core/question/query.ts";
import type { Range } from "#core/question/range.ts";
import type { EarlierKind } from "#data/vocabulary.ts";
import { listCohortsExcludedByHand } from "../row/class-tables.ts";
import { joinRegionsByOr } from "../words/labels.ts";
import { chooseStudyWord, type StudyWord } from "../words/names.ts";
import { describeRange } from "../words/numbers.ts";
import { linesInBrief, parameterWords } from "../words/parameter-words.ts";
import { describeAfterTherapyKinds } from "../words/patient-codes.ts";
import { capitalise, formatCountWithNoun, joinWithConjunction } from "../words/sentences.ts";

/** Returns text such as "US or EU". */
export function describeLabelRegions(availability: readonly string[]): string {
  return availability.includes("any")
    ? "anywhere or in development"
    : joinRegionsByOr(availability);
}

export type AnsweredQuestion = Pick<Answer, "query" | "set" | "selection">;

/** Tells whether a published question is asked unchanged, so that its name stands for all filters. */
export function isUnchangedPublishedQuestion({ set }: Pick<Answer, "set">): boolean {
  return set !== null && !set.modified;
}

/** Returns regions and prior lines, then all other filters; for a published question only its name. */
export function makeQuestionTitleAndFilters(answer: AnsweredQuestion) {
  const { query } = answer;
  const published = namePublishedQuestion(answer);
  if (published !== null && isUnchangedPublishedQuestion(answer))
    return { title: [published], filters: [] };
  return {
    title: [published ?? describeLabelRegions(query.availability), linesInBrief[query.lines]],
    filters: listAskedFiltersExceptRegionsAndLines(answer)
      // The number of trials already states the kind of evidence.
      .filter(({ name }) => name !== "evidence" || query.evidence !== "trial")
      .map(({ text }) => text),
  };
}

export interface FilterInWords {
  readonly name: FilterName;
  readonly text: string;
}

/** Lists all filters except place and lines. */
export function listAskedFiltersExceptRegionsAndLines({
  query,
  selection,
}: AnsweredQuestion): FilterInWords[] {
  const after = isQuestionAfterTherapy(query)
    ? describeAfterBcmaTherapy(listEarlierTherapyKinds(query.priorBcma))
    : "";
  const labels = listCohortsExcludedByHand({ query, selection }).map(({ label }) => label);
  const without = labels.length > 0 ? describeLeftOutTrials(chooseStudyWord(query), labels) : "";
  const filters: FilterInWords[] = [
    ...listFiltersInWords(["regimen", "target"], query),
    { name: "prior-bcma", text: after },
    ...listFiltersInWords(["evidence"], query),
    ...listOtherNonDefaultFilters(query),
    { name: "exclude", text: without },
  ];
  return filters.filter(({ text }) => text !== "");
}

/**
 * Returns "after BCMA therapy", or the kinds of earlier therapy, as in "after CAR-T or a bispecific".
 *
 * @param kinds Empty if any kind of earlier therapy counts.
 */
function describeAfterBcmaTherapy(kinds: readonly EarlierKind[]): string {
  return kinds.length === 0 ? "after BCMA therapy" : describeAfterTherapyKinds(kinds);
}

/**
 * Names the trials that the reader left out. If there are more than three, they are only counted, because an opened row
 * lists them.
 */
function describeLeftOutTrials(noun: StudyWord, labels: readonly string[]): string {
  return `without ${labels.length > 3 ? formatCountWithNoun(labels.length, noun) : joinWithConjunction(labels)}`;
}

/** Returns the name of a published question, and whether the query still matches it; `null` if there is none. */
export function namePublishedQuestion({ set }: Pick<Answer<string>, "set">): string | null {
  if (set === null) return null;
  if (set.modified) return `as ${set.name}, modified`;
  return set.cohorts === null
    ? `our studies by the rules of ${set.name}`
    : `as ${set.name}: its studies, rules and model`;
}

/**
 * Returns text such as "3+ prior lines · given alone · BCMA · trials · labelled in: US or EU" or "As Roex
 * 2020: …".
 */
export function describeQuestionScope(answer: Answer): string {
  const { availability, labelled, lines } = answer.query;
  const published = namePublishedQuestion(answer) ?? "";
  if (isUnchangedPublishedQuestion(answer)) return capitalise(published);
  const isWider = labelled === "any" && lines !== "any" && !availability.includes("any");
  const whatever = isWider ? ", whatever lines labels name" : "";
  const parts = [
    published,
    linesInBrief[lines],
    ...listAskedFiltersExceptRegionsAndLines(answer).map(({ text }) => text),
    `labelled in: ${describeLabelRegions(availability)}${whatever}`,
  ];
  return capitalise(parts.filter((text) => text !== "").join(" · "));
}

/** Describes the cohorts that the filters allow, including defaults, in the order of the URL. */
export function listTextsOfAllFilters(query: Query): readonly string[] {
  return listFiltersInWords(filterNames, query).map(({ text }) => text);
}

/** These filters have their own words in the scope. */
const wordedFilters: readonly FilterName[] = [
  "set",
  "lines",
  "regimen",
  "target",
  "evidence",
  "availability",
  "exclude",
];

/** Lists the remaining filters that differ from the usual ones. */
function listOtherNonDefaultFilters(query: Query): readonly FilterInWords[] {
  const isOther = (name: FilterName) =>
    !wordedFilters.includes(name) &&
    !(name === "prior-bcma" && isQuestionAfterTherapy(query)) &&
    JSON.stringify(query[makePropertyName(name)]) !==
      JSON.stringify(defaultQuery[makePropertyName(name)]);
  return listFiltersInWords(filterNames.filter(isOther), query);
}

function listFiltersInWords(names: readonly FilterName[], query: Query): FilterInWords[] {
  return names.flatMap((name) => {
    const text = describeFilterBriefly(name, query[makePropertyName(name)]);
    return text === null ? [] : [{ name, text }];
  });
}

function describeFilterBriefly(name: FilterName, value: Value): string | null {
  const words = parameterWords[name];
  if ("number" in words) {
    return isRangeOfFilter(value) ? `${words.number} ${describeRange(value)}` : null;
  }
  // Each parameter's function takes the type of that parameter's value. TypeScript cannot match the
  // two for a name that is only known at run time.
  return (words.brief as (value: Value) => string | null)(value);
}

function isRangeOfFilter(value: Value): value is Range {
  return typeof value === "object" && value !== null && "min" in value;
}
