import { describe, expect, it } from "vitest";
import type { Collected } from "#core/answer/answer.ts";
import { collectedInWords } from "#presentation/words/collected-in-words.ts";
import { catalogue } from "#words/catalogue.ts";

const of = { label: "", cut: "primary", source: 0, citation: null, printed: "infused" };
const printed = {
  ...of,
  cohort: "one",
  infused: { events: 94, n: 97 },
  collected: { events: 94, n: 113 },
  derived: false,
  assumed: false,
};
const derived = {
  ...of,
  cohort: "two",
  infused: { events: 94, n: 128 },
  collected: { events: 94, n: 140 },
  derived: true,
  assumed: false,
};

function said(cohorts: Collected["cohorts"], evidence: "trial" | "all" = "trial") {
  const sum = (counts: readonly { events: number; n: number }[]) => ({
    events: counts.reduce((all, { events }) => all + events, 0),
    n: counts.reduce((all, { n }) => all + n, 0),
  });
  const coded: Collected = {
    trials: cohorts.length,
    of: 8,
    infused: sum(cohorts.map(({ infused }) => infused)),
    collected: {
      ...sum(cohorts.map(({ collected }) => collected)),
      derived: cohorts.some((one) => one.derived),
    },
    cohorts,
  };
  return collectedInWords(coded, "responded", { evidence }, catalogue);
}

describe("a response over all with cells collected, in words", () => {
  it("stands beside that of the infused of the same trials, and says how many these are", () => {
    expect(said([printed, { ...printed, cohort: "three" }]).text).toBe(
      "In the 2 of 8 trials that print it, 97 of 100 infused and 83 of 100 collected responded (188 of 226).",
    );
  });

  it("says what is derived, of all and of each", () => {
    expect(said([printed, derived]).text).toBe(
      "In the 2 of 8 trials where it is known, 84 of 100 infused and 74 of 100 collected responded (188 of 253, in part derived).",
    );
    expect(said([derived]).text).toBe(
      "In the 1 of 8 trials where it is known, 73 of 100 infused and 67 of 100 collected responded (94 of 140, derived).",
    );
    expect(said([printed, derived]).cohorts).toEqual([
      "94 of 113, as printed",
      "94 of 140, derived: the 94 of 128 infused over the 140 with cells collected",
    ]);
  });

  it("says where it is assumed that all enrolled had cells collected", () => {
    const assumed = { ...printed, label: "ONE", derived: true, assumed: true };
    const { text, cohorts } = said([assumed, derived]);
    expect(text).toBe(
      "In the 2 of 8 trials where it is known, 84 of 100 infused and 74 of 100 collected responded (188 of 253, derived; that all enrolled in ONE had cells collected is assumed).",
    );
    expect(cohorts[0]).toBe(
      "94 of 113, derived: the 94 of 97 infused over the 113 enrolled, assumed to be those with cells collected",
    );
  });

  it("calls trials what are trials only", () => {
    expect(said([printed], "all").text).toContain("In the 1 of 8 studies that prints it");
  });
});
