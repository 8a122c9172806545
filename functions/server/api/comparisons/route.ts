/**
 * `GET /v1/comparisons`: sequential, matched and adjusted comparisons that others published. They
 * are never pooled.
 */
import { Hono } from "hono";
import { dataset } from "#core/dataset.ts";
import { adjustedComparisonsOf } from "#core/evidence/adjusted-comparisons.ts";
import { comparisonKinds, contrastKinds, otherOutcomes } from "#data/collection-vocabulary.ts";
import { comparisons as studies } from "#data/generated/collections.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { cacheableJson } from "../../answers/cacheable-json.ts";
import { outcomeLabel } from "../../answers/outcome-names.ts";
import { closedParameters } from "../../http/closed-parameters.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { queryProblemResponse } from "../../http/problem.ts";

/** The allowed values of its parameters. */
export const comparisonWords = {
  kind: Object.keys(comparisonKinds) as (keyof typeof comparisonKinds)[],
  "therapy-class": therapyClasses,
  product: dataset.products.map(({ slug }) => slug),
  outcome: [...dataset.outcomes.map(({ id }) => id), ...Object.keys(otherOutcomes)],
  row: dataset.outcomes.map(({ id }) => id),
  contrast: contrastKinds,
};

const adjustedComparisons = new Hono<HonoEnvironment>().get("/", (context) => {
  const search = new URL(context.req.url).searchParams;
  const { values, canonical, problems } = closedParameters(search, comparisonWords);
  if (problems) {
    return queryProblemResponse(problems);
  }
  const { "therapy-class": therapyClass, ...rest } = values;
  return cacheableJson(context, `comparisons?${canonical}`, () => {
    const comparisons = adjustedComparisonsOf(studies, {
      ...rest,
      ...(therapyClass === undefined ? {} : { therapyClass }),
    });
    const outcomes = new Set(comparisons.flatMap(({ rows }) => rows.map(({ outcome }) => outcome)));
    return {
      dataVersion: dataset.dataVersion,
      query: values,
      kinds: comparisonKinds,
      outcomes: Object.fromEntries([...outcomes].map((id) => [id, outcomeLabel(id)])),
      comparisons,
    };
  });
});

export const routes = {
  "/v1/comparisons": adjustedComparisons,
};
