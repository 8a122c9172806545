import { describe, expect, it } from "vitest";
import { type SubgroupLevel, subgroupsOf } from "#core/others/subgroups.ts";
import { subgroups as studies } from "#data/generated/collections.ts";
import { levelText, tablesByStudy } from "#presentation/statement/subgroups.ts";
import { catalogue } from "#words/catalogue.ts";

const level = (over: Partial<SubgroupLevel>): SubgroupLevel => ({
  wording: "age",
  level: "≥ 65",
  patients: { min: 65, max: null },
  events: 65,
  n: 75,
  percentPrinted: 86.7,
  medianMonths: null,
  interval: null,
  derived: true,
  derivedRange: null,
  p: null,
  oddity: null,
  note: null,
  locator: "abstract",
  effect: null,
  source: undefined,
  ...over,
});
const nothing = { events: null, n: null, percentPrinted: null };
const said = (over: Partial<SubgroupLevel>) => levelText(level(over), catalogue);

describe("the level of a study", () => {
  it("without a count says so, with a median its interval", () => {
    expect(said({ events: null, n: null, percentPrinted: 35 })).toBe("≥ 65: 35 %, n not printed");
    expect(said({ ...nothing, medianMonths: 8.2, interval: [4.8, null] })).toBe(
      "≥ 65: median 8.2 months (4.8 to not reached), n not printed",
    );
    expect(said(nothing)).toBe("≥ 65: no number printed");
  });

  it("that is two against each other has the names of both in its effect", () => {
    const effect = {
      measure: "odds-ratio",
      value: 1.2,
      interval: [0.9, 1.6],
      of: "≥ 70",
      against: "18-69",
      adjustment: null,
    } as const;
    expect(
      said({
        ...nothing,
        level: "≥ 70 vs 18-69",
        patients: "comparison",
        effect: { ...effect, interval: [0.9, 1.6] },
      }),
    ).toBe("odds ratio 1.2 (0.9 to 1.6), ≥ 70 against 18-69, n not printed");
    const rates = { ...effect, measure: "incidence-rate-ratio", interval: null } as const;
    expect(said({ effect: rates })).toContain("incidence rate ratio 1.2");
  });
});

describe("tables by study", () => {
  it("lose none and mix none", () => {
    const tables = subgroupsOf(studies, {});
    const byStudy = tablesByStudy(tables);
    expect(byStudy).toHaveLength(studies.length);
    for (const own of byStudy) {
      expect(new Set(own.map(({ study }) => study.id)).size).toBe(1);
    }
    expect(byStudy.flat()).toHaveLength(tables.length);
  });
});
