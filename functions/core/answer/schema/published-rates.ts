/** Defines the schemas of the published rates of a row, which `comparison.ts` includes. */
import * as v from "valibot";
import { ratioMeasures } from "#data/collection-vocabulary.ts";
import { url } from "#data/schema/common.ts";
import {
  bothClasses,
  described,
  listOf,
  namedObject,
  oneOf,
  orNull,
} from "#data/schema/description.ts";
import { publishedScopeSchema } from "#data/schema.ts";
import { doubts, flaws } from "../../others/codes.ts";
import { fields, intervalSchema } from "./parts.ts";

const publishedPoolSchema = namedObject("PublishedPool", {
  publication: described(v.string(), "Id of the publication, as in `published` of `/v1/dataset`."),
  citation: described(v.string(), "The source in words."),
  href: orNull(url, "Its address; `null` where none is its own."),
  year: orNull(v.number(), "Year of publication; `null` where not told."),
  searchedTo: orNull(v.string(), "Until when it searched; `null` where not printed."),
  k: orNull(v.number(), "Number of cohorts of this result; `null` where it is not printed."),
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
    "CAR-T against bispecifics as printed, with the rate of CAR-T. `null` where there is none.",
  ),
  priorLines: publishedScopeSchema.entries.priorLines,
  target: orNull(
    v.picklist(["bcma", "gprc5d", "other", "mixed"]),
    "What the antibodies or cells bind; `mixed`: several targets together; `null` where not told.",
  ),
  evidence: publishedScopeSchema.entries.evidence,
  definition: publishedScopeSchema.entries.definition,
});

const groupFields = { group: fields.therapyClass };

export const publishedRatesSchema = namedObject("PublishedRates", {
  pools: described(
    bothClasses(v.array(publishedPoolSchema)),
    "Those of the same outcome, of the same lines and of products given alone: that of the set which the question repeats first, then those most like the question (target, kind of evidence, lines), of these the newest. One result of each analysis.",
  ),
  outside: listOf(
    v.strictObject({
      ...groupFields,
      analyses: described(v.number(), "How many rates; at least three."),
      lowest: described(v.number(), "The lowest, of 100."),
      highest: described(v.number(), "The highest, of 100."),
      isHigher: described(v.boolean(), "Whether ours is higher than each; else it is lower."),
    }),
    "Classes whose rate here, of two trials or more, lies outside those of `pools`.",
  ),
  contradicted: listOf(
    v.strictObject({
      ...groupFields,
      publication: described(v.string(), "Id of the publication."),
      estimate: described(v.number(), "Its survival, 0 to 1."),
      isHigher: described(
        v.boolean(),
        "Whether it is more than the trials allow; else it is less.",
      ),
      trials: listOf(
        v.strictObject({
          cohort: described(v.string(), "Id of the cohort."),
          label: fields.label,
          months: orNull(v.number(), "Its median in months; `null` if it was not reached."),
        }),
        "Trials here whose medians put survival on the other side of one half.",
      ),
    }),
    "Published survival at a month that the trials here do not allow: by the limits of their medians and what they print of that month, weighted by patients.",
  ),
});

export const headToHeadSchema = namedObject("HeadToHead", {
  design: oneOf(["randomised", "matched"], "How patients came to their side."),
  event: described(v.string(), "What was counted: an outcome, or the event of survival."),
  label: fields.label,
  measure: oneOf(ratioMeasures, "Which ratio the number is; above 1: more events with CAR-T."),
  lowest: described(v.number(), "The lowest of the analyses, as printed."),
  highest: described(v.number(), "The highest."),
  interval: orNull(intervalSchema, "95 % interval of the only analysis; else `null`."),
  studies: listOf(
    v.string(),
    "Ids of the analyses that count, as in `comparisons` of `/v1/dataset`.",
  ),
  excludingOne: described(v.number(), "In how many of them the interval excludes 1."),
  ofOneNetwork: described(
    v.number(),
    "How many of them are of one network, so that they share patients.",
  ),
  doubts: listOf(
    v.picklist(doubts),
    "What makes them doubtful: `lived-to-infusion`, patients who died or progressed before their infusion are not among those with CAR-T; `overlapping`, some share patients; `news-only`, all were read in news.",
  ),
  uncounted: listOf(
    v.strictObject({
      study: described(v.string(), "Id of the analysis."),
      flaws: listOf(
        v.picklist(flaws),
        "`no-address`: its source cannot be opened; `contradicts-itself`: what it printed does not fit together.",
      ),
    }),
    "Analyses that are not counted.",
  ),
});
