/** Tests the numbers for drawing: a tick for each trial, or a summary of many, and where another trial would lie. */
import { describe, expect, it } from "vitest";
import {
  listTrialRatesToDraw,
  readPredictionIntervalIfThreeTrials,
} from "#core/answer/figures-of-trials.ts";
import { pool, study } from "../../../support/answers.ts";

const rated = (...estimates: number[]) => estimates.map((estimate) => study({ estimate }));

/** A pool of so many trials as there are rates. */
const poolOf = (...estimates: number[]) =>
  pool({ k: estimates.length, studies: rated(...estimates) });

describe("the ticks of a pool", () => {
  it("are one a trial, of all patients of its cohorts", () => {
    const parts = [
      study({ trial: "x", events: 8, n: 10 }),
      study({ trial: "x", events: 1, n: 20 }),
    ];
    const studies = [...parts, study({ trial: "y", events: 5, n: 10, estimate: 0.5 })];
    expect(listTrialRatesToDraw(pool({ k: 2, studies }))).toEqual([0.3, 0.5]);
    expect(listTrialRatesToDraw(pool({ k: 1, studies: parts }))).toEqual([]);
  });

  it("are at most twelve", () => {
    const twelve = Array.from({ length: 12 }, (_, index) => index / 16);
    expect(listTrialRatesToDraw(poolOf(...twelve))).toEqual(twelve);
  });

  it.each([
    // quantile((0:12)/16) of R.
    [13, [0, 0.1875, 0.375, 0.5625, 0.75]],
    // quantile((0:13)/16) of R.
    [14, [0, 0.203125, 0.40625, 0.609375, 0.8125]],
  ])("are the smallest, the quartiles and the largest of %i", (length, rates) => {
    const many = Array.from({ length }, (_, index) => (length - 1 - index) / 16);
    expect(listTrialRatesToDraw(poolOf(...many))).toEqual(rates);
  });
});

it("where another trial would lie is told of three trials, and of no fewer", () => {
  expect(readPredictionIntervalIfThreeTrials(poolOf(0.1, 0.2, 0.3))).toEqual([0.4, 0.6]);
  expect(readPredictionIntervalIfThreeTrials(poolOf(0.1, 0.2))).toBeNull();
});
