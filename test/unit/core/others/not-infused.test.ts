/** Tests which patients of randomised trials count as not infused as planned. */
import { expect, it } from "vitest";
import { listNotInfusedCountsOfCarTArms } from "#core/others/not-infused.ts";
import { comparisons } from "#data/generated/collections.ts";
import type { ComparisonStudy } from "#data/schema.ts";
import { cohort } from "../../../support/cohorts.ts";

const studies = comparisons.filter(({ figures }) =>
  figures.some(({ outcome }) => outcome === "death-before-treatment"),
);
const arms = ({ sides }: ComparisonStudy) =>
  sides.flatMap(({ cohorts: ids }) => ids.map((id) => cohort(id, { therapyClass: "car-t" })));

it("leaves out a figure without a count, an arm that is no cohort, and studies that are not randomised", () => {
  const [study] = studies;
  if (!study) throw new Error("no study");
  const [first = expect.fail("no figure"), ...others] = study.figures.filter(
    ({ outcome, of }) => outcome === "death-before-treatment" && of !== "control",
  );
  expect(others).toEqual([]);
  const withFigure = (over: Partial<typeof first>) => ({
    ...study,
    figures: [{ ...first, ...over }],
  });
  const count = (of: ComparisonStudy, cohorts = arms(of)) =>
    listNotInfusedCountsOfCarTArms([of], cohorts).length;
  expect(count(withFigure({}))).toBe(1);
  expect(count(withFigure({ events: null }))).toBe(0);
  expect(count(withFigure({ n: null }))).toBe(0);
  expect(count(withFigure({}), [])).toBe(0);
  expect(count({ ...withFigure({}), kind: "unadjusted" })).toBe(0);
});
