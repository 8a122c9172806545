import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { pool, row, study } from "../../../../../support/answers.ts";
import { anyQuery } from "../../../../../support/queries.ts";
import { runsOf } from "../../../../../support/sample.ts";
import { madeUp, svgOf, textBoxes } from "./figures.ts";

const ids = dataset.outcomes.map(({ id }) => id);

/** Text that must not occur in an attribute or a label; it would come from a failed computation. */
const accident = /NaN|undefined|Infinity|\[object|null/;

const counted = { events: 70, n: 100, estimate: 0.7, interval: [0.5, 0.85] } as const;

describe("a picture", () => {
  it("holds no number that is none, whatever is asked", () => {
    const question = fc.tuple(anyQuery(dataset), fc.constantFrom(...ids));
    const theme = fc.constantFrom("light", "dark");
    fc.assert(
      fc.property(question, theme, ([query, outcome], colours) => {
        const svg = svgOf({ ...query, outcome: [outcome] }, colours);
        expect(svg).not.toMatch(accident);
        expect(svg).not.toMatch(/<(script|style|foreignObject|image|use|a)\b|\bon\w+=|style=/);
      }),
      { numRuns: runsOf(60) },
    );
  });

  it("has squares with areas by the weights of the trials that are counted", () => {
    const trials = [
      study({ cohort: "a", events: 40, n: 50, weight: 64 }),
      study({ cohort: "b", events: 30, n: 50, weight: 36 }),
    ];
    const small = study({ cohort: "c", events: 5, n: 10 });
    const { svg } = madeUp(
      row({
        pools: {
          "car-t": pool({ ...counted, k: 2, studies: trials, smallTrials: [small] }),
          bsab: pool(),
        },
      }),
    );
    const squares = [
      ...svg.matchAll(/fill="(#\w+)">(?:<path[^>]*><\/path>)?<path [^>]*h([\d.]+)v/g),
    ];
    const [large, little, hollow] = squares.map(([, , side]) => Number(side) ** 2);
    expect((large ?? 0) / (little ?? 1)).toBeCloseTo(64 / 36, 1);
    expect(hollow).toBe(64);
    expect(squares.map(([, fill]) => fill)).toEqual(["#0a66a8", "#0a66a8", "#fff"]);
  });

  it("escapes what a label may hold", () => {
    const label = `<script>alert("1")</script> & 'so' ]]>`;
    const pools = { "car-t": pool({ studies: [study({ label, product: "<b>" })] }), bsab: pool() };
    const { svg } = madeUp(row({ pools, label: "<i>", detail: '"&<' }));
    expect(svg).not.toMatch(/<script|<b>|<i>|&(?!amp;|lt;|gt;|quot;|#)/);
  });

  it("has a long name whole, in as many lines as it needs", () => {
    const label = "A cohort with a name that goes on and on ".repeat(4).trim();
    const pools = { "car-t": pool({ studies: [study({ label })] }), bsab: pool() };
    const lines = textBoxes(madeUp(row({ pools })).svg).map(({ text }) => text);
    expect(lines.join(" ")).toContain(label);
  });
});
