/**
 * Defines the schema of a reference: a publication or page as a CSL-JSON item, the format of reference managers
 * and citation styles.
 *
 * Fields that the source does not print are absent, as CSL-JSON requires. A title may be shortened, or be the name
 * of the study, if it was collected like that. A news page has its own title and URL; the paper it reports on is a
 * separate reference, if it has one.
 */
import * as v from "valibot";
import { doi, pmid, slug, text, url } from "./common.ts";
import { described, oneOf, orAbsent } from "./description.ts";

const name = v.union([
  v.strictObject({
    family: described(text, "Family name."),
    given: orAbsent(text, "Initials or given names."),
  }),
  /** Names an organisation, or "et al." for authors who were not collected. */
  v.strictObject({ literal: described(text, "A name that is no person's, or not divided.") }),
]);

const datePart = v.pipe(v.number(), v.integer(), v.minValue(1));
const year = v.pipe(v.number(), v.integer(), v.minValue(1990), v.maxValue(2100));
const date = v.union([
  v.strictTuple([year]),
  v.strictTuple([year, datePart]),
  v.strictTuple([year, datePart, datePart]),
]);

const referenceFields = v.strictObject({
  id: described(slug, "Id."),
  type: oneOf(["article-journal", "paper-conference", "document", "webpage"], "What kind it is."),
  author: orAbsent(
    v.pipe(v.array(name), v.minLength(1)),
    "Authors; “et al.” is one, where the rest were not read.",
  ),
  title: orAbsent(text, "Title."),
  "container-title": orAbsent(text, "Journal, proceedings or site."),
  issued: orAbsent(
    v.strictObject({
      "date-parts": described(
        v.strictTuple([date]),
        "Year, and month and day where they are known.",
      ),
    }),
    "When it appeared.",
  ),
  volume: orAbsent(text, "Volume."),
  issue: orAbsent(text, "Issue or supplement."),
  page: orAbsent(text, "Pages, or the number of the article."),
  DOI: orAbsent(doi, "Digital object identifier."),
  PMID: orAbsent(pmid, "PubMed identifier."),
  URL: orAbsent(url, "Where the page stood."),
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
  v.title("Reference"),
);

/** Lists the fields by which a file says where something was read: the publication, and the part of it. */
export const citing = {
  /** `reference` is an id in `data/references.json`. */
  reference: slug,
  /** Names the part that was read, or its form: "Table 1, row NCT03090659", "abstract", "early view". */
  detail: v.nullable(text),
};

/**
 * Returns the entries of a schema as the code imports it: the build joins reference and detail to one text.
 */
/* @__NO_SIDE_EFFECTS__ */
export function makeCitedSchemaEntries<E extends { reference: unknown; detail: unknown }>({
  reference: _,
  detail: __,
  ...entries
}: E) {
  const citation = v.pipe(v.string(), v.minLength(1));
  return { citation: described(citation, "The source in words."), ...entries };
}

export type Reference = v.InferOutput<typeof referenceSchema>;

export interface Citing {
  reference: string;
  detail: string | null;
}

/** Describes a source as the code imports it: the build joins reference and detail to one text. */
export type Cited<T extends Citing> = Omit<T, keyof Citing> & { citation: string };
