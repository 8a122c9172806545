/** One outcome by groups of trials, on a property of trials, and as published: from an address to statements. */
import { metaRegression } from "#core/answer/meta-regression.ts";
import { subgroupTest } from "#core/answer/subgroup-test.ts";
import { dataset } from "#core/dataset.ts";
import { groups as classes } from "#core/evidence/classes.ts";
import { groupingBy } from "#core/evidence/dimensions.ts";
import { dimensionNames, thresholdExamples } from "#core/question/dimensions.ts";
import { usualDimension } from "#core/question/parameters.ts";
import type { QueryProblem } from "#core/question/parse-query.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import {
  publishedSources as sources,
  publishedValues as values,
} from "#data/generated/published-values.ts";
import { type Explored, moderatorNames } from "#presentation/statement/explore.ts";
import { type GroupsStatement, groupsStatement } from "#presentation/statement/explore-groups.ts";
import {
  type PublishedStatement,
  publishedStatement,
} from "#presentation/statement/explore-published.ts";
import {
  type RegressionStatement,
  regressionStatement,
} from "#presentation/statement/explore-regression.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { makeGroups } from "./class-answer.ts";
import { oneOutcome, readQuestion } from "./read-question.ts";

const usual = { outcome: "orr", compare: "lines", moderator: "prior-lines" } as const;

/** Those that can be chosen: medians divided where the paper of a set divides them. */
export function dimensionsOf(set: string | null): string[] {
  const { cuts = {} } = dataset.sets.find(({ id }) => id === set) ?? {};
  const divided = Object.entries({ ...thresholdExamples, ...cuts });
  return [...dimensionNames, ...divided.map(([name, at]) => `${name}:${at}`)];
}

type Read = { asked: Explored; canonical: string } | { problems: readonly QueryProblem[] };

/** Twice: what the groups differ in restricts the classes, and nothing of the groups. */
export function readExplored(url: string): Read {
  const given = [...new URL(url).searchParams];
  const names = given.map(([name]) => name);
  const pairs = [...given, ...Object.entries(usual).filter(([name]) => !names.includes(name))];
  const ofGroups = readQuestion(pairs, { own: { moderator: moderatorNames } });
  if (ofGroups.problems) return ofGroups;
  const ofClasses = readQuestion(
    pairs.filter(([name]) => name !== "moderator" && name !== "compare"),
  );
  if (ofClasses.problems) return ofClasses;
  const { query, values } = ofGroups;
  const { compare } = query;
  const { outcome, problem } = oneOutcome(query, dataset.outcomes);
  if (problem) return { problems: [problem] };
  const { moderator = usual.moderator } = values;
  const base = ofClasses.query;
  const canonical = `${canonicalQuery({ ...base, compare }, dataset)}&moderator=${moderator}`;
  if (compare !== usualDimension) return { asked: { base, query, outcome, moderator }, canonical };
  const message = catalogue.explore.form.oneDimension;
  const allowed = dimensionsOf(query.set);
  return { problems: [{ parameter: "compare", value: compare, message, allowed }] };
}

/** Class by class, so that no group holds trials of both. */
function groupsOf({ query, outcome }: Explored) {
  const grouping = groupingBy(query.compare, dataset);
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
  const isCount = outcome.kind === "count";
  const made = isCount ? metaRegression(base, outcome, moderator, dataset) : null;
  return regressionStatement(made, catalogue);
}

export function askPublished({ outcome }: Explored): PublishedStatement {
  return publishedStatement({ outcome, values, sources }, catalogue);
}
