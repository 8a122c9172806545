/** Risk of bias in the record of a cohort: ratings of others, and our own answers. */
import * as v from "valibot";
import { enoughFollowUpMonths, minorsAnswers, minorsItems } from "#core/evidence/minors.ts";
import { described, listOf, named, oneOf, orNull } from "#data/schema/described.ts";
import { biasSource, rating, statement } from "#data/schema.ts";
import { citedEntries } from "./cited.ts";

const source = citedEntries(biasSource);

const ratingSchema = named("BiasRating", {
  ...rating,
  ...source,
  ofAllStudies: described(
    v.boolean(),
    "Whether a review says it of all its studies together, of which this is one.",
  ),
});

const statementSchema = named("BiasStatement", { ...statement, ...source });

const minorsAnswerSchema = named("MinorsAnswer", {
  item: oneOf(
    minorsItems,
    `\`consecutive\` inclusion (item 2), \`prospective\` collection of data (3), \`independent\` review of response or progression (5), median \`followUp\` of ${enoughFollowUpMonths} months or more (6), \`lossBelow5\`: less than 5 % lost to follow-up (7).`,
  ),
  answer: oneOf(
    minorsAnswers,
    "`not-reported` where neither a field nor a source in this record says so.",
  ),
  basis: orNull(
    v.strictObject({
      field: described(v.string(), "The field of this record that answers."),
      value: described(v.union([v.string(), v.number()]), "What stands there."),
    }),
    "What answers it.",
  ),
});

export const riskOfBiasSchema = named("RiskOfBias", {
  ratings: listOf(ratingSchema, "As others rated it, as printed."),
  stated: described(
    v.strictObject({
      consecutive: orNull(statementSchema, "Inclusion of consecutive patients."),
      independent: orNull(statementSchema, "Independent review of response or progression."),
      lossBelow5: orNull(statementSchema, "Less than 5 % lost to follow-up."),
    }),
    "What sources state of items of MINORS; `null` where none was found.",
  ),
  minors: described(
    v.strictObject({
      by: described(v.literal("us"), "Who answered."),
      status: described(v.literal("not-reviewed"), "Nobody checked the answers."),
      items: listOf(minorsAnswerSchema, "One answer for each of five items."),
    }),
    "The items of MINORS that this record answers. Never a score: aim, choice of end points and calculation of the size are not asked.",
  ),
});
