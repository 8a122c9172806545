/** Publications as answers name them: the reference of the data files has become a citation as text. */
import * as v from "valibot";
import { comparisonStudySchema, publishedSchema, subgroupStudySchema } from "#data/schema.ts";

const citation = v.pipe(v.string(), v.minLength(1));

/** The entries of a schema of the data files, with the text in place of the reference. */
export function citedEntries<E extends { reference: unknown; detail: unknown }>({
  reference: _,
  detail: __,
  ...rest
}: E) {
  return { citation, ...rest };
}

/** Where a subgroup or a comparison was printed. */
export const citedReportSourceSchema = v.strictObject(
  citedEntries(subgroupStudySchema.entries.sources.pipe[0].item.entries),
);

const sources = v.array(citedReportSourceSchema);

export const citedSubgroupStudySchema = v.strictObject({ ...subgroupStudySchema.entries, sources });

export const citedComparisonStudySchema = v.strictObject({
  ...comparisonStudySchema.entries,
  sources,
});

export const citedPublishedSchema = v.strictObject(citedEntries(publishedSchema.entries));
