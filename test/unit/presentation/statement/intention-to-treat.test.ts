import { describe, expect, it } from "vitest";
import type { Collected, IntentionToTreat, Pool } from "#core/answer/answer.ts";
import { intentionToTreatView } from "#presentation/statement/intention-to-treat.ts";
import { catalogue } from "#words/catalogue.ts";
import { comparison, noPool, pool, row, study } from "../../../support/answers.ts";

const nothing: IntentionToTreat = {
  k: 0,
  events: null,
  n: null,
  estimate: null,
  interval: null,
  studies: [],
  infused: [],
  collected: null,
};
const one = study({
  ...{ cohort: "one", label: "ONE", events: 92, n: 97, estimate: 92 / 97 },
  interval: [0.88, 0.98],
});
const two = study({ cohort: "two", label: "TWO" });
const oneCollected = study({
  ...{ ...one, n: 113, estimate: 92 / 113 },
  ...{ interval: [0.73, 0.88], population: "leukapheresed" },
});
const arm = study({ cohort: "arm", label: "ARM", population: "randomised" });

const shown = (carT: Pool) =>
  intentionToTreatView(row({ pools: { "car-t": carT, bsab: noPool } }), comparison(), catalogue);
const viewOf = (over: Partial<IntentionToTreat> | null, of: Partial<Pool> = {}) =>
  shown(
    pool({ k: 2, studies: [one, two], ...of, intentionToTreat: over && { ...nothing, ...over } }),
  );
const { intentionToTreat: words } = catalogue.detail;

describe("all who were to be treated", () => {
  it("is not spoken of where it does not apply, or where nothing is known at all", () => {
    expect(viewOf(null)).toBeNull();
    expect(shown({ ...noPool, intentionToTreat: nothing })).toBeNull();
  });

  it("shows both counts of a trial, and says that these are other trials than those above", () => {
    const view = viewOf({ k: 1, estimate: 0.8, interval: [0.3, 0.95], studies: [oneCollected] });
    expect(view?.cohorts).toMatchObject([
      {
        cohort: "one",
        text: "95 of 100 infused (92 of 97, 88–98); 81 of 100 with cells collected (92 of 113, 73–88)",
      },
    ]);
    expect(view?.scope).toBe(words.scope(1, 2));
  });

  it("prints the pool of several trials, and never that of one", () => {
    const numbers = { estimate: 0.62, interval: [0.5, 0.7] } as const;
    expect(viewOf({ k: 1, ...numbers, studies: [oneCollected] })?.pooled).toBeNull();
    expect(viewOf({ k: 2, ...numbers, studies: [oneCollected, arm] })?.pooled).toBe(
      words.pooled("62", "(50–70)", 2),
    );
  });

  it("says that it is not reported in our sources", () => {
    expect(viewOf({})).toMatchObject({ scope: words.scope(0, 2), cohorts: [], infused: "" });
  });

  it("says that the number above counts these patients already, and their count once", () => {
    const view = viewOf({ k: 1, studies: [arm] }, { k: 1, studies: [arm] });
    expect(view?.scope).toBe(words.already(1));
    expect(view?.cohorts[0]?.text).toBe("50 of 100 randomised (50 of 100, 40–60)");
  });

  it("leaves out a count that survival does not have", () => {
    const survival = study({ ...arm, events: null });
    expect(viewOf({ k: 1, studies: [survival] })?.cohorts[0]?.text).toBe(
      "50 of 100 randomised (40–60)",
    );
  });

  const infused = [
    { cohort: "one", label: "ONE", events: 97, n: 113 },
    { cohort: "two", label: "TWO", events: 128, n: 140 },
    { cohort: "elsewhere", label: "ELSEWHERE", events: 1, n: 2 },
  ];

  it("tells of the other trials above only how many were infused", () => {
    expect(viewOf({ k: 1, studies: [oneCollected], infused })?.infused).toBe(
      words.infused(["TWO 128 of 140"]),
    );
  });

  it("shows what is derived, with its paper, and not what is printed a second time", () => {
    const count = (events: number, n: number) => ({ events, n });
    const citation = { text: "A paper", href: null, locator: null, tier: 1, publication: "x" };
    const of = { cut: "primary", source: 0, assumed: false, printed: "orr", citation };
    const collected: Collected = {
      ...{ trials: 2, of: 2, infused: count(142, 197) },
      collected: { ...count(142, 253), derived: true },
      cohorts: [
        {
          ...{ ...of, cohort: "one", label: "ONE", derived: false },
          ...{ infused: count(92, 97), collected: count(92, 113) },
        },
        {
          ...{ ...of, cohort: "two", label: "TWO", derived: true },
          ...{ infused: count(50, 100), collected: count(50, 140) },
        },
      ],
    };
    const view = viewOf({ k: 1, studies: [oneCollected], infused, collected });
    expect(view?.collected).toContain("72 of 100 infused and 56 of 100 collected");
    expect(view?.cohorts.map(({ cohort }) => cohort)).toEqual(["one", "two"]);
    expect(view?.cohorts[1]).toMatchObject({
      ...{ label: "TWO", publication: "x" },
      text: expect.stringMatching(/^50 of 140, derived/),
    });
    expect(view?.infused).toBe("");
    expect(viewOf({})?.collected).toBeUndefined();
  });
});
