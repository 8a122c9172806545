/**
 * A publication or page as a CSL-JSON item, which reference managers read and citation styles format.
 *
 * Fields that the sources do not print are absent, as CSL-JSON has it. A title may be shortened, or be
 * the name of the study, where it was collected so. A page of news has the title and address of the
 * page; the paper it is about is another reference, or none.
 */
import * as v from "valibot";
import { doi, pmid, slug, text } from "./common.ts";
import { described } from "./described.ts";

const name = v.union([
  v.strictObject({
    family: described(
      text,
      "Progression-free survival, overall survival, or duration of response.",
    ),
    given: v.exactOptional(described(text, "Initials or given names.")),
  }),
  /** As it stands: an organisation, or "et al." for the authors who were not collected. */
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
  type: described(
    v.picklist(["article-journal", "paper-conference", "document", "webpage"]),
    "What kind it is.",
  ),
  author: v.exactOptional(
    described(
      v.pipe(v.array(name), v.minLength(1)),
      "Authors; “et al.” is one, where the rest were not read.",
    ),
  ),
  title: v.exactOptional(described(text, "Title.")),
  "container-title": v.exactOptional(described(text, "Journal, proceedings or site.")),
  issued: v.exactOptional(
    described(
      v.strictObject({
        "date-parts": described(
          v.strictTuple([date]),
          "Year, and month and day where they are known.",
        ),
      }),
      "When it appeared.",
    ),
  ),
  volume: v.exactOptional(described(text, "Volume.")),
  issue: v.exactOptional(described(text, "Issue or supplement.")),
  page: v.exactOptional(described(text, "Pages, or the number of the article.")),
  DOI: v.exactOptional(described(doi, "Digital object identifier.")),
  PMID: v.exactOptional(described(pmid, "PubMed identifier.")),
  URL: v.exactOptional(described(v.pipe(v.string(), v.url()), "Where the page stood.")),
});

export const referenceSchema = v.pipe(
  referenceFields,
  v.check(
    ({ title, "container-title": container }) => title !== undefined || container !== undefined,
    "needs a title or the name of what it appeared in",
  ),
  // Citation styles write "In:" before the proceedings of a conference paper, whatever follows.
  v.check(
    ({ type, "container-title": container }) =>
      container !== undefined || !["article-journal", "paper-conference"].includes(type),
    "an article needs its journal, a conference paper its proceedings",
  ),
  v.title("Reference"),
);

/** How a file says where it was read: which publication, and what of it. */
export const citing = {
  /** An id in `data/references.json`. */
  reference: slug,
  /** The part that was read, and how: "Table 1, row NCT03090659", "abstract", "early view". */
  detail: v.nullable(text),
};

export type Reference = v.InferOutput<typeof referenceSchema>;

export interface Citing {
  reference: string;
  detail: string | null;
}

/** What the code imports: reference and detail made one text when the data are built. */
export type Cited<T extends Citing> = Omit<T, keyof Citing> & { citation: string };
