/**
 * From the text of a URL to a question and its canonical form. Reading takes about as long as
 * sending an answer that is at hand, so texts read lately are not read again.
 */
import { type ParsedQuery, type ParseOptions, parseQuery } from "./comparison/parse-query.ts";
import { canonicalQuery } from "./comparison/query-text.ts";
import { dataset } from "./dataset.ts";
import { type Memo, memo } from "./memo.ts";

type Refused = Extract<ParsedQuery, { query: null }> & { canonical: null };
type Read = Exclude<ParsedQuery, { query: null }> & { canonical: string };

export function questionReader(options: ParseOptions = {}): (url: string) => Read | Refused {
  /** Characters, and a guess for what is made of them. */
  const questions: Memo<{ read: Read; size: number }> = memo(1_000_000, ({ size }) => size);
  return (url) => {
    const known = questions.get(url);
    if (known) return known.read;
    const parsed = parseQuery(new URL(url).searchParams, dataset, options);
    if (parsed.problems) return { ...parsed, canonical: null };
    const read = { ...parsed, canonical: canonicalQuery(parsed.query, dataset) };
    // What nobody here knows may be anything, a patient's data included: it is not kept.
    if (parsed.unknown.length === 0) {
      questions.set(url, { read, size: 1000 + 3 * url.length });
    }
    return read;
  };
}
