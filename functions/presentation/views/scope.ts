/** The evidence that was asked for, in a few words. */

import type { Answer } from "#core/answer/answer.ts";
import { isAfterTherapy, kindsIn } from "#core/question/earlier-kinds.ts";
import { type FilterName, propertyName } from "#core/question/parameter-names.ts";
import { defaultQuery, filterNames } from "#core/question/parameter-values.ts";
import type { Query, Value } from "#core/question/query.ts";
import type { Range } from "#core/question/range.ts";
import type { EarlierKind } from "#data/earlier-kinds.ts";
import { leftByHand } from "../row/trials.ts";
import { type StudyWord, studyWordOf } from "../words/arguments.ts";
import { counted, joined } from "../words/counts.ts";
import { regionList } from "../words/labels.ts";
import { parameterTexts } from "../words/parameter-texts.ts";
import { afterKinds } from "../words/patient-codes.ts";
import { rangeText } from "../words/range-text.ts";
import { capitalised } from "../words/sentences.ts";

export const linesInBrief = {
  "1": "1 prior line",
  "2": "2 prior lines",
  "3+": "3+ prior lines",
  any: "any prior lines",
} as const;

const linesInFull = { ...linesInBrief, "3+": "3 or more prior lines" } as const;

export const evidenceInScope = {
  trial: "trials",
  "real-world": "real-world studies",
  all: "trials and real-world studies",
} as const;

const regimens = {
  monotherapy: "given alone",
  combination: "bispecifics in combination",
  any: "also combinations",
} as const;

/** "US or EU" */
export function whereLabelled(availability: readonly string[]): string {
  return availability.includes("any") ? "anywhere or in development" : regionList(availability);
}

/** The scope without the region. */
function askedOf(answer: Asked): string[] {
  const { query, set } = answer;
  const published = publishedQuestion({ set });
  const evidence = evidenceInScope[query.evidence];
  const filters = [
    linesInBrief[query.lines],
    ...filtersIn(answer, evidence).map(({ text }) => text),
  ];
  if (published === null) return filters;
  return set?.modified ? [published, ...filters] : [published];
}

type Asked = Pick<Answer, "query" | "set" | "selection">;

/** Where and after how many lines, then everything else; of a published question its name alone. */
export function askedInWords(
  answer: Asked,
  lines: Readonly<Record<Query["lines"], string>> = linesInFull,
) {
  const { query, set } = answer;
  const published = publishedQuestion({ set });
  if (published !== null && !set?.modified) return { title: [published], filters: [] };
  // That they are trials is said with their number.
  const evidence = query.evidence === "trial" ? false : evidenceInScope[query.evidence];
  return {
    title: [published ?? whereLabelled(query.availability), lines[query.lines]],
    filters: filtersIn(answer, evidence).map(({ text }) => text),
  };
}

/** A filter with what it asks for, in words. */
export interface FilterInWords {
  readonly name: FilterName;
  readonly text: string;
}

/** All filters but place and lines. @param evidence its words; `false` where they are said elsewhere */
export function filtersIn({ query, selection }: Asked, evidence: string | false): FilterInWords[] {
  const { regimen, target, priorBcma } = query;
  const without = leftByHand({ query, selection }).map(({ label }) => label);
  const filters: readonly { readonly name: FilterName; readonly text: string | false }[] = [
    { name: "regimen", text: regimens[regimen] },
    {
      name: "target",
      text: target.includes("any") ? "any target" : target.join(", ").toUpperCase(),
    },
    { name: "prior-bcma", text: isAfterTherapy(query) && afterText(kindsIn(priorBcma)) },
    { name: "evidence", text: evidence },
    ...otherFilters(query),
    {
      name: "exclude",
      text: without.length > 0 && withoutText(studyWordOf(query), without),
    },
  ];
  return filters.flatMap(({ name, text }) => (text === false ? [] : [{ name, text }]));
}

/** @param kinds none: of any kind */
function afterText(kinds: readonly EarlierKind[]): string {
  return kinds.length === 0 ? "after BCMA therapy" : afterKinds(kinds);
}

/** More than three left out by hand are not named here: an opened row lists them. */
function withoutText(noun: StudyWord, labels: readonly string[]): string {
  return `without ${labels.length > 3 ? counted(labels.length, noun) : joined(labels)}`;
}

/** The name of a published question, and whether the query still matches it. */
export function publishedQuestion({ set }: Pick<Answer, "set">): string | null {
  if (set === null) return null;
  if (set.modified) return `as ${set.name}, modified`;
  return set.cohorts === null
    ? `our studies by the rules of ${set.name}`
    : `as ${set.name}: its studies, rules and model`;
}

/** "≥ 3 lines · monotherapy · BCMA · trials · approved" or "As Roex 2020: …" */
export function scopeOf(comparison: Answer): string {
  const { query, set } = comparison;

  const asked = askedOf(comparison);
  // The filters of a published question need no description.
  if (set === null || set.modified) {
    const { availability, labelled, lines } = query;
    const isWider = labelled === "any" && lines !== "any" && !availability.includes("any");
    const whatever = isWider ? ", whatever lines labels name" : "";
    asked.push(`labelled in: ${whereLabelled(availability)}${whatever}`);
  }
  return capitalised(asked.join(" · "));
}

/** These come first; the other filters follow in the order of the URL. */
const first: readonly FilterName[] = [
  "set",
  "lines",
  "prior-lines",
  "age",
  "evidence",
  "regimen",
  "target",
  "availability",
  "labelled",
  "prior-bcma",
  "therapy-class",
  "product",
];

const inOrder = [...new Set([...first, ...filterNames])];

/** A description of the cohorts that the filters allow, including defaults. */
export function filterWords(query: Query): readonly string[] {
  return wordsOf(inOrder, query).map(({ text }) => text);
}

/** What the scope has words of its own for. */
const ownWords: readonly FilterName[] = [
  "set",
  "lines",
  "regimen",
  "target",
  "evidence",
  "availability",
  "exclude",
];

/** The filters beside, where they are not the usual ones. */
function otherFilters(query: Query): readonly FilterInWords[] {
  const isOther = (name: FilterName) =>
    !ownWords.includes(name) &&
    !(name === "prior-bcma" && isAfterTherapy(query)) &&
    JSON.stringify(query[propertyName(name)]) !== JSON.stringify(defaultQuery[propertyName(name)]);
  return wordsOf(inOrder.filter(isOther), query);
}

function wordsOf(names: readonly FilterName[], query: Query): FilterInWords[] {
  return names.flatMap((name) => {
    const text = said(parameterTexts[name], query[propertyName(name)]);
    return text === null ? [] : [{ name, text }];
  });
}

function said({ brief }: (typeof parameterTexts)[FilterName], value: Value): string | null {
  if (typeof brief === "string") {
    return isRange(value) ? `${brief} ${rangeText(value)}` : null;
  }
  // Each parameter's function takes the type of that parameter's value. TypeScript cannot match the
  // two for a name that is only known at run time.
  return (brief as (value: Value) => string | null)(value);
}

function isRange(value: Value): value is Range {
  return typeof value === "object" && value !== null && "min" in value;
}
