/** Serves `GET /v1/meta-regression`: whether a rate varies with a property of the cohorts. */
import type { ModeratorName } from "#core/answer/answer.ts";
import { moderators } from "#core/answer/meta-regression.ts";
import { regressionSchema } from "#core/answer/schema/meta-regression.ts";
import { dataset } from "#core/dataset.ts";
import { namedObject } from "#data/schema/description.ts";
import { renderMetaRegressionJson } from "../answers/render/answers.ts";
import { makeSingleOutcomeParser } from "./question-parsers.ts";
import { makeOperationDescription, makeResource } from "./resource.ts";
import { questionFields } from "./schemas/question.ts";

const countOutcomes = dataset.outcomes.filter(({ kind }) => kind === "count");

export const metaRegression = makeResource({
  path: "/v1/meta-regression",
  parse: makeSingleOutcomeParser(countOutcomes, {
    moderator: Object.keys(moderators) as ModeratorName[],
  }),
  isAnswer: true,
  make({ query, outcome, values: { moderator }, canonical }) {
    const text = `moderator=${moderator}&${canonical}`;
    return renderMetaRegressionJson(query, text, outcome, moderator);
  },
});

export const listOperationDescriptions = () => [
  makeOperationDescription(metaRegression, {
    id: "getMetaRegression",
    tag: "Compare",
    summary: "Whether a rate goes with how the trials differ",
    description:
      "Regression on a property of the trials, with class. The cohorts of one trial are one point. A relation between trials need not hold between patients, and several trials of one product count as independent, which `remark` then says. A class whose trials have fewer than three values has no slope, and nothing is compared at an equal value unless both classes have one, ranges of which neither is less than a quarter of the other, and a trial each within their overlap. Without a `model` it is `glmm`, the default model having no regression; `model` and `interval` of the answer name what was computed. An `interval` that the model does not have is refused (400).",
    parameters: { moderator: "What of the trials the rate may go with." },
    schema: namedObject("MetaRegression", { ...questionFields, ...regressionSchema.entries }),
    example: "/v1/meta-regression?moderator=age&outcome=orr",
  }),
];
