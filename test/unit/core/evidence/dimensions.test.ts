/** Groups of a comparison other than the two classes: none mixes classes. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { answerQuestion } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { dataset } from "#core/dataset.ts";
import { makeGrouping } from "#core/evidence/dimensions.ts";
import { splitIncludedAndExcludedCohorts } from "#core/evidence/select.ts";
import { dimensionNames, splitClassGroup, thresholdExamples } from "#core/question/dimensions.ts";
import { makeApiComparison } from "#server/answers/render/answers.ts";
import { forAny } from "../../../support/for-any.ts";
import { anyQuery, queryOf } from "../../../support/queries.ts";
import { runsOf } from "../../../support/sample.ts";

const dimensions = [
  ...dimensionNames,
  ...Object.entries(thresholdExamples).map(([name, at]) => `${name}:${at}`),
];

it("for any question and any property, a group holds trials of one class, and every trial is in one", () =>
  forAny(
    [anyQuery(dataset), fc.constantFrom(...dimensions)],
    { numRuns: runsOf(2000), examples: [[queryOf("", dataset), "target"]] },
    (query, compare) => {
      const { included } = splitIncludedAndExcludedCohorts(query, dataset);
      const { groups, ungrouped } = makeGrouping({ ...query, compare }, dataset)(included);
      const placed = [
        ...groups.flatMap(({ cohorts }) => cohorts),
        ...ungrouped.map((of) => of.cohort),
      ];
      return (
        placed.length === included.length &&
        new Set(placed).size === included.length &&
        groups.every(({ id, classes, cohorts }) => {
          const { therapyClass } = splitClassGroup(id);
          const [only] = classes;
          return (
            classes.length === 1 &&
            cohorts.every((cohort) => cohort.therapyClass === only) &&
            (therapyClass === null || therapyClass === only)
          );
        })
      );
    },
  ));

it.each(dimensions)("by %s, groups of both classes are named by class and value", (compare) => {
  const query = { ...queryOf("lines=any&availability=any&outcome=orr&model=dl", dataset), compare };
  const { groups, groupNames, selection } = makeApiComparison(
    answerQuestion(query, dataset, models),
  );
  expect(new Set(Object.values(groupNames)).size).toBe(groups.length);
  const classesOf = (group: string) =>
    new Set(
      selection.included.filter((of) => of.group === group).map(({ therapyClass }) => therapyClass),
    );
  for (const group of groups) expect([group, classesOf(group).size]).toEqual([group, 1]);
});

it("CAR-T and bispecifics against BCMA are two groups, each with its own rate", () => {
  const query = queryOf("compare=target&outcome=orr&model=dl", dataset);
  const { groups, groupNames, outcomes } = makeApiComparison(
    answerQuestion(query, dataset, models),
  );
  expect(groups).toEqual(expect.arrayContaining(["car-t:bcma", "bsab:bcma"]));
  expect(groupNames).toMatchObject({
    "car-t:bcma": "CAR-T, BCMA",
    "bsab:bcma": "bispecific, BCMA",
  });
  const [row] = outcomes;
  expect(row?.pools["car-t:bcma"]?.estimate).not.toBe(row?.pools["bsab:bcma"]?.estimate);
  // One class alone needs no class in the name.
  const ofClass = answerQuestion({ ...query, therapyClass: "car-t" }, dataset, models);
  expect(ofClass.groups).toContain("bcma");
});
