/** From the text of a URL, or its pairs, to a question and its canonical form. */

import { dataset } from "#core/dataset.ts";
import { type ParsedQuery, type ParseOptions, parseQuery } from "#core/question/parse-query.ts";
import { canonicalQuery } from "#core/question/query-text.ts";

type Refused = Extract<ParsedQuery, { query: null }> & { canonical: null };
type Read = Exclude<ParsedQuery, { query: null }> & { canonical: string };

export function readQuestion(
  asked: string | readonly [string, string][],
  options: ParseOptions = {},
): Read | Refused {
  const pairs = typeof asked === "string" ? new URL(asked).searchParams : asked;
  const parsed = parseQuery(pairs, dataset, options);
  return parsed.problems
    ? { ...parsed, canonical: null }
    : { ...parsed, canonical: canonicalQuery(parsed.query, dataset) };
}
