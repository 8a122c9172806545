import { describe, expect, it } from "vitest";
import type { IntentionToTreat } from "#core/answer/answer.ts";
import { intentionToTreatText } from "#presentation/row/intention-to-treat.ts";
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

const textOf = (over: Partial<IntentionToTreat>) => {
  const carT = pool({ k: 2, studies: [one, two], intentionToTreat: { ...nothing, ...over } });
  return intentionToTreatText(row({ pools: { "car-t": carT, bsab: noPool } }), comparison());
};

describe("all who were to be treated", () => {
  it("prints the pool of several trials, and never that of one", () => {
    const numbers = { estimate: 0.62, interval: [0.5, 0.7] } as const;
    const typical = "In a typical one of these 2: 62 of 100 (50–70).";
    expect(textOf({ k: 1, ...numbers, studies: [oneCollected] })).not.toContain("typical");
    expect(textOf({ k: 2, ...numbers, studies: [oneCollected, arm] })).toContain(typical);
  });
});
