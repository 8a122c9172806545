/** Tests survival of a trial at months, and its medians. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { compareMedians, findNewestMedian } from "#core/evidence/medians.ts";
import {
  gatherSurvivalMonths,
  gatherSurvivalMonthsOfTrial,
  type MonthCell,
  survivalMonths,
} from "#core/evidence/survival-months.ts";
import type { ComputeLandmark } from "#data/compute-set.ts";
import {
  type PrintedMedian,
  parseLandmarkMonth,
  parseSurvivalFamily,
  type SurvivalFamily,
} from "#data/survival.ts";
import { cohort, landmark } from "../../../support/cohorts.ts";
import { forAny } from "../../../support/for-any.ts";

/** Returns a median of progression-free survival of all treated patients, from the primary cut of a paper. */
function printedMedian(over: Partial<PrintedMedian> = {}): PrintedMedian {
  return {
    family: "pfs",
    months: 10,
    interval: null,
    population: "treated",
    cut: "primary",
    followUpMonths: 12,
    timeOrigin: null,
    tier: 1,
    ...over,
  };
}

const rules = { cut: "primary", denominator: "treated", sources: "reviewed" } as const;

function cellsOf(
  landmarks: readonly ComputeLandmark[],
  medians: readonly PrintedMedian[] = [],
  family: SurvivalFamily = "pfs",
) {
  const of = cohort("a", { landmarks: [...landmarks] });
  return gatherSurvivalMonthsOfTrial(of, medians, family, rules).cells.map(textOf);
}

/** "0.77", ">= 0.7 of pfs-18", "below-half"; the cut, where it is not the newest. */
function textOf(cell: MonthCell): string {
  if (!("landmark" in cell)) return cell.kind;
  const { outcome, survival, cut } = cell.landmark;
  const text = cell.kind === "printed" ? `${survival}` : `>= ${survival} of ${outcome}`;
  return cell.isNewest ? text : `${text}, ${cut}`;
}

const at = (followUpMonths: number | null, cut = "later") => ({ followUpMonths, cut });

describe("survival of a trial at months", () => {
  it("is followed as long as its newest cut", () => {
    const of = cohort("a", {
      landmarks: [landmark("pfs-12", 0.8), landmark("pfs-18", 0.7, at(30))],
    });
    expect(gatherSurvivalMonthsOfTrial(of, [], "pfs", rules).followUpMonths).toBe(30);
  });

  it("is not of an older cut that a newer month or median has overtaken", () => {
    const older = landmark("pfs-12", 0.6);
    expect(cellsOf([older, landmark("pfs-18", 0.7, at(30))])[1]).toBe(">= 0.7 of pfs-18");
    const median = printedMedian({ months: 9, interval: [7, 11], ...at(30) });
    const belowFrom12 = ["above-half", "below-half", "below-half", "below-half"];
    expect(cellsOf([older], [median])).toEqual(belowFrom12);
    const newer = landmark("pfs-12", 0.6, at(40));
    expect(cellsOf([newer], [median])).toEqual([">= 0.6 of pfs-12", "0.6", "unknown", "unknown"]);
  });

  it("is above half up to a month before the median, below half from a month after it, about half between", () => {
    const of = (months: number, over: Partial<PrintedMedian> = {}) =>
      cellsOf([], [printedMedian({ months, ...over })]);
    const [above, about, below] = ["above-half", "about-half", "below-half"];
    expect(of(13)).toEqual([above, above, below, below]);
    expect(of(12.9)).toEqual([above, about, below, below]);
    expect(of(11.1)).toEqual([above, about, below, below]);
    expect(of(11)).toEqual([above, below, below, below]);
    expect(of(19)).toEqual([above, above, above, below]);
    expect(of(5)).toEqual([below, below, below, below]);
    expect(of(25)).toEqual([above, above, above, above]);
  });

  it("is told by the median itself, whatever its interval and the follow-up are", () => {
    const of = (over: Partial<PrintedMedian>) =>
      cellsOf([], [printedMedian({ months: 13, ...over })]);
    const told = ["above-half", "above-half", "below-half", "below-half"];
    expect(of({ interval: [6, 18] })).toEqual(told);
    expect(of({ interval: [null, 20] })).toEqual(told);
    expect(of({ interval: [5, null], followUpMonths: null })).toEqual(told);
  });

  it("is of the patients of its family, of reviewed sources, and not of what is held", () => {
    const unknown = Array(4).fill("unknown");
    for (const over of [
      { population: "subset" },
      { hold: "unverified" },
      { tier: 4 },
      { outcome: "os-24" },
    ] as const) {
      expect(cellsOf([landmark("pfs-24", 0.6, over)])).toEqual(unknown);
    }
    const duration = landmark("dor-12", 0.7, { population: "responders" });
    expect(cellsOf([duration], [], "dor")[1]).toBe("0.7");
    expect(cellsOf([landmark("dor-12", 0.7)], [], "dor")).toEqual(unknown);
  });
});

