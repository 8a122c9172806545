import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { formatQuery } from "#core/question/query-text.ts";
import { placeFractionOnAxis } from "#presentation/svg/geometry.ts";
import { columns } from "#server/answers/render/forest/draw.tsx";
import { pool, row, study } from "../../../../../support/answers.ts";
import { anyQuery, queryOf } from "../../../../../support/queries.ts";
import { runsOf } from "../../../../../support/sample.ts";
import { madeUp, svgFor, svgOf, textBoxes } from "./figures.ts";

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

  it("has the marks where the scale says", () => {
    const { plot } = columns;
    const single = study({ estimate: 0.25, interval: [0.1, 0.5], weight: 100 });
    const { svg } = madeUp(row({ pools: { "car-t": pool({ studies: [single] }), bsab: pool() } }));
    const [, mark = ""] = /<g data-mark="trial"[^>]*>(.*?)<\/g>/.exec(svg) ?? [];
    const [, from, to] = / d="M([\d.]+) [\d.]+H([\d.]+)"/.exec(mark) ?? [];
    const [, at] = /translate\(([\d.]+) [\d.]+\)/.exec(mark) ?? [];
    expect(Number(from)).toBeCloseTo(placeFractionOnAxis(plot, 0.1), 0);
    expect(Number(to)).toBeCloseTo(placeFractionOnAxis(plot, 0.5), 0);
    expect(Number(at)).toBeCloseTo(placeFractionOnAxis(plot, 0.25), 0);
    const [, start, side] = / d="M(-[\d.]+)-[\d.]+h([\d.]+)v/.exec(mark) ?? [];
    expect(Number(start)).toBeCloseTo(-Number(side) / 2, 0);
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

  it("has a small diamond for a number whose interval is too wide to say anything", () => {
    const studies = [study({ cohort: "a" }), study({ cohort: "b" })];
    const wide = pool({ ...counted, interval: [0.001, 0.999], k: 2, studies });
    const { svg } = madeUp(row({ pools: { "car-t": wide, bsab: pool() } }));
    expect(svg).toContain(">(too wide)<");
    expect(svg).toContain(' d="M-6 0l6-7.5 6 7.5-6 7.5z"');
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

  it("shows a rate of none and of all at the ends of the axis", () => {
    const none = study({ events: 0, estimate: 0, interval: [0, 0.04] });
    const all = study({ events: 100, estimate: 1, interval: [0.96, 1] });
    const { svg } = madeUp(
      row({ pools: { "car-t": pool({ studies: [none, all] }), bsab: pool() } }),
    );
    expect(svg).toContain(">0 of 100<");
    expect(svg).toContain(">100 of 100<");
    expect(svg).not.toMatch(accident);
  });
});

it("names the whole address of a long question, and counts above what was left out", () => {
  const cohorts = dataset.cohorts.slice(0, 60).map(({ id }) => id);
  const question = `outcome=orr&exclude=${cohorts.join(",")}`;
  const svg = svgFor(question);
  const lines = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
  const canonical = formatQuery(queryOf(question, dataset), dataset);
  const address = `/v1/comparison?${canonical.replaceAll("&", "&amp;")}`;
  expect(lines.join("")).toContain(address);
  expect(lines.join(" ")).toMatch(/ · without \d+ trials · /);
});
