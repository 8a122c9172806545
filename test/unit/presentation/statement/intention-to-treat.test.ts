import { describe, expect, it } from "vitest";
import { intentionToTreatView } from "#presentation/statement/intention-to-treat.ts";
import type { ApiIntentionToTreat, ApiPool } from "#presentation/words/api-answer.ts";
import { englishNumbers } from "#presentation/words/numbers.ts";
import { detail as enDetail } from "#words/detail.ts";
import { noPool, pool, study } from "../../../support/answers.ts";

const nothing: ApiIntentionToTreat = {
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
  cohort: "one",
  label: "ONE",
  events: 92,
  n: 97,
  estimate: 92 / 97,
  interval: [0.88, 0.98],
});
const two = study({ cohort: "two", label: "TWO" });
const oneCollected = study({
  ...one,
  n: 113,
  estimate: 92 / 113,
  interval: [0.73, 0.88],
  population: "leukapheresed",
});
const arm = study({ cohort: "arm", label: "ARM", population: "randomised" });

const viewOf = (over: Partial<ApiIntentionToTreat> | null, of: Partial<ApiPool> = {}) =>
  intentionToTreatView(
    pool({ k: 2, studies: [one, two], ...of, intentionToTreat: over && { ...nothing, ...over } }),
    enDetail,
    englishNumbers,
  );

describe("all who were to be treated", () => {
  it("is not spoken of where it does not apply, or where nothing is known at all", () => {
    expect(viewOf(null)).toBeNull();
    expect(
      intentionToTreatView({ ...noPool, intentionToTreat: nothing }, enDetail, englishNumbers),
    ).toBeNull();
  });

  it("shows both counts of a trial, and says that these are other trials than those above", () => {
    const view = viewOf({ k: 1, estimate: 0.8, interval: [0.3, 0.95], studies: [oneCollected] });
    expect(view?.cohorts).toMatchObject([
      {
        cohort: "one",
        text: "95 of 100 infused (92 of 97, 88–98); 81 of 100 with cells collected (92 of 113, 73–88)",
      },
    ]);
    expect(view?.scope).toContain("Printed for 1: another set than the 2 counted above");
  });

  it("prints the pool of several trials, and never that of one", () => {
    const numbers = { estimate: 0.62, interval: [0.5, 0.7] } as const;
    expect(viewOf({ k: 1, ...numbers, studies: [oneCollected] })?.pooled).toBeNull();
    expect(viewOf({ k: 2, ...numbers, studies: [oneCollected, arm] })?.pooled).toBe(
      "In a typical one of these 2: 62 of 100 (50–70).",
    );
  });

  it("says that it is not reported in our sources", () => {
    const view = viewOf({});
    expect(view?.scope).toContain("Not reported in our sources");
    expect(view?.cohorts).toEqual([]);
  });

  it("says that the number above counts these patients already", () => {
    const view = viewOf({ k: 1, studies: [arm] }, { k: 1, studies: [arm] });
    expect(view?.scope).toBe("The one counted above counts all of them.");
    expect(view?.cohorts[0]?.text).toBe("50 of 100 randomised (50 of 100, 40–60)");
  });

  it("tells of the other trials above only how many were infused", () => {
    const infused = [
      { cohort: "one", label: "ONE", events: 97, n: 113 },
      { cohort: "two", label: "TWO", events: 128, n: 140 },
      { cohort: "elsewhere", label: "ELSEWHERE", events: 1, n: 2 },
    ];
    expect(viewOf({ k: 1, studies: [oneCollected], infused })?.infused).toBe(
      "Infused, of all with cells collected: TWO 128 of 140.",
    );
  });

  it("leaves out a count that survival does not have", () => {
    const survival = study({ ...arm, events: null });
    expect(viewOf({ k: 1, studies: [survival] })?.cohorts[0]?.text).toBe(
      "50 of 100 randomised (40–60)",
    );
  });

  it("shows what is derived once, with its paper, and the counts as the server says them", () => {
    const infused = [
      { cohort: "one", label: "ONE", events: 97, n: 113 },
      { cohort: "two", label: "TWO", events: 128, n: 140 },
    ];
    const count = { events: 50, n: 100 };
    const of = {
      ...count,
      label: "",
      cut: "primary",
      source: 0,
      assumed: false,
      infused: count,
      collected: count,
    };
    const citation = {
      text: "A paper",
      href: null,
      locator: null,
      tier: 1,
      publication: "https://x",
    } as const;
    const collected = {
      trials: 2,
      of: 2,
      infused: count,
      collected: { ...count, derived: true },
      text: "In the 2 of 2 trials.",
      cohorts: [
        { ...of, cohort: "one", derived: false, citation, text: "92 of 113, as printed" },
        { ...of, cohort: "two", label: "TWO", derived: true, citation, text: "50 of 140, derived" },
      ],
    };
    const view = viewOf({ k: 1, studies: [oneCollected], infused, collected });
    expect(view?.collected).toBe("In the 2 of 2 trials.");
    expect(view?.cohorts.map(({ cohort }) => cohort)).toEqual(["one", "two"]);
    expect(view?.cohorts[1]).toEqual({
      cohort: "two",
      label: "TWO",
      publication: "https://x",
      text: "50 of 140, derived",
    });
    expect(view?.infused).toBe("");
    expect(viewOf({})?.collected).toBeUndefined();
  });
});
