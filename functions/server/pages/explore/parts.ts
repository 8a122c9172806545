/** The parts of `/explore`, each from what the API answers to the same question. */
import { type ModeratorName, metaRegression } from "#core/answer/meta-regression.ts";
import { subgroupTest } from "#core/answer/subgroup-test.ts";
import { dataset } from "#core/dataset.ts";
import { groups as classes } from "#core/evidence/classes.ts";
import { groupingBy, merging } from "#core/evidence/dimensions.ts";
import type { Query } from "#core/question/query.ts";
import type { Outcome } from "#data/schema.ts";
import type { Explored } from "#presentation/statement/explore.ts";
import { type GroupsOfClass, groupsPart } from "#presentation/statement/explore-groups.ts";
import { regressionPart } from "#presentation/statement/explore-regression.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { makeGroups } from "../../answers/class-answer.ts";

export interface Asked {
  /** Between the classes, as it was asked, and between the groups, of all trials that have them. */
  readonly base: Query;
  readonly query: Query;
  readonly outcome: Outcome;
  readonly moderator: ModeratorName;
  /** Ids of groups that count as one. */
  readonly merge: readonly string[];
}

/** Class by class, so that no group holds trials of both. */
export function groupsOf({ query, outcome, merge }: Asked): GroupsOfClass[] {
  const grouping = merging(groupingBy(query.compare, dataset), merge);
  return classes
    .filter((one) => query.therapyClass === "both" || query.therapyClass === one)
    .map((therapyClass) => {
      const own = { ...query, therapyClass };
      const test = subgroupTest(own, outcome, dataset, grouping);
      return { therapyClass, test, comparison: makeGroups(own, grouping) };
    });
}

export const partBy: Readonly<Record<Explored["id"], (asked: Asked) => Explored>> = {
  groups: (asked) =>
    groupsPart(groupsOf(asked), { base: asked.base, compare: asked.query.compare }, catalogue),
  regression({ base, outcome, moderator }) {
    if (outcome.kind !== "count") return regressionPart(null, catalogue);
    const regression = metaRegression(base, outcome, moderator, dataset);
    return regressionPart(regression, catalogue);
  },
};
