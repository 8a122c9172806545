/** The schemas of published pools beside a row, a part of `answer-schema.ts`. */
import * as v from "valibot";
import { url } from "#data/schema/common.ts";
import { described, listOf, named, oneOf, orNull } from "#data/schema/described.ts";
import { publishedScopeSchema } from "#data/schema.ts";
import { byClass, fields, intervalSchema } from "./schema-parts.ts";

const publishedPoolSchema = named("PublishedPool", {
  publication: described(v.string(), "Id of the publication, as in `/v1/published`."),
  citation: described(v.string(), "The source in words."),
  href: orNull(url, "Its address; `null` where none is its own."),
  year: described(v.number(), "Year of publication."),
  searchedTo: orNull(v.string(), "Until when it searched; `null` where not printed."),
  k: orNull(
    v.number(),
    "Number of cohorts of this result; `null` where only that of the analysis is printed.",
  ),
  studies: orNull(
    v.number(),
    "Number of studies of the whole analysis, of all outcomes and classes; not that of this result.",
  ),
  estimate: orNull(
    v.number(),
    "Pooled rate as printed, 0 to 1; `null` where patients were counted and no rate was printed.",
  ),
  events: orNull(
    v.number(),
    "Patients with the event, of all studies, where no rate was printed; else `null`.",
  ),
  interval: orNull(
    intervalSchema,
    "95 % interval as printed, 0 to 1; `null` where none is printed of the rate.",
  ),
  contrast: orNull(
    v.strictObject({
      measure: oneOf(["odds-ratio", "hazard-ratio"], "What the number is."),
      value: described(v.number(), "The ratio; above 1: more events with CAR-T."),
      interval: described(intervalSchema, "95 % interval."),
      p: orNull(v.string(), "P value as printed."),
    }),
    "CAR-T against bispecifics as printed, with the rate of CAR-T; its interval contains the ratio of the two printed rates. `null` where there is none.",
  ),
  priorLines: described(
    v.tuple([v.nullable(v.number()), v.nullable(v.number())]),
    "Fewest and most prior lines that it admitted; an end without a limit is `null`.",
  ),
  target: orNull(
    v.picklist(["bcma", "gprc5d", "other", "mixed"]),
    "What the antibodies or cells bind; `mixed`: several targets together; `null` where not told.",
  ),
  evidence: publishedScopeSchema.entries.evidence,
  bothClasses: described(v.boolean(), "Whether the same analysis has both classes."),
  differs: listOf(
    v.picklist(["target", "prior-lines", "evidence", "definition", "question"]),
    "In what its patients differ from those of the question; `definition`: it counted the outcome in another way than the row; `question`: it was not filtered so.",
  ),
});

export const publishedBesideSchema = named("PublishedBeside", {
  pools: described(
    byClass(v.array(publishedPoolSchema)),
    "At most two of each class: that of the set which the question repeats first, then both classes in one analysis, then newer, then larger.",
  ),
  held: described(
    v.number(),
    "How many more numbers of these classes are in `/v1/published` and not shown here: of another target or definition, or without an interval of the rate or of its contrast.",
  ),
  outside: listOf(
    v.strictObject({
      group: fields.therapyClass,
      analyses: described(v.number(), "How many papers; at least five."),
      lowest: described(v.number(), "Their lowest rate, of 100."),
      highest: described(v.number(), "Their highest rate, of 100."),
      isHigher: described(v.boolean(), "Whether ours is higher than each; else it is lower."),
    }),
    "Classes whose rate here lies outside those that papers printed of the whole class, with or without an interval.",
  ),
  direction: orNull(
    v.picklist(["same", "opposite", "mixed"]),
    "Whether analyses with both classes point the same way as our difference; `null` without such.",
  ),
  line: orNull(
    v.string(),
    "One line where a class has no number or the directions differ; else `null`.",
  ),
});
