import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type GateRule,
  gate,
  gatedPools,
  heldRates,
  rangesOf,
  withheldOf,
} from "#core/comparison/published-gate.ts";
import { collections } from "#data/generated/collections.ts";
import type { Published, PublishedResult, PublishedScope } from "#data/schema.ts";
import { printedResult, publication } from "../../../support/published.ts";

interface Breakage {
  result?: Partial<PublishedResult>;
  scope?: Partial<PublishedScope>;
  publication?: Partial<Published>;
}

function odds(value: number, interval: [number, number]) {
  return { measure: "OR", value, interval, p: "0.01", versus: "BsAb" };
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
  contrast: [
    { result: { estimatePercent: 20, intervalPercent: [10, 30], comparison: odds(2, [1.2, 3]) } },
  ],
  oddity: [{ result: { oddity: "printed so" } }],
  studies: [{ publication: { k: null } }, { publication: { k: { bsAb: 8 } } }],
  year: [{ publication: { year: null } }],
};

const broken = ({ result, scope, publication: over }: Breakage): [Published, PublishedResult] => {
  const one = printedResult(result, scope);
  const other = printedResult({ therapyClass: "bsab", estimatePercent: 50, outcome: one.outcome });
  return [publication({ ...over, results: [one, other] }), one];
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
      events: null,
      interval: [0.7, 0.9],
      contrast: null,
      target: "bcma",
      priorLines: [3, null],
      evidence: "trial",
      set: null,
      ownOnly: null,
    });
  });

  it("passes both rates without an interval beside a contrast whose interval holds their ratio", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom("OR", "HR"),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: 1, max: 20, noNaN: true }),
        (carT, bsab, measure, lower, width) => {
          const interval: [number, number] = [lower, lower * width];
          const comparison = { ...odds(lower * Math.sqrt(width), interval), measure };
          const results = [
            printedResult({ estimatePercent: carT, intervalPercent: null, comparison }),
            printedResult({ therapyClass: "bsab", estimatePercent: bsab, intervalPercent: null }),
          ];
          const ratio =
            measure === "OR"
              ? (carT * (100 - bsab)) / (bsab * (100 - carT))
              : Math.log(carT / 100) / Math.log(bsab / 100);
          // At the limits themselves rounding decides.
          fc.pre(interval.every((limit) => Math.abs(ratio / limit - 1) > 1e-9));
          const holds = ratio > interval[0] && ratio < interval[1];
          const passed = results.map((one) => gate(publication({ results }), one));
          if (holds) {
            expect(passed).toMatchObject([
              { estimate: carT / 100, interval: null, contrast: { interval } },
              { estimate: bsab / 100, interval: null, contrast: null },
            ]);
          } else {
            expect(passed).toEqual(["contrast", "contrast"]);
          }
        },
      ),
    );
  });

  it.each<[string, Partial<PublishedResult>, Partial<PublishedScope>]>([
    ["has no interval", { comparison: { ...odds(4, [2, 8]), interval: null } }, {}],
    ["is with something else", { comparison: { ...odds(4, [2, 8]), versus: "ide-cel" } }, {}],
    ["is of other patients", { comparison: odds(4, [2, 8]) }, { evidence: "all" }],
  ])("stops rates without an interval if their contrast %s", (_, over, scope) => {
    const one = printedResult({ intervalPercent: null, ...over }, scope);
    const other = printedResult({ therapyClass: "bsab", estimatePercent: 50 });
    expect(gate(publication({ results: [one, other] }), one)).toBe("interval");
  });

  it("lets a result of a set stand beside its own question without what others need", () => {
    const set = { name: "Made 2024", pins: {}, rows: null, assumed: null };
    const own = (result: Partial<PublishedResult>, scope: Partial<PublishedScope> = {}) =>
      gate(...broken({ result, scope, publication: { set } }));
    expect(own({})).toMatchObject({ set: "Made 2024", ownOnly: null });
    expect(own({ intervalPercent: null })).toMatchObject({ interval: null, ownOnly: "interval" });
    expect(own({}, { definition: "other" })).toMatchObject({ ownOnly: "definition" });
    expect(own({}, { priorLines: null })).toMatchObject({ ownOnly: "prior-lines" });
    // What cannot be right, or is of some patients only, stays out there, too.
    expect(own({ oddity: "printed so" })).toBe("oddity");
    expect(own({ intervalPercent: [81, 90] })).toBe("interval");
    expect(own({}, { group: "subgroup" })).toBe("class");
    expect(
      own({ intervalPercent: null, comparison: odds(22, [7.8, 62]), estimatePercent: 86 }),
    ).toBe("contrast");
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

  it("links the page where it was read if there is no DOI, but no copy, and takes its own cohorts", () => {
    const seenAt = "https://ashpublications.org/abstract";
    const read = (at: string) =>
      gate(...broken({ publication: { doi: null, seenAt: at, k: null }, result: { k: 7 } }));
    expect(read(seenAt)).toMatchObject({ href: seenAt, k: 7, studies: null });
    expect(read("https://example.org/copy")).toMatchObject({ href: null, k: 7 });
    expect(gate(...broken({ publication: { k: { trials: 16 } } }))).toMatchObject({ studies: 16 });
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
        // The other class of the bad one may well pass.
        const passed = gatedPools([bad, fine]).filter((one) => one.therapyClass === "car-t");
        expect(passed.map((one) => one.publication)).toEqual(Array(good).fill("fine"));
      }),
    );
  });
});

