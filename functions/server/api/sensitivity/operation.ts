/** Describes `/v1/sensitivity` and its parameters. */
import { dataset } from "#core/dataset.ts";
import { type Described, usual } from "../../documentation/described.ts";
import { questionAbout } from "../../documentation/resource-parameters.ts";
import { sensitivitySchema } from "./schema.ts";

export const operations: readonly Described[] = [
  {
    ...usual,
    id: "getSensitivity",
    path: "/v1/sensitivity",
    tag: "Compare",
    summary: "How far one outcome depends on each decision behind it",
    description:
      "The whole question asked again by other rules, with other priors, by other models and without each cohort: which of these checks keep the finding and which lose it. Also small cohorts against large ones, the influence of each cohort, and the pools by year.",
    parameters: questionAbout(dataset.outcomes),
    json: sensitivitySchema,
    example: "/v1/sensitivity?outcome=orr",
    also: [503],
  },
];
