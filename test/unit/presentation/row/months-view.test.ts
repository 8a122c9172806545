/** Survival of trials at months: what each cell says, older cuts named once, from when survival is counted. */
import { describe, expect, it } from "vitest";
import type { MonthCell, TrialMonths } from "#core/evidence/survival-months.ts";
import {
  beneathMonth,
  isMonthReported,
  monthsLines,
  monthView,
  olderCuts,
  startsOf,
} from "#presentation/row/months-view.ts";
import { percentageAlone, study } from "../../../support/answers.ts";
import { bispecific, cohort, landmark } from "../../../support/cohorts.ts";
import { sides } from "../../../support/viewed-rows.ts";
import { printedMedian } from "../../core/evidence/printed-median.ts";

const reported = (survival: number, followUpMonths: number | null, isNewest = true): MonthCell => ({
  kind: "printed",
  landmark: landmark("pfs-12", survival, { followUpMonths }),
  isNewest,
});

const atLeast = (survival: number, isNewest = true): MonthCell => ({
  ...{ kind: "at-least", landmark: landmark("pfs-15", survival, { followUpMonths: 14.7 }) },
  isNewest,
});

const half = (kind: "above-half" | "about-half" | "below-half"): MonthCell => ({
  kind,
  median: printedMedian(),
});

function trial(id: string, cells: readonly MonthCell[], over: Partial<TrialMonths> = {}) {
  const line = { cohort: cohort(id), n: 97, fewest: 97, timeOrigin: null, followUpMonths: 33 };
  return { ...line, cells, ...over };
}

describe("survival of trials at months", () => {
  it("is as reported, else a bound that never breaks in two lines", () => {
    const cells = [reported(0.766, 12), atLeast(0.509), half("above-half"), half("about-half")];
    const line = [...cells, half("below-half"), { kind: "unknown" } as const].map(monthView);
    expect(line).toEqual([
      { text: "77" },
      ...["≥\u00a051", ">50", "≈50", "<50", "–"].map((text) => ({ text, isBound: true })),
    ]);
    for (const { text } of line) expect(text).not.toContain(" ");
  });

  it("has CAR-T first, the trials of a drug together, the largest first, each with its patients", () => {
    const trials = [
      trial("a", [], { cohort: bispecific("a") }),
      trial("b", [], { cohort: cohort("b", { n: 50, product: "b-cel" }), n: null }),
      trial("c", [], { cohort: cohort("c", { n: 90, regimen: "combination" }) }),
      trial("d", [], { cohort: cohort("d", { n: 40 }) }),
    ];
    const lines = monthsLines(trials, monthView);
    expect(lines.map(({ cohort: id, drug, patients }) => [id, drug, patients])).toEqual([
      ["c", "alpha-cel in combination", "n\u00a097"],
      ["d", "alpha-cel", "n\u00a097"],
      ["b", "b-cel", ""],
      ["a", "betamab", "n\u00a097"],
    ]);
  });

  it("names an older cut once for its trial", () => {
    const older = trial("a", [atLeast(0.7, false), atLeast(0.7, false), reported(0.6, 18, false)]);
    const unknown = trial("b", [reported(0.6, null, false)]);
    const newest = trial("c", [reported(0.6, 33), half("about-half")]);
    expect(olderCuts([older, unknown, newest])).toBe(
      "Older cuts at months: A 14.7, 18; B not reported.",
    );
    expect(olderCuts([newest])).toBe("");
  });

  it("says from when survival is counted", () => {
    const from = (id: string, timeOrigin: TrialMonths["timeOrigin"]) =>
      trial(id, [], { timeOrigin });
    expect(startsOf([])).toBe("");
    expect(startsOf([from("a", null)])).toBe("Start not reported: usually infusion or first dose.");
    expect(startsOf([from("a", "infusion"), from("b", "infusion"), from("c", null)])).toBe(
      "From infusion: A, B. For the others start not reported: usually infusion or first dose.",
    );
    expect(startsOf([from("a", "randomisation"), from("b", "first-dose")])).toBe(
      "From randomisation: A. From the first dose: B.",
    );
  });

  it("at length has its interval, the later month, and the follow-up of an older cut", () => {
    expect(beneathMonth(reported(0.77, 12.4, false))).toEqual(["(67–87)", "cut 12.4"]);
    expect(beneathMonth(atLeast(0.5))).toEqual(["at 15"]);
    expect(beneathMonth({ kind: "unknown" })).toEqual([]);
  });
});

describe("the row of a month", () => {
  it("has something to open where a trial reports the month, also by a percentage alone", () => {
    expect(isMonthReported(sides({ studies: [study({})] }, {}))).toBe(true);
    expect(isMonthReported(sides({}, { notPooled: [percentageAlone()] }))).toBe(true);
    expect(isMonthReported(sides({}, {}))).toBe(false);
  });
});
