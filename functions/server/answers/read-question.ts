/** From the text of a URL to a question and its canonical form. */

import { dataset } from "#core/dataset.ts";
import { type ParsedQuery, type ParseOptions, parseQuery } from "#core/question/parse-query.ts";
import { canonicalQuery } from "#core/question/query-text.ts";

type Refused = Extract<ParsedQuery, { query: null }> & { canonical: null };
type Read = Exclude<ParsedQuery, { query: null }> & { canonical: string };

export function readQuestion(url: string, options: ParseOptions = {}): Read | Refused {
  const parsed = parseQuery(new URL(url).searchParams, dataset, options);
  return parsed.problems
    ? { ...parsed, canonical: null }
    : { ...parsed, canonical: canonicalQuery(parsed.query, dataset) };
}
