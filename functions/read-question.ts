/** From the text of a URL to a question and its canonical form. */
import { type ParsedQuery, type ParseOptions, parseQuery } from "./comparison/parse-query.ts";
import { canonicalQuery } from "./comparison/query-text.ts";
import { dataset } from "./dataset.ts";

type Refused = Extract<ParsedQuery, { query: null }> & { canonical: null };
type Read = Exclude<ParsedQuery, { query: null }> & { canonical: string };

export function readQuestion(url: string, options: ParseOptions = {}): Read | Refused {
  const parsed = parseQuery(new URL(url).searchParams, dataset, options);
  return parsed.problems
    ? { ...parsed, canonical: null }
    : { ...parsed, canonical: canonicalQuery(parsed.query, dataset) };
}
