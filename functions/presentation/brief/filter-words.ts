/** Every filter of a question in words. */

import { type FilterName, propertyName } from "#core/question/parameter-names.ts";
import { filterNames } from "#core/question/parameter-values.ts";
import type { Query, Value } from "#core/question/query.ts";
import type { Range } from "#core/question/range.ts";
import type { Catalogue } from "../words/contract/catalogue.ts";
import type { ParameterTexts } from "../words/contract/parameters.ts";
import type { ScreenWords } from "../words/contract/screen.ts";
import { rangeText } from "../words/range-text.ts";

/** The order in which they are said; the others follow as in the address. */
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

/** What the cohorts have to be, the defaults included. */
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
  // The words' types pair each parameter with what it holds; a name of any of them loses that.
  return (brief as (value: Value) => string | null)(value);
}

function isRange(value: Value): value is Range {
  return typeof value === "object" && value !== null && "min" in value;
}
