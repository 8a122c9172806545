import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Agreement } from "#core/comparison/agreement.ts";
import { type GateRule, gate, gatedPools } from "#core/comparison/published-gate.ts";
import type { Published, PublishedResult, PublishedScope } from "#data/schema.ts";
import { printedResult, publication } from "../../../support/published.ts";

interface Breakage {
  result?: Partial<PublishedResult>;
  scope?: Partial<PublishedScope>;
  publication?: Partial<Published>;
}

/** At least one violation of every rule of the gate. */
const breakages: Readonly<Record<GateRule, readonly Breakage[]>> = {
  outcome: [{ result: { outcome: null } }, { result: { estimatePercent: null } }],
  reviewed: [{ publication: { tier: 4 } }],
  disease: [
    { scope: { disease: "mixed" } },
    { scope: { disease: "other" } },
    { scope: { disease: null } },
  ],
  class: [
    { scope: { group: "product" } },
    { scope: { group: "subgroup" } },
    { scope: { group: "both" } },
    { scope: { group: null } },
    { result: { therapyClass: null } },
  ],
  definition: [{ scope: { definition: "other" } }, { scope: { definition: null } }],
  "prior-lines": [{ scope: { priorLines: null } }],
  interval: [
    { result: { intervalPercent: null } },
    { result: { intervalPercent: [-0.1, 90] } },
    { result: { intervalPercent: [70, 100.1] } },
    { result: { intervalPercent: [80.1, 90] } },
    { result: { intervalPercent: [70, 79.9] } },
  ],
  oddity: [{ result: { oddity: "printed so" } }],
  studies: [{ publication: { k: null } }, { publication: { k: { bsAb: 8 } } }],
  year: [{ publication: { year: null } }],
  address: [{ publication: { doi: null, seenAt: null } }],
};

const broken = ({ result, scope, publication: over }: Breakage): [Published, PublishedResult] => {
  const one = printedResult(result, scope);
  return [publication({ ...over, results: [one] }), one];
};

describe("the gate of published pools", () => {
  it("passes a result that breaks no rule, as rates of 0 to 1", () => {
    expect(gate(...broken({}))).toEqual({
      publication: "made-2024",
      citation: "Made J. 2024.",
      href: "https://doi.org/10.1000/made",
      year: 2024,
      searchedTo: null,
      outcome: "orr",
      therapyClass: "car-t",
      k: null,
      studies: 20,
      estimate: 0.8,
      interval: [0.7, 0.9],
      target: "bcma",
      priorLines: [3, null],
      evidence: "trial",
      agreement: null,
    });
  });

  it.each(
    Object.entries(breakages).flatMap(([rule, all]) => all.map((one) => [rule, one] as const)),
  )("stops what breaks the rule of the %s: %j", (rule, breakage) => {
    expect(gate(...broken(breakage))).toBe(rule);
  });

  it("passes intervals that end at 0, at 100 or at the estimate", () => {
    for (const intervalPercent of [
      [0, 80],
      [80, 100],
    ] as [number, number][]) {
      expect(gate(...broken({ result: { intervalPercent } }))).toMatchObject({ estimate: 0.8 });
    }
  });

  it("takes the page where it was read if there is no DOI, and the cohorts of the result", () => {
    const seenAt = "https://example.org/abstract";
    const passed = gate(
      ...broken({ publication: { doi: null, seenAt, k: null }, result: { k: 7 } }),
    );
    expect(passed).toMatchObject({ href: seenAt, k: 7, studies: null });
    expect(gate(...broken({ publication: { k: { trials: 16 } } }))).toMatchObject({ studies: 16 });
  });

  it("adds whether its own question, asked here, agrees: of the rate of that very group", () => {
    const [whole, result] = broken({});
    const said: Agreement = {
      published: whole.id,
      outcome: "orr",
      group: result.group,
      measure: "rate",
      theirs: { value: 80, interval: [70, 90] },
      ours: null,
      cohorts: { found: null, used: 20 },
      status: "within their interval",
      reason: null,
      query: null,
    };
    const others: Agreement[] = [
      { ...said, group: "another", status: "differs" },
      { ...said, measure: "odds ratio", status: "differs" },
      { ...said, outcome: "cr", status: "differs" },
      { ...said, published: "another", status: "differs" },
    ];
    expect(gate(whole, result, others)).toMatchObject({ agreement: null });
    expect(gate(whole, result, [...others, said])).toMatchObject({
      agreement: { status: "within their interval", reason: null },
    });
  });

  it("never lets through a result that breaks any of the rules", () => {
    const all = Object.values(breakages).flat();
    fc.assert(
      fc.property(fc.subarray(all, { minLength: 1 }), fc.nat(3), (chosen, good) => {
        const merged = chosen.reduce<Required<Breakage>>(
          (sum, one) => ({
            result: { ...sum.result, ...one.result },
            scope: { ...sum.scope, ...one.scope },
            publication: { ...sum.publication, ...one.publication },
          }),
          { result: {}, scope: {}, publication: {} },
        );
        const [bad] = broken(merged);
        const fine = publication({
          id: "fine",
          results: Array.from({ length: good }, () => printedResult()),
        });
        const passed = gatedPools([bad, fine], []);
        expect(passed.map((one) => one.publication)).toEqual(Array(good).fill("fine"));
      }),
    );
  });
});
