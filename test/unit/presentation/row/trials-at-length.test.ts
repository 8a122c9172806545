/** What a row rests on, for a report: every trial once with its source; the number of a class as page one has it. */
import { describe, expect, it } from "vitest";
import type { Study } from "#core/answer/answer.ts";
import { trialsAtLength } from "#presentation/row/trials-at-length.ts";
import { comparison, pool, row, study } from "../../../support/answers.ts";

const trial = (cohort: string, product: string, over: Partial<Study> = {}) =>
  study({ cohort, label: cohort.toUpperCase(), product, ...over });

const studies = [
  trial("a", "alpha-cel", { events: 40, n: 50, weight: 60 }),
  trial("b", "alpha-cel", { events: 30, n: 50, weight: 40, cut: "other", followUpMonths: 24 }),
];
const held = { product: "alpha-cel", label: "alpha-cel", trials: 2, k: 2, events: 70, n: 100 };

function tablesOf(over: Parameters<typeof pool>[0], of: Parameters<typeof row>[0] = {}) {
  const known = row({ pools: { "car-t": pool(over), bsab: pool() }, ...of });
  const tables = trialsAtLength(known, comparison({ outcomes: [known] }));
  return tables.filter(({ group }) => group === "car-t");
}

describe("the trials of a class", () => {
  const of = {
    ...{
      k: 2,
      trials: 2,
      of: 2,
      events: 70,
      n: 100,
      estimate: 0.7,
      interval: [0.5, 0.85] as const,
    },
    ...{ studies, products: [{ ...held, estimate: 0.7, interval: [0.5, 0.85] as const }] },
  };

  it("have their counts with weight, and say what sets them apart from the primary data cut", () => {
    const [table] = tablesOf(of);
    const texts = table?.products.flatMap(({ trials }) =>
      trials.map(({ figures: [figure] }) => figure?.text),
    );
    expect(texts).toEqual([
      "40 of 50 · weight 60 %",
      "30 of 50 · 24 mo · weight 40 % · not the primary data cut",
    ]);
  });

  it("have one number together, which is that of their only product", () => {
    const [table] = tablesOf(of);
    expect(table?.number).toMatchObject({ number: "70", under: "50–85", filled: true });
    expect(table?.products).toMatchObject([{ count: "70 of 100", number: null }]);
  });

  it("have a count, drawn hollow, where the row shows counts", () => {
    const [table] = tablesOf(of, { shownAs: "counts" });
    expect(table?.number).toMatchObject({ number: "70 of 100", under: "", filled: false });
  });

  it("are hollow together where other products of the class are missing", () => {
    const [table] = tablesOf({ ...of, missing: ["beta-cel"] });
    expect(table?.number?.filled).toBe(false);
  });

  it("have no number beside the only one", () => {
    const [table] = tablesOf({
      ...{ k: 1, of: 1, events: 40, n: 50, estimate: 0.8, interval: [0.66, 0.9] },
      studies: studies.slice(0, 1),
      products: [{ ...held, k: 1, events: 40, n: 50, estimate: 0.8, interval: [0.66, 0.9] }],
    });
    expect(table?.number).toBeNull();
    expect(table?.products).toMatchObject([{ number: null, count: "" }]);
  });
});
