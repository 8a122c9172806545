/**
 * `GET /v1/subgroups`: results of single studies by age, prior lines and the like. They are never
 * pooled.
 */
import { Hono } from "hono";
import { dataset } from "#core/dataset.ts";
import { subgroupsOf, variablesOf } from "#core/evidence/subgroups.ts";
import { otherOutcomes, subgroupVariables } from "#data/collection-vocabulary.ts";
import { subgroups as studies } from "#data/generated/collections.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { cacheableJson } from "../../answers/cacheable-json.ts";
import { closedParameters } from "../../http/closed-parameters.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { queryProblemResponse } from "../../http/problem.ts";

/** The allowed values of its parameters. */
export const subgroupWords = {
  variable: Object.keys(subgroupVariables) as (keyof typeof subgroupVariables)[],
  "therapy-class": therapyClasses,
  product: dataset.products.map(({ slug }) => slug),
  outcome: [...dataset.outcomes.map(({ id }) => id), ...Object.keys(otherOutcomes)],
};

const subgroups = new Hono<HonoEnvironment>().get("/", (context) => {
  const search = new URL(context.req.url).searchParams;
  const { values, canonical, problems } = closedParameters(search, subgroupWords);
  if (problems) {
    return queryProblemResponse(problems);
  }
  const { "therapy-class": therapyClass, ...rest } = values;
  return cacheableJson(context, `subgroups?${canonical}`, () => ({
    dataVersion: dataset.dataVersion,
    query: values,
    variables: variablesOf(studies),
    subgroups: subgroupsOf(studies, {
      ...rest,
      ...(therapyClass === undefined ? {} : { therapyClass }),
    }),
  }));
});

export const routes = {
  "/v1/subgroups": subgroups,
};
