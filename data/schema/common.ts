/**
 * Defines small types that the files of `data/` share.
 *
 * Conventions: a proportion is stored as two counts, never as a rate. `null` means "not reported"; it never means
 * "zero" and is never a guess.
 */
import * as v from "valibot";

export const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
export const kebabCase = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;
export const slug = v.pipe(v.string(), v.regex(kebabCase, "must be kebab-case"));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const positiveCount = v.pipe(v.number(), v.integer(), v.minValue(1));
export const months = v.pipe(v.number(), v.minValue(0));
export const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
export const proportion = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
export const publicationYear = v.pipe(v.number(), v.integer(), v.minValue(2010), v.maxValue(2030));
export const url = v.pipe(v.string(), v.url());
export const doi = v.pipe(v.string(), v.regex(/^10\.\d{4,9}\/\S+$/, "must be a DOI, as 10.1000/x"));
export const pmid = v.pipe(v.string(), v.regex(/^[1-9]\d{0,7}$/, "must be a PubMed id"));
export const isoDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, "must be YYYY[-MM[-DD]]"),
);
export const range = v.pipe(
  v.tuple([v.number(), v.number()]),
  v.check(([low, high]) => low <= high, "lower end must not exceed upper end"),
);
/** Describes a printed interval; a limit that is "not estimable" is `null`. */
export const openRange = v.tuple([v.nullable(v.number()), v.nullable(v.number())]);
