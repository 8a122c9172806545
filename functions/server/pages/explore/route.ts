/**
 * `GET /explore`: one outcome of a question by groups of trials, and meta-regression. Every setting is in
 * the address, and the page needs no script. `GET /explore/groups.svg` and the like are its pictures and, as
 * CSV, their numbers. Here the question is read and answers are asked for; what they say is in statements.
 */
import { metaRegression } from "#core/answer/meta-regression.ts";
import { subgroupTest } from "#core/answer/subgroup-test.ts";
import { dataset } from "#core/dataset.ts";
import { groups as classes } from "#core/evidence/classes.ts";
import { groupingBy, merging } from "#core/evidence/dimensions.ts";
import { select } from "#core/evidence/select.ts";
import { dimensionNames, thresholdExamples } from "#core/question/dimensions.ts";
import { usualDimension } from "#core/question/parameters.ts";
import { type QueryProblem, sanitise } from "#core/question/parse-query.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { groupsSvg } from "#presentation/explore/groups.tsx";
import { regressionSvg } from "#presentation/explore/regression.tsx";
import {
  type Explored,
  exploreForm,
  moderatorNames,
  type TableLine,
} from "#presentation/statement/explore.ts";
import {
  type GroupsStatement,
  groupsStatement,
  widerText,
} from "#presentation/statement/explore-groups.ts";
import {
  type RegressionStatement,
  regressionStatement,
} from "#presentation/statement/explore-regression.ts";
import { nameOf } from "#presentation/statement/row-name.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { cacheable } from "../../answers/cacheable.ts";
import { makeGroups } from "../../answers/class-answer.ts";
import { oneOutcome, readQuestion } from "../../answers/read-question.ts";
import { csvText } from "../../http/csv.ts";
import { servedAs } from "../../http/middleware/served-as.ts";
import { queryProblemResponse } from "../../http/problem.ts";
import type { Answer, Routes } from "../../http/route.ts";
import { type ExplorePage, explorePage } from "./page.tsx";

const { explore: said } = catalogue;

const thresholds = Object.entries(thresholdExamples).map(([name, at]) => `${name}:${at}`);
const dimensions: readonly string[] = [...dimensionNames, ...thresholds];
const usual = { outcome: "orr", compare: "lines", moderator: "prior-lines" } as const;

type Read = { asked: Explored; canonical: string } | { problems: readonly QueryProblem[] };

/** Twice: what the groups differ in restricts the classes, and nothing of the groups. */
function read(url: string): Read {
  const given = [...new URL(url).searchParams];
  const names = given.map(([name]) => name);
  const pairs = [...given, ...Object.entries(usual).filter(([name]) => !names.includes(name))];
  const merge = pairs.flatMap(([name, ids]) => (name === "merge" ? ids.split(",") : []));
  const but = (...left: string[]) => pairs.filter(([name]) => !left.includes(name));
  const ofGroups = readQuestion(but("merge"), { own: { moderator: moderatorNames } });
  if (ofGroups.problems) return ofGroups;
  const ofClasses = readQuestion(but("merge", "moderator", "compare"));
  if (ofClasses.problems) return ofClasses;
  const { query, values } = ofGroups;
  const { compare } = query;
  const { outcome, problem } = oneOutcome(query, dataset.outcomes);
  if (problem) return { problems: [problem] };
  const { moderator = usual.moderator } = values;
  const asked = { base: ofClasses.query, query, outcome, moderator, merge };
  const wrong = compare === usualDimension ? noDimension : mergeProblem(asked);
  if (wrong) return { problems: [wrong] };
  const merged = merge.length > 0 ? `&merge=${merge.join(",")}` : "";
  const question = canonicalQuery({ ...asked.base, compare }, dataset);
  return { asked, canonical: `${question}&moderator=${moderator}${merged}` };
}

const noDimension: QueryProblem = {
  parameter: "compare",
  value: usualDimension,
  message: said.form.oneDimension,
  allowed: dimensions,
};

function mergeProblem(asked: Explored): QueryProblem | null {
  const { merge } = asked;
  const allowed = groupIds(asked);
  const isOfTwo = merge.length > 1 && new Set(merge).size === merge.length;
  if (merge.length === 0 || (isOfTwo && merge.every((id) => allowed.includes(id)))) return null;
  const value = sanitise(merge.join());
  return { parameter: "merge", value, message: said.form.twoGroups, allowed };
}

