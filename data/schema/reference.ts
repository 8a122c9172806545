/**
 * Schema of a reference: a publication or page as a CSL-JSON item, the format of reference managers
 * and citation styles.
 *
 * Fields that the source does not print are absent, as CSL-JSON requires. A title may be shortened,
 * or be the name of the study, if it was collected like that. A news page has its own title and
 * URL; the paper it reports on is a separate reference, if it has one.
 */
import * as v from "valibot";
import { doi, pmid, slug, text } from "./common.ts";

const name = v.union([
  v.strictObject({ family: text, given: v.exactOptional(text) }),
  /**
   * A name that is printed unchanged: an organisation, or "et al." for authors who were not
   * collected.
   */
  v.strictObject({ literal: text }),
]);

const datePart = v.pipe(v.number(), v.integer(), v.minValue(1));
const year = v.pipe(v.number(), v.integer(), v.minValue(1990), v.maxValue(2100));
const date = v.union([
  v.strictTuple([year]),
  v.strictTuple([year, datePart]),
  v.strictTuple([year, datePart, datePart]),
]);

const referenceFields = v.strictObject({
  id: slug,
  type: v.picklist(["article-journal", "paper-conference", "document", "webpage"]),
  author: v.exactOptional(v.pipe(v.array(name), v.minLength(1))),
  title: v.exactOptional(text),
  "container-title": v.exactOptional(text),
  issued: v.exactOptional(v.strictObject({ "date-parts": v.strictTuple([date]) })),
  volume: v.exactOptional(text),
  issue: v.exactOptional(text),
  page: v.exactOptional(text),
  DOI: v.exactOptional(doi),
  PMID: v.exactOptional(pmid),
  URL: v.exactOptional(v.pipe(v.string(), v.url())),
});

export const referenceSchema = v.pipe(
  referenceFields,
  v.check(
    ({ title, "container-title": container }) => title !== undefined || container !== undefined,
    "needs a title or the name of what it appeared in",
  ),
  // Citation styles print "In:" before the title of the proceedings even if that title is missing.
  v.check(
    ({ type, "container-title": container }) =>
      container !== undefined || !["article-journal", "paper-conference"].includes(type),
    "an article needs its journal, a conference paper its proceedings",
  ),
);

/** Fields by which a file says where something was read: the publication, and the part of it. */
export const citing = {
  /** An id in `data/references.json`. */
  reference: slug,
  /** The part that was read, or its form: "Table 1, row NCT03090659", "abstract", "early view". */
  detail: v.nullable(text),
};

export type Reference = v.InferOutput<typeof referenceSchema>;

export interface Citing {
  reference: string;
  detail: string | null;
}

/** A source as the code imports it: the build joins reference and detail to one text. */
export type Cited<T extends Citing> = Omit<T, keyof Citing> & { citation: string };