/** Returns whether a landmark is newer than a median, which it may then overtake. */
function isNewer({ followUpMonths }: ComputeLandmark, median: PrintedMedian): boolean {
  const followed = median.followUpMonths ?? median.months;
  return followUpMonths !== null && (followed === null || followUpMonths > followed);
}

/** Returns the lowest and the highest survival that a cell leaves possible, from 0 to 1. */
function boundsOf(cell: MonthCell): readonly [number, number] {
  if (cell.kind === "printed") return [cell.landmark.survival, cell.landmark.survival];
  if (cell.kind === "at-least") return [cell.landmark.survival, 1];
  if (cell.kind === "above-half") return [0.5, 1];
  return cell.kind === "below-half" ? [0, 0.5] : [0, 1];
}

describe("the cells of any trial", () => {
  const month = fc.constantFrom(3, 6, 9, 12, 15, 18, 24, 27, 36);
  const followUp = fc.option(fc.integer({ min: 1, max: 60 }));
  const cut = fc.constantFrom("primary", "second", "third");
  const printed = fc
    .record({ month, survival: fc.integer({ min: 0, max: 100 }), followUpMonths: followUp, cut })
    .map(({ month: monthPrinted, survival, ...of }) =>
      landmark(`pfs-${monthPrinted}`, survival / 100, of),
    );
  const median = fc
    .record({
      months: fc.option(fc.integer({ min: 1, max: 40 })),
      below: fc.option(fc.nat(20)),
      above: fc.option(fc.nat(20)),
      hasInterval: fc.boolean(),
      followUpMonths: followUp,
      cut,
    })
    .map(({ months, below, above, hasInterval, ...of }) => {
      const lower = below === null ? null : Math.max(1, (months ?? 20) - below);
      const upper = above === null || months === null ? null : months + above;
      return printedMedian({ months, interval: hasInterval ? [lower, upper] : null, ...of });
    });

  it("never rise, never contradict a median of the same or a newer cut, and rest on what was printed", () =>
    forAny([fc.array(printed, { maxLength: 6 }), fc.option(median)], (all, printedMedian) => {
      const of = cohort("a", { landmarks: all });
      const medians = printedMedian ? [printedMedian] : [];
      const { cells } = gatherSurvivalMonthsOfTrial(of, medians, "pfs", rules);
      for (const [index, cell] of cells.entries()) {
        const month = survivalMonths[index] ?? Number.NaN;
        for (const later of cells.slice(index + 1)) {
          expect(boundsOf(cell)[1]).toBeGreaterThanOrEqual(boundsOf(later)[0]);
        }
        if ("landmark" in cell) {
          expect(all).toContain(cell.landmark);
          expect(parseLandmarkMonth(cell.landmark.outcome) === month).toBe(cell.kind === "printed");
          if (printedMedian?.months == null) continue;
          if (all.some((printed) => isNewer(printed, printedMedian))) continue;
          const [lower, upper] = boundsOf(cell);
          if (month > printedMedian.months) expect(lower).toBeLessThanOrEqual(0.5);
          if (month < printedMedian.months) expect(upper).toBeGreaterThanOrEqual(0.5);
        } else if (cell.kind !== "unknown") {
          expect(cell.median).toBe(printedMedian);
          if (printedMedian?.months == null) continue;
          if (cell.kind === "above-half") expect(month).toBeLessThanOrEqual(printedMedian.months);
          if (cell.kind === "below-half")
            expect(month).toBeGreaterThanOrEqual(printedMedian.months);
        }
      }
    }));
});

