/** The evidence that was asked for, in a few words. */

import type { Answer } from "#core/answer/answer.ts";
import { isAfterTherapy, kindsIn } from "#core/question/earlier-kinds.ts";
import { type FilterName, propertyName } from "#core/question/parameter-names.ts";
import { defaultQuery, filterNames } from "#core/question/parameter-values.ts";
import type { Query, Value } from "#core/question/query.ts";
import type { Range } from "#core/question/range.ts";
import { leftByHand } from "../row/trials-view.ts";
import { studyWordOf } from "../words/arguments.ts";
import { parameterTexts } from "../words/parameter-texts.ts";
import { rangeText } from "../words/range-text.ts";
import { screen } from "../words/screen.ts";
import { capitalised } from "../words/sentences.ts";
import { table } from "../words/table.ts";

/** The scope without the region. */
function askedOf(answer: Asked): string[] {
  const { scope } = screen;
  const { query, set } = answer;
  const published = publishedQuestion({ set });
  const evidence = scope[query.evidence];
  const filters = [
    scope.lines[query.lines],
    ...filtersIn(answer, evidence).map(({ text }) => text),
  ];
  if (published === null) return filters;
  return set?.modified ? [published, ...filters] : [published];
}

type Asked = Pick<Answer, "query" | "set" | "selection">;

/** Where and after how many lines, then everything else; of a published question its name alone. */
export function askedInWords(
  answer: Asked,
  lines: Readonly<Record<Query["lines"], string>> = screen.priorLines,
) {
  const { scope } = screen;
  const { query, set } = answer;
  const published = publishedQuestion({ set });
  if (published !== null && !set?.modified) return { title: [published], filters: [] };
  // That they are trials is said with their number.
  const evidence = query.evidence === "trial" ? false : scope[query.evidence];
  return {
    title: [published ?? scope.where(query.availability), lines[query.lines]],
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
  const { scope } = screen;
  const { regimen, target, priorBcma } = query;
  const without = leftByHand({ query, selection }).map(({ label }) => label);
  const filters: readonly { readonly name: FilterName; readonly text: string | false }[] = [
    { name: "regimen", text: regimen === "any" ? scope.anyRegimen : scope[regimen] },
    {
      name: "target",
      text: target.includes("any") ? scope.anyTarget : target.join(", ").toUpperCase(),
    },
    { name: "prior-bcma", text: isAfterTherapy(query) && scope.after(kindsIn(priorBcma)) },
    { name: "evidence", text: evidence },
    ...otherFilters(query),
    {
      name: "exclude",
      text: without.length > 0 && scope.without(studyWordOf(query), without),
    },
  ];
  return filters.flatMap(({ name, text }) => (text === false ? [] : [{ name, text }]));
}

/** The name of a published question, and whether the query still matches it. */
export function publishedQuestion({ set }: Pick<Answer, "set">): string | null {
  if (set === null) return null;
  if (set.modified) return screen.scope.likeSet(set.name);
  return set.cohorts === null ? screen.scope.byRulesOf(set.name) : screen.scope.asSet(set.name);
}

/** "≥ 3 lines · monotherapy · BCMA · trials · approved" or "As Roex 2020: …" */
export function scopeOf(comparison: Answer): string {
  const { query, set } = comparison;

  const asked = askedOf(comparison);
  // The filters of a published question need no description.
  if (set === null || set.modified) {
    const { availability, labelled, lines } = query;
    const isWider = labelled === "any" && lines !== "any" && !availability.includes("any");
    const where = screen.scope.where(availability);
    asked.push(`${table.approvedIn(where)}${isWider ? table.whateverLines : ""}`);
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
