/**
 * Defines a question of `/explore`: one outcome, a property that divides trials into groups, and a property for the
 * regression.
 */
import type { ModeratorName } from "#core/answer/answer.ts";
import { moderators } from "#core/answer/meta-regression.ts";
import { dataset } from "#core/dataset.ts";
import { dimensionNames, thresholdExamples } from "#core/question/dimensions.ts";
import { usualDimension } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import type { QueryProblem } from "#core/question/query-problem.ts";
import { formatQuery } from "#core/question/query-text.ts";
import type { Outcome } from "#data/schema.ts";
import { propertyNames } from "#presentation/words/groups.ts";
import { readQuestion, readSingleOutcome } from "../../answers/read-question.ts";

export interface Exploration {
  /** Holds the question between the classes, as requested. */
  readonly base: Query;
  /** Holds the question between groups, of all trials that have the property. */
  readonly query: Query;
  readonly outcome: Outcome;
  readonly moderator: ModeratorName;
}

export const moderatorNames = Object.keys(moderators) as ModeratorName[];

const defaults = { outcome: "orr", compare: "lines", moderator: "prior-lines" } as const;

type ExplorationResult =
  | { exploration: Exploration; canonical: string; problems: null }
  | { exploration: null; canonical: null; problems: readonly QueryProblem[] };

/**
 * Returns the exploration that an address asks for, with its canonical text, or the problems of the address. The query
 * is read twice: with `compare`, which may widen the trials, for the groups; without it for the classes.
 */
export function readExploration(url: string): ExplorationResult {
  const addressPairs = [...new URL(url).searchParams];
  const names = addressPairs.map(([name]) => name);
  const pairs = [
    ...addressPairs,
    ...Object.entries(defaults).filter(([name]) => !names.includes(name)),
  ];
  const ofGroups = readQuestion(pairs, { words: { moderator: moderatorNames } });
  if (ofGroups.problems) return makeRefusedExploration(ofGroups.problems);
  const ofClasses = readQuestion(
    pairs.filter(([name]) => name !== "moderator" && name !== "compare"),
  );
  if (ofClasses.problems) return makeRefusedExploration(ofClasses.problems);
  const { query, values } = ofGroups;
  const { outcome, problem } = readSingleOutcome(query, dataset.outcomes);
  if (problem) return makeRefusedExploration([problem]);
  const { compare } = query;
  if (compare === usualDimension) {
    return makeRefusedExploration([
      {
        parameter: "compare",
        value: compare,
        message: "groups within a class are compared here",
        allowed: listGroupingDimensions(query.set),
      },
    ]);
  }
  const { moderator = defaults.moderator } = values;
  const base = ofClasses.query;
  return {
    exploration: { base, query, outcome, moderator },
    canonical: `${formatQuery({ ...base, compare }, dataset)}&moderator=${moderator}`,
    problems: null,
  };
}

function makeRefusedExploration(problems: readonly QueryProblem[]): ExplorationResult {
  return { exploration: null, canonical: null, problems };
}

/** Lists the properties by which trials can be grouped. A median is divided where the paper of a set divides it. */
export function listGroupingDimensions(set: string | null): string[] {
  const { cuts = {} } = dataset.sets.find(({ id }) => id === set) ?? {};
  const divided = Object.entries({ ...thresholdExamples, ...cuts });
  return [...dimensionNames, ...divided.map(([name, at]) => `${name}:${at}`)];
}

/** Names a property of the regression with its unit, as in "Median follow-up, months". */
export function nameModeratorWithUnit(moderator: ModeratorName): string {
  const { title, unit } = propertyNames[moderator];
  return unit === undefined ? title : `${title},${unit}`;
}