it("of two cohorts with the same patients the larger has a line, whichever names the other", () => {
  const landmarks = [landmark("pfs-12", 0.7)];
  const overlaps = [{ with: "small", kind: "contained" as const, reason: "the same trial" }];
  const large = cohort("large", { n: 120, landmarks });
  const small = cohort("small", { n: 80, landmarks });
  for (const cohorts of [
    [small, { ...large, overlaps }],
    [{ ...small, overlaps: overlaps.map((overlap) => ({ ...overlap, with: "large" })) }, large],
  ]) {
    const { trials } = gatherSurvivalMonths(cohorts, {}, "pfs", rules);
    expect(trials.map((trial) => trial.cohort.id)).toEqual(["large"]);
  }
});

describe("the family of an outcome", () => {
  it("is known for every landmark of the vocabulary, and for nothing else", () => {
    for (const { id, kind } of dataset.outcomes) {
      expect(parseSurvivalFamily(id) !== null, id).toBe(kind === "landmark");
    }
  });

  it("decides whose survival its median describes, as the vocabulary says", () => {
    const family = { pfs: "treated", os: "treated", dor: "responders" } as const;
    for (const { id, over } of dataset.outcomes) {
      const familyName = parseSurvivalFamily(id);
      if (familyName !== null) expect(over, id).toBe(familyName === "dor" ? "responders" : "all");
    }
    for (const [familyName, population] of Object.entries(family)) {
      const medianPrinted = printedMedian({ family: familyName as "pfs", population });
      expect(findNewestMedian([medianPrinted], medianPrinted.family, rules)).toBe(medianPrinted);
      const others = familyName === "dor" ? "treated" : "responders";
      const ofOtherPatients = printedMedian({ ...medianPrinted, population: others });
      expect(findNewestMedian([ofOtherPatients], medianPrinted.family, rules)).toBeNull();
    }
  });
});

describe("the median of a cohort", () => {
  const primary = printedMedian();
  const later = printedMedian({ cut: "later", months: 34, followUpMonths: 33.4 });
  const untold = (months: number) => printedMedian({ cut: "table", months, followUpMonths: null });
  const not = printedMedian({ months: null });
  const notLater = printedMedian({ months: null, cut: "later", followUpMonths: 30 });
  const reached = printedMedian({ cut: "last", months: 35, followUpMonths: 60 });
  const unreviewed = printedMedian({ tier: 4 });
  const drawn = printedMedian({ cut: "itt", months: 7, population: "randomised" });
  const [short, long] = [untold(9), untold(24.8)];
  const only = { cut: "primary-only" };

  type Rules = Parameters<typeof findNewestMedian>[2];

  it.each<[string, PrintedMedian[], PrintedMedian | null, Partial<Rules>?]>([
    ["that of the longest follow-up", [primary, later], later],
    ["that of the longest follow-up in a set", [primary, later], later, { cut: "a-set" }],
    ["that of the primary cut where no other may stand in", [later, primary], primary, only],
    ["none of another cut there", [later], null, only],
    ["followed as long as it is, where that is not printed", [primary, long], long],
    ["not one that may have been followed for less", [primary, short], primary],
    ["of the newest cut", [not, notLater, reached], reached],
    ["of the newest cut, which may not have reached it", [not, notLater], notLater],
    ["of that cut, whatever the primary one says", [primary, notLater], notLater],
    ["of one cut before word that it was not reached", [not, primary], primary],
    ["not that of another family", [printedMedian({ family: "os" })], null],
    ["not that of a part", [printedMedian({ population: "subset" })], null],
    ["not from an unreviewed source", [unreviewed], null],
    ["from one where any is asked for", [unreviewed], unreviewed, { sources: "any" }],
    ["of all randomised where these count", [primary, drawn], drawn, { denominator: "enrolled" }],
  ])("is %s, wherever it stands in the file", (_, all, expected, over = {}) => {
    expect(findNewestMedian(all, "pfs", { ...rules, ...over })).toBe(expected);
    expect(findNewestMedian(all.toReversed(), "pfs", { ...rules, ...over })).toBe(expected);
  });
});

it("sorts by months, then by name, whatever the order before", () => {
  const reported = fc.record({ months: fc.constantFrom(8, 9.5, 11), cohort: fc.string() });
  forAny([fc.uniqueArray(reported, { selector: ({ cohort }) => cohort })], (all) => {
    const sorted = all.toSorted(compareMedians);
    expect(all.toReversed().sort(compareMedians)).toEqual(sorted);
    for (const [index, { months }] of sorted.slice(1).entries()) {
      expect(months).toBeGreaterThanOrEqual(sorted[index]?.months ?? Number.NaN);
    }
  });
});
