/** Survival, trial by trial: the headline of medians, months, matched results, and who is missing. */

import { describe, expect, it } from "vitest";
import type { MedianResult, Pool, Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import type { FamilyMonths } from "#core/evidence/survival-months.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import { screenOf } from "#presentation/views/screen.ts";
import { compareWithSources } from "#server/answers/compute/full-answer.ts";
import { screenEvidence } from "#server/answers/compute/screen-evidence.ts";
import {
  comparison,
  median,
  noContrast,
  noPool,
  pool,
  row,
  study,
} from "../../../support/answers.ts";
import { cohort } from "../../../support/cohorts.ts";
import { queryOf } from "../../../support/queries.ts";

interface Made {
  outcomes: readonly Row[];
  included?: readonly string[];
  known?: Partial<Record<SurvivalFamily, Partial<FamilyMonths>>>;
}

/** The screen of made-up rows. */
function screen({ outcomes, included = [], known = {} }: Made) {
  const made = comparison({ outcomes });
  const selected = included.map((product) => ({
    ...{ cohort: product, label: product, product },
    ...{ group: "car-t" as const, therapyClass: "car-t" as const },
  }));
  const answer = { ...made, selection: { ...made.selection, included: selected } };
  const monthsOf = (family: SurvivalFamily) => ({ trials: [], small: [], ...known[family] });
  const drawn = screenOf(answer, null, { monthsOf, onsetOf: () => [] });
  if (drawn.kind !== "survival") throw new Error("not of survival");
  return drawn;
}

function months(over: Partial<Row> = {}, family: SurvivalFamily = "pfs"): Row[] {
  return [6, 12, 24].map((month) =>
    row({ outcome: `${family}-${month}`, group: "survival", ...over }),
  );
}

const notReached = (over: Partial<MedianResult>) => {
  const { months: _, ...printed } = median(over);
  return printed;
};

function headlineOf(carT: Partial<Pool>, bsab: Partial<Pool>): string {
  const pools = { "car-t": { ...noPool, ...carT }, bsab: { ...noPool, ...bsab } };
  return screen({ outcomes: months({ pools, contrasts: [noContrast] }) }).verdict.lead;
}

const a = (over: Partial<MedianResult>) => median({ product: "a-cel", ...over });
const b = (over: Partial<MedianResult>) => median({ product: "b-mab", cohort: "y", ...over });

const open = notReached({ product: "b-mab", cohort: "z", followUpMonths: 26.3 });
const threeDrugs = ["x-mab", "y-mab", "z-mab"].map((product, index) =>
  median({ product, cohort: product, months: 10 + index }),
);

it.each<[what: string, carT: Partial<Pool>, bsab: Partial<Pool>, text: string]>([
  [
    "the medians of each drug in whole months",
    { medians: [a({ months: 34.9 })] },
    { medians: [b({ months: 8.8 })] },
    "a-cel 35; b-mab 9.",
  ],
  [
    "them as reported where two that differ would be the same month",
    { medians: [a({ months: 8.5 })] },
    { medians: [b({ months: 8.8 })] },
    "a-cel 8.5; b-mab 8.8.",
  ],
  [
    "the number of trials in which it was not reached",
    { medians: [a({ months: 9 })] },
    { medians: [b({ months: 11 })], notReached: [open] },
    "a-cel 9; b-mab 11, not reached in 1 trial.",
  ],
  [
    "that it was not reached in any trial",
    { medians: [a({ months: 9 })] },
    { notReached: [open] },
    "a-cel 9; b-mab not reached at 26.",
  ],
  ["one range of three drugs of a class", {}, { medians: threeDrugs }, "bispecifics 10 to 12."],
  ["two drugs by name", {}, { medians: threeDrugs.slice(1) }, "y-mab 11, z-mab 12."],
])("the headline of survival has %s", (_, carT, bsab, text) => {
  expect(headlineOf(carT, bsab)).toBe(`Median months progression-free: ${text}`);
});

it("the headline says that single months are known where no trial has a median", () => {
  const pools = { "car-t": pool({ studies: [study({})] }), bsab: noPool };
  expect(screen({ outcomes: months({ pools }) }).verdict.lead).toBe(
    "Survival is known at single months, trial by trial.",
  );
});

describe("survival, trial by trial", () => {
  it("opens the months that any trial reports, by name, and draws no row of a class", () => {
    const pools = { "car-t": pool({ studies: [study({})] }), bsab: noPool };
    const of = (month: number, over: Partial<Row>) =>
      row({ outcome: `os-${month}`, group: "survival", ...over });
    const silent = { "car-t": noPool, bsab: noPool };
    const drawn = screen({
      outcomes: [of(24, { pools }), of(6, { pools }), of(9, { pools: silent })],
    });
    expect(drawn.survival.families[0]?.opened).toEqual([6, 24]);
    expect(drawn.months.map(({ outcome }) => outcome)).toEqual(["os-24", "os-6"]);
    expect(drawn.rows).toEqual([]);
  });

  it("says who is in neither medians nor months, and why", () => {
    const alpha = cohort("a", { n: 18, product: "a-cel" });
    const unknown = { n: null, fewest: null, timeOrigin: null, followUpMonths: null };
    const small = { cohort: alpha, ...unknown, cells: [] };
    const { survival } = screen({
      outcomes: months({ pools: { "car-t": pool({ studies: [study({})] }), bsab: noPool } }),
      included: ["a-cel", "b-cel"],
      known: { pfs: { small: [small] } },
    });
    expect(survival.families[0]?.notes).toBe(
      "No line for fewer than 30 patients: A: 18. Nothing in our sources: b-cel.",
    );
  });

  it.each(["outcome=survival", "outcome=survival&lines=1"])(
    "never calls randomised trials not randomised: %s",
    (question) => {
      const answer = compareWithSources(queryOf(question, dataset));
      const { verdict, doubt } = screenOf(answer, null, screenEvidence(answer));
      expect(`${verdict.lead} ${doubt?.lead} ${doubt?.text}`).not.toContain("not randomised");
    },
  );
});