describe("the evidence", () => {
  const vandenboom = collections.published.filter(({ id }) => id === "vandenboom-2025");
  const pools = gatedPools(vandenboom);
  const rates = (outcome: string) =>
    pools
      .filter((one) => one.outcome === outcome && !one.ownOnly)
      .map(({ estimate }) => Math.round(100 * (estimate ?? Number.NaN)));

  it("shows what Vandenboom 2025 printed with an interval of the contrast only", () => {
    expect(rates("infection-3")).toEqual([17, 30]);
    expect(rates("vgpr")).toEqual([75, 49]);
    expect(rates("cr")).toEqual([54, 31]);
    expect(rates("crs-3")).toEqual([5, 1]);
    expect(rates("pfs-12")).toEqual([73, 67]);
    expect(pools.find(({ outcome }) => outcome === "infection-3")?.contrast).toEqual({
      measure: "odds-ratio",
      value: 0.48,
      interval: [0.29, 0.79],
      p: "0.004",
    });
  });

  it("keeps its severe adverse events out, not even beside its own question", () => {
    expect(pools.filter(({ outcome }) => outcome === "ae-3")).toEqual([]);
  });

  it("passes counts without a rate, as such, and says why a set's own rate is withheld", () => {
    const deaths = pools.filter(({ outcome }) => outcome === "death-infection");
    expect(deaths.map(({ events, estimate }) => [events, estimate])).toEqual([
      [14, null],
      [45, null],
    ]);
    const withheld = withheldOf(collections.published);
    expect(withheld["vandenboom-2025"]?.["ae-3"]).toContain("OR 22");
  });

  it("knows between which rates the papers of a class lie, where there are five or more", () => {
    const ranges = rangesOf(collections.published);
    expect(ranges["infection-3"]).toEqual({ bsab: [5, 24, 30] });
    const rates = [20, 30, 25, 21, 22].map((estimatePercent, index) =>
      publication({
        id: `p${index}`,
        results: [printedResult({ estimatePercent, intervalPercent: null })],
      }),
    );
    const [first, ...others] = rates;
    if (!first) throw new Error("there are five");
    const group = first.results[0]?.therapyClass ?? "";
    expect(rangesOf(rates)).toEqual({ orr: { [group]: [5, 20, 30] } });
    expect(rangesOf(others)).toEqual({});
    expect(rangesOf([{ ...first, tier: 2 }, ...others])).toEqual({});
  });

  it("counts every rate of a class that is known, whether it passes or not", () => {
    const held = heldRates(collections.published);
    expect(held["infection-3"]?.bsab).toBeGreaterThanOrEqual(8);
    for (const { outcome, therapyClass } of gatedPools(collections.published)) {
      expect(held[outcome]?.[therapyClass]).toBeGreaterThan(0);
    }
  });
});
