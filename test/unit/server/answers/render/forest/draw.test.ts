import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { placeOn } from "#presentation/svg/geometry.ts";
import { columns } from "#server/answers/render/forest/sheet.ts";
import { pool, row, study } from "../../../../../support/answers.ts";
import { anyQuery, queryOf } from "../../../../../support/queries.ts";
import { runsOf } from "../../../../../support/sample.ts";
import { madeUp, svgFor, svgOf } from "./figures.ts";

const ids = dataset.outcomes.map(({ id }) => id);

/** Text that must not occur in an attribute or a label; it would come from a failed computation. */
const accident = /NaN|undefined|Infinity|\[object|null/;

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
    const [, mark = ""] = /<g data-mark="study">(.*?)<\/g>/.exec(svg) ?? [];
    const number = (name: string) => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(mark)?.[1]);
    const [, from, to] = / d="M([\d.]+) [\d.]+H([\d.]+)"/.exec(mark) ?? [];
    expect(Number(from)).toBeCloseTo(placeOn(plot, 0.1), 0);
    expect(Number(to)).toBeCloseTo(placeOn(plot, 0.5), 0);
    expect(number("x") + number("width") / 2).toBeCloseTo(placeOn(plot, 0.25), 0);
  });

  it("escapes what a label may hold", () => {
    const label = `<script>alert("1")</script> & 'so' ]]>`;
    const pools = { "car-t": pool({ studies: [study({ label, product: "<b>" })] }), bsab: pool() };
    const { svg } = madeUp(row({ pools, label: "<i>", detail: '"&<' }));
    expect(svg).not.toMatch(/<script|<b>|<i>|&(?!amp;|lt;|gt;|quot;|#)/);
  });

  it("keeps a name that had to be cut whole in a title", () => {
    const label = "A cohort with a name that goes on and on ".repeat(4).trim();
    const pools = { "car-t": pool({ studies: [study({ label })] }), bsab: pool() };
    const { svg } = madeUp(row({ pools }));
    expect(svg).toContain(`<title>${label}</title>`);
    expect(svg).toContain("…</text>");
  });

  it("shows a rate of none and of all at the ends of the axis", () => {
    const none = study({ events: 0, estimate: 0, interval: [0, 0.04] });
    const all = study({ events: 100, estimate: 1, interval: [0.96, 1] });
    const { svg } = madeUp(
      row({ pools: { "car-t": pool({ studies: [none, all] }), bsab: pool() } }),
    );
    expect(svg).toContain(">0/100<");
    expect(svg).toContain(">100/100<");
    expect(svg).not.toMatch(accident);
  });
});

it("names the whole address of a long question, and counts above what was left out", () => {
  const cohorts = dataset.cohorts.slice(0, 60).map(({ id }) => id);
  const question = `outcome=orr&exclude=${cohorts.join(",")}`;
  const svg = svgFor(question);
  const lines = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
  const canonical = canonicalQuery(queryOf(question, dataset), dataset);
  const address = `/v1/comparison?${canonical.replaceAll("&", "&amp;")}`;
  expect(lines.join("")).toContain(address);
  expect(lines.join(" ")).toMatch(/ · without \d+ trials · /);
});
