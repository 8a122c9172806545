/**
 * `GET /explore`: one outcome of a question by groups of trials, meta-regression and checks. Every setting is in the address, and the page needs no script. `GET /explore/groups.svg`
 * and the like are its pictures and, as CSV, their numbers.
 */
import { type ModeratorName, moderators } from "#core/answer/meta-regression.ts";
import { dataset } from "#core/dataset.ts";
import { longName } from "#core/evidence/classes.ts";
import { groupingBy } from "#core/evidence/dimensions.ts";
import { reportedBy } from "#core/evidence/reported-by.ts";
import { select } from "#core/evidence/select.ts";
import { dimensionNames, partsOfDimension, thresholdExamples } from "#core/question/dimensions.ts";
import { usualDimension } from "#core/question/parameters.ts";
import { type QueryProblem, sanitise } from "#core/question/parse-query.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { exploredIds, figuresOf } from "#presentation/statement/explore.ts";
import { filterWords } from "#presentation/statement/question.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { cacheable } from "../../answers/cacheable.ts";
import { oneOutcome } from "../../answers/one-outcome.ts";
import { outcomeName } from "../../answers/outcome-names.ts";
import { readQuestion } from "../../answers/read-question.ts";
import { csvText } from "../../http/csv.ts";
import { servedAs } from "../../http/middleware/served-as.ts";
import { queryProblemResponse } from "../../http/problem.ts";
import type { Answer, Routes } from "../../http/route.ts";
import { pictureOf } from "./drawing.tsx";
import { type ExplorePage, explorePage } from "./page.tsx";
import { type Asked, partBy } from "./parts.ts";

const { codes, explore: said, report, sheets } = catalogue;

const moderatorNames = Object.keys(moderators) as ModeratorName[];
const thresholds = Object.entries(thresholdExamples).map(([name, at]) => `${name}:${at}`);
const dimensions: readonly string[] = [...dimensionNames, ...thresholds];
const usual = { outcome: "orr", compare: "lines", moderator: "prior-lines" } as const;

type Read = { asked: Asked; canonical: string } | { problems: readonly QueryProblem[] };

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

function mergeProblem(asked: Asked): QueryProblem | null {
  const { merge } = asked;
  const allowed = [...groupNames(asked).keys()];
  const isOfTwo = merge.length > 1 && new Set(merge).size === merge.length;
  if (merge.length === 0 || (isOfTwo && merge.every((id) => allowed.includes(id)))) return null;
  const value = sanitise(merge.join());
  return { parameter: "merge", value, message: said.form.twoGroups, allowed };
}

/** The groups of both classes, before some count as one. */
function groupNames({ query }: Asked): Map<string, string> {
  const { compare } = query;
  const { groups } = groupingBy(compare, dataset)(select(query, dataset).included);
  return new Map(groups.map(({ id }) => [id, codes.groupName(id, compare).short]));
}

/** The first question of more trials whose groups are several, where all of its own are one. */
function widerOf(asked: Asked, canonical: string): ExplorePage["wider"] {
  const hasGroups = (one: Asked) => partBy.groups(one).strips.some(({ lines }) => lines.length > 1);
  if (hasGroups(asked)) return null;
  const [own, plain] = [new URLSearchParams(canonical), new URLSearchParams()];
  own.set("target", "any");
  own.set("availability", "any");
  for (const name of ["outcome", "compare", "moderator"]) plain.set(name, own.get(name) ?? "");
  const sets = dataset.sets.map(({ id, name }) => ({
    text: said.groups.moreAsIn(name),
    search: `set=${id}&${plain}`,
  }));
  for (const { text, search } of [{ text: said.groups.more, search: `${own}` }, ...sets]) {
    const found = read(`https://explore/?${search}`);
    if ("asked" in found && hasGroups(found.asked)) {
      return { text, href: `/explore?${found.canonical}#groups` };
    }
  }
  return null;
}

type Form = "html" | "svg" | "csv";
type PartId = (typeof exploredIds)[number];

function answerOf(
  name: string,
  form: Form,
  make: (asked: Asked, canonical: string) => string,
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

function pageOf(asked: Asked, canonical: string): ExplorePage {
  const { query, base, outcome, moderator, merge } = asked;
  const one = canonicalQuery(base, dataset);
  const set = dataset.sets.find(({ id }) => id === base.set);
  const options = <V extends string>(
    values: readonly V[],
    chosen: string | readonly string[],
    name: (value: V) => string,
  ) =>
    values.map((value) => ({ value, text: name(value), chosen: [chosen].flat().includes(value) }));
  const names = groupNames(asked);
  const outcomes = options(
    dataset.outcomes.map(({ id }) => id),
    outcome.id,
    outcomeName,
  ).map((option) => ({ ...option, under: onlyOf(option.value) }));
  const looked = report.question.lookedFor(filterWords(base, catalogue));
  return {
    outcome: outcomeName(outcome.id),
    question: [set && sheets.asSet(set.name), looked].filter(Boolean).join(". "),
    choices: {
      outcome: outcomes,
      compare: options([...new Set([...dimensions, query.compare])], query.compare, dimensionName),
      moderator: options(moderatorNames, moderator, said.regression.moderator),
    },
    merge: options([...names.keys()], merge, (id) => names.get(id) ?? id),
    kept: [...new URLSearchParams(canonicalQuery({ ...base, outcome: [] }, dataset))],
    parts: exploredIds.map((id) => partBy[id](asked)),
    wider: widerOf(asked, canonical),
    file: (id, kind) => `/explore/${id}.${kind}?${canonical}`,
    beside: {
      groups: `/report?${canonicalQuery({ ...query, outcome: [] }, dataset)}`,
      regression:
        outcome.kind === "count" ? `/v1/meta-regression?${one}&moderator=${moderator}` : null,
    },
  };
}

/** The heading of the outcomes that one class alone reports. */
function onlyOf(outcome: string): string | undefined {
  const [group, ...others] = reportedBy(outcome, dataset);
  return group === undefined || others.length > 0 ? undefined : said.form.onlyOf(longName[group]);
}

function dimensionName(value: string): string {
  const { name, at } = partsOfDimension(value);
  return said.dimension(name, at);
}

const columns = ["part", "name", "source", "what", "value", "lower", "upper"] as const;

const csvOf = (id: PartId) => (asked: Asked) => csvText(columns, figuresOf(partBy[id](asked)));

const svgOf = (id: PartId) => (asked: Asked, canonical: string) =>
  pictureOf(partBy[id](asked), said.source(outcomeName(asked.outcome.id), canonical));

export const routes: Routes = {
  "/explore": [
    servedAs("form"),
    answerOf("explore", "html", (asked, canonical) => explorePage(pageOf(asked, canonical))),
  ],
  ...Object.fromEntries(
    exploredIds.flatMap((id) => [
      [`/explore/${id}.svg`, answerOf(id, "svg", svgOf(id))],
      [`/explore/${id}.csv`, answerOf(id, "csv", csvOf(id))],
    ]),
  ),
};
