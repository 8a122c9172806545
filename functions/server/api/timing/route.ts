/**
 * `GET /v1/timing`: how soon and how long, as each cohort printed it. No time is averaged or pooled.
 */
import { Hono } from "hono";
import { dataset } from "#core/dataset.ts";
import { timingOf } from "#core/evidence/timing.ts";
import { timings } from "#data/generated/timing.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { saidTiming } from "#presentation/screen/said-timing.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { cacheableJson } from "../../answers/cacheable-json.ts";
import { outcomeLabel } from "../../answers/outcome-names.ts";
import { closedParameters } from "../../http/closed-parameters.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { queryProblemResponse } from "../../http/problem.ts";

/** The allowed values of its parameters. */
export const timingWords = {
  row: dataset.outcomes.map(({ id }) => id),
  "therapy-class": therapyClasses,
};

const timing = new Hono<HonoEnvironment>().get("/", (context) => {
  const search = new URL(context.req.url).searchParams;
  const { values, canonical, problems } = closedParameters(search, timingWords);
  if (problems) {
    return queryProblemResponse(problems);
  }
  const { "therapy-class": therapyClass, row } = values;
  return cacheableJson(context, `timing?${canonical}`, () => {
    const lines = timingOf(dataset, timings, {
      ...(row === undefined ? {} : { row }),
      ...(therapyClass === undefined ? {} : { therapyClass }),
    });
    const outcomes = new Set(
      lines.flatMap(({ times }) => times.flatMap((one) => one.outcome ?? [])),
    );
    return {
      dataVersion: dataset.dataVersion,
      query: values,
      outcomes: Object.fromEntries([...outcomes].map((id) => [id, outcomeLabel(id)])),
      timing: lines.map((line) => ({
        ...line,
        ...saidTiming(line, row ?? null, outcomeLabel, catalogue.report.timing),
      })),
    };
  });
});

export const routes = {
  "/v1/timing": timing,
};
