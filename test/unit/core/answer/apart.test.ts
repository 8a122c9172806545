/** Tests when the trials of two classes lie apart, and that leaving any out never turns it round. */
import fc from "fast-check";
import { expect, it } from "vitest";

import type { Collected, Pool } from "#core/answer/answer.ts";
import { judgeApart, listSideByTrial, type SideByTrial } from "#core/answer/apart.ts";
import { pool, row, study } from "../../../support/answers.ts";
import { forAny } from "../../../support/for-any.ts";

const tick = (count: string) => {
  const [events = 0, n = 0] = count.split("/").map(Number);
  return { estimate: events / n, n };
};
/** Returns a side from counts such as "35/100 40/100". */
const side = (counts: string, apheresed: string | null = null): SideByTrial => ({
  trials: counts.split(" ").map(tick),
  apheresed: apheresed === null ? null : apheresed.split(" ").filter(Boolean).map(tick),
});
const three = "35/100 40/100 45/100";

it.each<[string, SideByTrial, SideByTrial, -1 | 0 | 1]>([
  ["three above two", side(three), side("10/100 34/100"), 1],
  ["two below three, the other way round", side("10/100 34/100"), side(three), -1],
  ["two against two", side("35/100 40/100"), side("10/100 20/100"), 0],
  ["one within the other", side(three), side("10/100 36/100"), 0],
  ["the same in whole numbers", side("1/103 6/100 5/97"), side("1/165 0/94"), 0],
  ["a smaller trial between", side(three), side("10/100 34/100 7/20"), 0],
  ["a smaller trial on the wrong side", side(`${three} 0/20`), side("10/100 34/100"), 0],
  ["a smaller trial beyond", side(`${three} 20/20`), side("10/100 34/100 0/29"), 1],
  ["smaller trials do not count", side("35/100 40/100 9/20"), side("10/100 30/100"), 0],
  ["all apheresed beyond, too", side(three, "35/100"), side("10/100 34/100"), 1],
  ["all apheresed within", side(three, "35/100 34/100"), side("10/100 34/100"), 0],
  ["all apheresed of no trial of 30", side(three, "29/29"), side("10/100 34/100"), 0],
  ["all apheresed below", side("10/100 30/100", "1/110"), side(three), -1],
])("%s", (_, a, b, expected) => {
  expect(judgeApart(a, b)).toBe(expected);
});

it("leaving out trials never turns it round", () => {
  const trial = fc.record({
    rate: fc.integer({ min: 0, max: 100 }),
    n: fc.integer({ min: 10, max: 120 }),
    share: fc.constantFrom(null, 0.7, 1),
    isKept: fc.boolean(),
  });
  type Trials = readonly (typeof trial extends fc.Arbitrary<infer T> ? T : never)[];
  const sideOf = (trials: Trials): SideByTrial => ({
    trials: trials.map(({ rate, n }) => ({ estimate: rate / 100, n })),
    apheresed: trials.flatMap(({ rate, n, share }) =>
      share === null ? [] : { estimate: (rate / 100) * share, n: n / share },
    ),
  });
  // A class whose rates lie high or low anywhere, so that many draws are apart.
  const trials = fc
    .tuple(fc.constantFrom(0, 0, 50), fc.array(trial, { maxLength: 7 }))
    .map(([floor, drawn]) => drawn.map((one) => ({ ...one, rate: floor + one.rate / 2 })));
  let apart = 0;
  forAny([trials, trials], 1000, (a, b) => {
    const kept = (all: Trials) => sideOf(all.filter(({ isKept }) => isKept));
    const [before, after] = [judgeApart(sideOf(a), sideOf(b)), judgeApart(kept(a), kept(b))];
    apart += Math.abs(before * after);
    expect(before * after).not.toBe(-1);
  });
  expect(apart).toBeGreaterThan(5);
});

const one = { trial: "x", n: 20 };
const collected = (cohort: string, events: number, n: number) =>
  ({ cohort, collected: { events, n } }) as Collected["cohorts"][number];
const overAll = (cohorts: Collected["cohorts"]) =>
  ({ collected: { cohorts } }) as unknown as Pool["intentionToTreat"];

it("a side has one rate a trial, small ones with it, and of a response all apheresed where known", () => {
  const studies = [
    study({ ...one, cohort: "a", events: 10 }),
    study({ ...one, cohort: "b", events: 20 }),
    study({ trial: "y", cohort: "c", events: 40, n: 80, population: "randomised" }),
  ];
  const smallTrials = [study({ trial: "z", cohort: "d", events: 3, n: 12 })];
  const made = pool({ studies, smallTrials, intentionToTreat: overAll([collected("a", 10, 25)]) });
  const rates = (ticks: SideByTrial["apheresed"]) =>
    ticks?.map(({ estimate, n }) => [estimate, n]) ?? null;
  const { trials, apheresed } = listSideByTrial(made, row());
  expect(rates(trials)).toEqual([
    [0.75, 40],
    [0.5, 80],
    [0.25, 12],
  ]);
  expect(rates(apheresed)).toEqual([
    [0.4, 25],
    [0.5, 80],
  ]);
  // What is assumed of all apheresed shows nothing alone.
  const assumed = overAll([{ ...collected("a", 10, 25), assumed: true }]);
  const ofInfused = pool({ studies: studies.slice(0, 2), intentionToTreat: assumed });
  expect(listSideByTrial(ofInfused, row()).apheresed).toEqual([]);
  const harm = { role: null, partOf: null, direction: "harm" } as const;
  expect(listSideByTrial(made, harm).apheresed).toBeNull();
});
