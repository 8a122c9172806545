/** Every filter of a question in words. */

import { type FilterName, propertyName } from "#core/question/parameter-names.ts";
import { filterNames } from "#core/question/parameter-values.ts";
import type { Query, Value } from "#core/question/query.ts";
import type { Range } from "#core/question/range.ts";
import type { Catalogue, ScreenWords } from "../words/catalogue.ts";
import type { ParameterTexts } from "../words/parameter-words.ts";
import { rangeText } from "../words/range-text.ts";

/** These come first; the other filters follow in the order of the URL. */
const first: readonly FilterName[] = [
  "set",
  "setting",
  "prior-lines",
  "age",
  "evidence",
  "regimen",
  "target",
  "dual-target",
  "availability",
  "prior-bcma",
  "therapy-class",
  "product",
];

const inOrder = [...new Set([...first, ...filterNames])];

/** A description of the cohorts that the filters allow, including defaults. */
export function filterWords(
  query: Query,
  { screen, parameterTexts }: Pick<Catalogue, "screen" | "parameterTexts">,
): readonly string[] {
  return inOrder
    .map((name) => said(parameterTexts[name], query[propertyName(name)], screen))
    .filter((words) => words !== null);
}

function said(
  { brief }: ParameterTexts[FilterName],
  value: Value,
  screen: ScreenWords,
): string | null {
  if (typeof brief === "string") {
    return isRange(value) ? `${brief} ${rangeText(value, screen)}` : null;
  }
  // Each parameter's function takes the type of that parameter's value. TypeScript cannot match the
  // two for a name that is only known at run time.
  return (brief as (value: Value) => string | null)(value);
}

function isRange(value: Value): value is Range {
  return typeof value === "object" && value !== null && "min" in value;
}
