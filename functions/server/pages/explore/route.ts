/**
 * `GET /explore`: one outcome of a question by groups of trials, meta-regression, and what others published of it.
 * Every setting is in the address, and the page needs no script.
 */
import { dataset } from "#core/dataset.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { type Explored, exploreForm } from "#presentation/statement/explore.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { cacheable } from "../../answers/cacheable.ts";
import {
  askGroups,
  askPublished,
  askRegression,
  dimensionsOf,
  readExplored,
} from "../../answers/explore.ts";
import { servedAs } from "../../http/middleware/header-profile.ts";
import { queryProblemResponse } from "../../http/problem.ts";
import type { Answer, Routes } from "../../http/route.ts";
import { explorePage } from "./page.tsx";

const answer: Answer = (context) => {
  const found = readExplored(context.req.url);
  if ("problems" in found) return queryProblemResponse(found.problems);
  const { asked, canonical } = found;
  return cacheable(context, {
    resource: `explore?${canonical}`,
    form: "html",
    make: () => pageOf(asked),
  });
};

function pageOf(asked: Explored): string {
  const { query, base, outcome, moderator } = asked;
  const rest = { ...query, outcome: [] };
  const ofRegression = `${canonicalQuery(base, dataset)}&moderator=${moderator}`;
  return explorePage({
    outcome,
    form: exploreForm(asked, dimensionsOf(base.set), dataset, catalogue),
    kept: [...new URLSearchParams(canonicalQuery({ ...base, outcome: [] }, dataset))],
    groups: askGroups(asked),
    regression: askRegression(asked),
    published: askPublished(asked),
    numbers: (therapyClass) =>
      `/v1/comparison.csv?${canonicalQuery({ ...query, therapyClass }, dataset)}`,
    report: `/report?${canonicalQuery(rest, dataset)}`,
    data: outcome.kind === "count" ? `/v1/meta-regression?${ofRegression}` : null,
  });
}

export const routes: Routes = { "/explore": [servedAs("form"), answer] };
