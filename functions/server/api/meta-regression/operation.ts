/** Describes `/v1/meta-regression` and its parameters. */
import { type Described, usual } from "../../documentation/described.ts";
import { closed, questionAbout } from "../../documentation/resource-parameters.ts";
import { moderatorWords, regressed } from "./route.ts";
import { metaRegressionSchema } from "./schema.ts";

export const operations: readonly Described[] = [
  {
    ...usual,
    id: "getMetaRegression",
    path: "/v1/meta-regression",
    tag: "Compare",
    summary: "Whether a rate goes with how the cohorts differ",
    description:
      "Regression on a property of the cohorts, with class. A relation between cohorts need not hold between patients, and several cohorts of one product count as independent, which `remark` then says. Without a `model` it is `glmm`, the default model having no regression.",
    parameters: [...closed(moderatorWords, { required: true }), ...questionAbout(regressed)],
    json: metaRegressionSchema,
    example: "/v1/meta-regression?outcome=orr&moderator=age",
    also: [503],
  },
];