/** The groups of both classes, before some count as one. */
function groupIds({ query }: Explored): string[] {
  const { groups } = groupingBy(query.compare, dataset)(select(query, dataset).included);
  return groups.map(({ id }) => id);
}

/** Class by class, so that no group holds trials of both. */
export function groupsOf({ query, outcome, merge }: Explored) {
  const grouping = merging(groupingBy(query.compare, dataset), merge);
  return classes
    .filter((one) => query.therapyClass === "both" || query.therapyClass === one)
    .map((therapyClass) => {
      const own = { ...query, therapyClass };
      const test = subgroupTest(own, outcome, dataset, grouping);
      return { therapyClass, test, comparison: makeGroups(own, grouping) };
    });
}

export function askGroups(asked: Explored): GroupsStatement {
  const { base, query } = asked;
  return groupsStatement(groupsOf(asked), { base, compare: query.compare }, catalogue);
}

export function askRegression({ base, outcome, moderator }: Explored): RegressionStatement {
  if (outcome.kind !== "count") return regressionStatement(null, catalogue);
  const regression = metaRegression(base, outcome, moderator, dataset);
  return regressionStatement(regression, catalogue);
}

const hasGroups = ({ classes }: GroupsStatement) => classes.some(({ lines }) => lines.length > 1);

/** The first question of more trials whose groups are several. */
function widerOf(canonical: string): ExplorePage["wider"] {
  const [own, plain] = [new URLSearchParams(canonical), new URLSearchParams()];
  own.set("target", "any");
  own.set("availability", "any");
  for (const name of ["outcome", "compare", "moderator"]) plain.set(name, own.get(name) ?? "");
  const sets = dataset.sets.map(({ id, name }) => ({ set: name, search: `set=${id}&${plain}` }));
  for (const { set, search } of [{ set: null, search: `${own}` }, ...sets]) {
    const found = read(`https://explore/?${search}`);
    if ("asked" in found && hasGroups(askGroups(found.asked))) {
      return { text: widerText(set, catalogue), href: `/explore?${found.canonical}#groups` };
    }
  }
  return null;
}

type Form = "html" | "svg" | "csv";

function answerOf(
  name: string,
  form: Form,
  make: (asked: Explored, canonical: string) => string,
): Answer {
  return (context) => {
    const found = read(context.req.url);
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

function pageOf(asked: Explored, canonical: string): ExplorePage {
  const { query, base, outcome, moderator } = asked;
  const groups = askGroups(asked);
  const ofRegression = `${canonicalQuery(base, dataset)}&moderator=${moderator}`;
  return {
    outcome: nameOf(outcome),
    form: exploreForm(asked, { dimensions, groups: groupIds(asked) }, dataset, catalogue),
    kept: [...new URLSearchParams(canonicalQuery({ ...base, outcome: [] }, dataset))],
    groups,
    regression: askRegression(asked),
    file: (part, kind) => `/explore/${part}.${kind}?${canonical}`,
    wider: hasGroups(groups) ? null : widerOf(canonical),
    report: `/report?${canonicalQuery({ ...query, outcome: [] }, dataset)}`,
    data: outcome.kind === "count" ? `/v1/meta-regression?${ofRegression}` : null,
  };
}

const columns = ["part", "name", "source", "what", "value", "lower", "upper"] as const;

/** A part of the page as a picture and as a table. */
function filesOf<S extends { readonly table: readonly TableLine[] }>(
  name: "groups" | "regression",
  ask: (asked: Explored) => S,
  draw: (statement: S, source: string) => string,
): Routes {
  return {
    [`/explore/${name}.svg`]: answerOf(name, "svg", (asked, canonical) =>
      draw(ask(asked), said.source(nameOf(asked.outcome), canonical)),
    ),
    [`/explore/${name}.csv`]: answerOf(name, "csv", (asked) => csvText(columns, ask(asked).table)),
  };
}

export const routes: Routes = {
  "/explore": [
    servedAs("form"),
    answerOf("explore", "html", (asked, canonical) => explorePage(pageOf(asked, canonical))),
  ],
  ...filesOf("groups", askGroups, groupsSvg),
  ...filesOf("regression", askRegression, regressionSvg),
};
