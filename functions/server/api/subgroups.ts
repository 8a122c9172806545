/**
 * Serves `GET /v1/subgroups`: results of single studies by age, prior lines and other properties, which are never
 * pooled.
 */
import * as v from "valibot";
import { answerStamp } from "#core/answer/schema/parts.ts";
import { dataset } from "#core/dataset.ts";
import { subgroupTableSchema, variableCountSchema } from "#core/others/schema.ts";
import { subgroupsOf, variablesOf } from "#core/others/subgroups.ts";
import { type SubgroupVariable, subgroupVariables } from "#data/collection-vocabulary.ts";
import { subgroups as studies } from "#data/generated/collections.ts";
import { described, listOf, namedObject, orAbsent } from "#data/schema/description.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { outcomeIds } from "#presentation/words/outcome-names.ts";
import { operation } from "./operation.ts";
import { filterOf, words } from "./parameters.ts";
import { resource } from "./resource.ts";
import { closedQuery } from "./schemas/question.ts";

const variables = Object.keys(subgroupVariables) as SubgroupVariable[];

export const subgroups = resource({
  path: "/v1/subgroups",
  parse: words({
    variable: variables,
    "therapy-class": therapyClasses,
    product: dataset.products.map(({ slug }) => slug),
    outcome: outcomeIds,
  }),
  make: (query) => ({
    dataVersion: dataset.dataVersion,
    query,
    variables: variablesOf(studies),
    subgroups: subgroupsOf(studies, filterOf(query)),
  }),
});

export const operations = () => [
  operation(subgroups, {
    id: "getSubgroups",
    tag: "Evidence",
    summary: "What single studies report by subgroup",
    description: "Levels of one study side by side. Nothing is pooled.",
    parameters: {
      variable: {
        text: "What the patients of a study were divided by.",
        listAddress: "/v1/subgroups",
      },
    },
    schema: namedObject("Subgroups", {
      dataVersion: answerStamp.dataVersion,
      query: described(
        v.strictObject({
          variable: orAbsent(v.picklist(variables), "What patients were divided by."),
          ...closedQuery,
        }),
        "What was asked.",
      ),
      variables: listOf(
        variableCountSchema,
        "Every variable, and how much either class has of it.",
      ),
      subgroups: listOf(
        subgroupTableSchema,
        "Results of single studies by a property of their patients; never pooled.",
      ),
    }),
    example: "/v1/subgroups?variable=age&therapy-class=bsab",
  }),
];
