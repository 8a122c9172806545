/** Publications in answers. The reference of the data files is replaced by a citation as text. */
import * as v from "valibot";
import { therapyClassSchema } from "#core/answer/schema/parts.ts";
import { url } from "#data/schema/common.ts";
import { described, ifGiven, named, orNull } from "#data/schema/description.ts";
import {
  comparisonStudySchema,
  enrolledOfStudySchema,
  publishedSchema,
  subgroupStudySchema,
} from "#data/schema.ts";

const citation = v.pipe(v.string(), v.minLength(1));

/** The entries of a schema of the data files, with the citation in place of the reference. */
export function citedEntries<E extends { reference: unknown; detail: unknown }>({
  reference: _,
  detail: __,
  ...rest
}: E) {
  return { citation: described(citation, "The source in words."), ...rest };
}

export const citedReportSourceSchema = named("ReportSource", {
  ...citedEntries(subgroupStudySchema.entries.sources.pipe[0].item.entries),
  href: orNull(url, "Address of it; `null` where there is none."),
});

const sources = v.array(citedReportSourceSchema);

export const enrolledText =
  "Setting and earlier therapy of its patients, and their lines: they decide for which patients its levels stand.";

export const citedSubgroupStudySchema = named("SubgroupStudy", {
  ...subgroupStudySchema.entries,
  enrolled: described(enrolledOfStudySchema, enrolledText),
  sources: described(sources, "What it was read in."),
});

export const citedComparisonStudySchema = named("ComparisonStudy", {
  ...comparisonStudySchema.entries,
  sources: described(sources, "What it was read in."),
});

export const citedPublishedSchema = named("Published", citedEntries(publishedSchema.entries));

/** The part of a query for subgroups or comparisons that is about treatment and outcome. */
export const closedQuery = {
  "therapy-class": ifGiven(therapyClassSchema, "The class."),
  product: ifGiven(v.string(), "Slug of the product."),
  outcome: ifGiven(v.string(), "Id of the outcome."),
};
