/**
 * `GET /explore`: one outcome of a question by groups of trials, meta-regression, and what others published of it.
 * Every setting is in the address, and the page needs no script. `GET /explore/groups.svg` and the like are its
 * pictures and, as CSV, their numbers.
 */
import { roundDeep } from "#core/answer/round.ts";
import { dataset } from "#core/dataset.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { groupsSvg } from "#presentation/explore/groups.tsx";
import { regressionSvg } from "#presentation/explore/regression.tsx";
import { type Explored, exploreForm, type TableLine } from "#presentation/statement/explore.ts";
import { nameOf } from "#presentation/statement/row-name.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { cacheable } from "../../answers/cacheable.ts";
import {
  askGroups,
  askPublished,
  askRegression,
  dimensionsOf,
  readExplored,
} from "../../answers/explore.ts";
import { csvText } from "../../http/csv.ts";
import { servedAs } from "../../http/middleware/header-profile.ts";
import { queryProblemResponse } from "../../http/problem.ts";
import type { Answer, Routes } from "../../http/route.ts";
import { explorePage } from "./page.tsx";

function answerOf(
  name: string,
  form: "html" | "svg" | "csv",
  make: (asked: Explored, canonical: string) => string,
): Answer {
  return (context) => {
    const found = readExplored(context.req.url);
    if ("problems" in found) return queryProblemResponse(found.problems);
    const { asked, canonical } = found;
    const filename = `${name}-${asked.outcome.id}.${form}`;
    const headers = { "content-disposition": `attachment; filename="${filename}"` };
    return cacheable(context, {
      resource: form === "html" ? `${name}?${canonical}` : `explore/${name}.${form}?${canonical}`,
      form,
      ...(form !== "html" && { headers }),
      make: () => make(asked, canonical),
    });
  };
}

function pageOf(asked: Explored, canonical: string): string {
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
    file: (part, kind) => `/explore/${part}.${kind}?${canonical}`,
    report: `/report?${canonicalQuery(rest, dataset)}`,
    data: outcome.kind === "count" ? `/v1/meta-regression?${ofRegression}` : null,
  });
}

const columns = ["part", "name", "source", "what", "value", "lower", "upper"] as const;

/** A part of the page as a picture and as a table. */
function filesOf<S extends { readonly table: readonly TableLine[] }>(
  name: "groups" | "regression" | "published",
  ask: (asked: Explored) => S,
  draw: (statement: S, source: string) => string,
): Routes {
  return {
    [`/explore/${name}.svg`]: answerOf(name, "svg", (asked, canonical) =>
      draw(ask(asked), catalogue.explore.source(nameOf(asked.outcome), canonical)),
    ),
    [`/explore/${name}.csv`]: answerOf(name, "csv", (asked) =>
      csvText(columns, roundDeep(ask(asked).table)),
    ),
  };
}

export const routes: Routes = {
  "/explore": [servedAs("form"), answerOf("explore", "html", pageOf)],
  ...filesOf("groups", askGroups, groupsSvg),
  ...filesOf("regression", askRegression, regressionSvg),
  ...filesOf("published", askPublished, groupsSvg),
};
