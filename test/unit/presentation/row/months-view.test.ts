/** Survival of trials at months: from when it is counted, and what opens. */
import { expect, it } from "vitest";
import type { TrialMonths } from "#core/evidence/survival-months.ts";
import { isMonthReported, monthView, startsOf } from "#presentation/row/months-view.ts";
import { percentageAlone, study } from "../../../support/answers.ts";
import { cohort, landmark } from "../../../support/cohorts.ts";
import { sides } from "../../../support/viewed-rows.ts";

const trial = (id: string, timeOrigin: TrialMonths["timeOrigin"]): TrialMonths => ({
  ...{ cohort: cohort(id), n: 97, fewest: 97, timeOrigin, followUpMonths: 33, cells: [] },
});

it("a bound never breaks in two lines", () => {
  const later = landmark("pfs-15", 0.509, { followUpMonths: 14.7 });
  const bound = { kind: "at-least", landmark: later, isNewest: true } as const;
  expect(monthView(bound)).toEqual({ text: "≥\u00a051", isBound: true });
});

it.each<[string, TrialMonths["timeOrigin"][]]>([
  ["", []],
  ["Start not reported: usually infusion or first dose.", [null]],
  [
    "From infusion: A, B. For the others start not reported: usually infusion or first dose.",
    ["infusion", "infusion", null],
  ],
  ["From randomisation: A. From the first dose: B.", ["randomisation", "first-dose"]],
])("survival is counted: %s", (text, origins) => {
  const trials = origins.map((timeOrigin, index) => trial("abc"[index] ?? "", timeOrigin));
  expect(startsOf(trials)).toBe(text);
});

it("a month has something to open where a trial reports it, also by a percentage alone", () => {
  expect(isMonthReported(sides({ studies: [study({})] }, {}))).toBe(true);
  expect(isMonthReported(sides({}, { notPooled: [percentageAlone()] }))).toBe(true);
  expect(isMonthReported(sides({}, {}))).toBe(false);
});
