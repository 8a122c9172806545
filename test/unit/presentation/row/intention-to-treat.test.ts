import { describe, expect, it } from "vitest";
import type { IntentionToTreat, Pool } from "#core/answer/answer.ts";
import { intentionToTreatView } from "#presentation/row/intention-to-treat.ts";
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
  intentionToTreatView(row({ pools: { "car-t": carT, bsab: noPool } }), comparison());
const viewOf = (over: Partial<IntentionToTreat> | null, of: Partial<Pool> = {}) =>
  shown(
    pool({ k: 2, studies: [one, two], ...of, intentionToTreat: over && { ...nothing, ...over } }),
  );

describe("all who were to be treated", () => {
  it("prints the pool of several trials, and never that of one", () => {
    const numbers = { estimate: 0.62, interval: [0.5, 0.7] } as const;
    expect(viewOf({ k: 1, ...numbers, studies: [oneCollected] })?.pooled).toBeNull();
    expect(viewOf({ k: 2, ...numbers, studies: [oneCollected, arm] })?.pooled).toBe(
      "In a typical one of these 2: 62 of 100 (50–70).",
    );
  });

  it("leaves out a count that survival does not have", () => {
    const survival = study({ ...arm, events: null });
    expect(viewOf({ k: 1, studies: [survival] })?.cohorts[0]?.text).toBe(
      "50 of 100 randomised (40–60)",
    );
  });
});
