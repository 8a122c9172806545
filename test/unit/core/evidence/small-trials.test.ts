import { expect, it } from "vitest";
import { selectOnlyLargeTrialElseAll } from "#core/evidence/trials.ts";
import { cohort } from "../../../support/cohorts.ts";
import { entry } from "../answer/entries.ts";

it("a trial makes the number alone if it is the only one with 30 patients or more", () => {
  const countedOf = (...patients: readonly number[]) =>
    selectOnlyLargeTrialElseAll(patients.map((n) => entry(cohort(`${n}`), { events: 0, n }))).map(
      ({ n }) => n,
    );
  expect(countedOf(29, 30)).toEqual([30]);
  expect(countedOf(20, 29)).toEqual([20, 29]);
});
