/** `GET /v1/subgroups`: what single studies report by age, prior lines and the like; never pooled. */
import { Hono } from "hono";
import { otherOutcomes, subgroupVariables } from "../../data/collection-vocabulary.ts";
import { collections } from "../../data/generated/collections.ts";
import { therapyClasses } from "../../data/vocabulary.ts";
import { dataset } from "../dataset.ts";
import type { HonoEnvironment } from "../environment.ts";
import { subgroupsOf, variablesOf } from "../evidence/subgroups.ts";
import { queryProblemResponse } from "../problem.ts";
import { closedParameters } from "./closed-parameters.ts";
import { cacheableJson } from "./json.ts";

/** What its parameters may be. */
export const subgroupWords = {
  variable: Object.keys(subgroupVariables) as (keyof typeof subgroupVariables)[],
  "therapy-class": therapyClasses,
  product: dataset.products.map(({ slug }) => slug),
  outcome: [...dataset.outcomes.map(({ id }) => id), ...Object.keys(otherOutcomes)],
};

export const subgroups = new Hono<HonoEnvironment>().get("/", (context) => {
  const search = new URL(context.req.url).searchParams;
  const { values, canonical, problems } = closedParameters(search, subgroupWords);
  if (problems) {
    return queryProblemResponse(problems);
  }
  const { "therapy-class": therapyClass, ...rest } = values;
  return cacheableJson(context, `subgroups?${canonical}`, () => ({
    dataVersion: dataset.dataVersion,
    query: values,
    variables: variablesOf(collections.subgroups),
    subgroups: subgroupsOf(collections.subgroups, {
      ...rest,
      ...(therapyClass === undefined ? {} : { therapyClass }),
    }),
  }));
});
