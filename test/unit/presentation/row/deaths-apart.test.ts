/** Deaths that a row of grade 3 or 4 leaves out: beside the number of their class, wherever it stands. */
import { describe, expect, it } from "vitest";
import type { Study } from "#core/answer/answer.ts";
import { deathsApartText } from "#presentation/row/deaths-apart.ts";
import { byItself, rowView } from "#presentation/row/row-view.ts";
import { classTables } from "#presentation/row/trials.ts";
import { copiedTable } from "#presentation/views/copied-table.ts";
import { copiedText } from "#presentation/views/copied-text.ts";
import { comparison, pool, row, study } from "../../../support/answers.ts";

const trial = (cohort: string, product: string, over: Partial<Study> = {}) =>
  study({ cohort, label: cohort.toUpperCase(), product, ...over });

function infection(...deaths: readonly Study[]) {
  const bsab = pool({
    k: 3,
    of: 3,
    studies: [trial("a", "beta-mab"), trial("b", "beta-mab"), trial("c", "gamma-mab")],
  });
  const fatal = {
    outcome: "death-infection",
    label: "Death from infection",
    studies: deaths,
    notReported: [],
  };
  const grades = { trials: 3, withoutDeaths: 3, withDeaths: 0, notReported: 0, fatal };
  return row({
    outcome: "infection-3",
    label: "Severe infection",
    group: "toxicity",
    direction: "harm",
    pools: { "car-t": pool(), bsab },
    grades,
  });
}

const died = (cohort: string, product: string, events: number, n: number) =>
  trial(cohort, product, { events, n });

describe("deaths apart", () => {
  const textOf = (one: ReturnType<typeof infection>, side: "car-t" | "bsab" = "bsab") =>
    deathsApartText(one.pools[side], one);

  it("are told by product, summed over its trials that report them", () => {
    const one = infection(died("a", "beta-mab", 5, 117), died("b", "beta-mab", 2, 40));
    expect(textOf(one)).toBe("beta-mab 7 of 157 fatal");
    const two = infection(died("a", "beta-mab", 5, 117), died("c", "gamma-mab", 0, 30));
    expect(textOf(two)).toBe("beta-mab 5 of 117, gamma-mab 0 of 30 fatal");
  });

  it("are those of its own class, and nothing where none are reported", () => {
    expect(textOf(infection(died("a", "beta-mab", 5, 117)), "car-t")).toBe("");
    expect(textOf(infection())).toBe("");
    expect(textOf({ ...infection(), grades: null })).toBe("");
  });

  it("need no name of the only product", () => {
    const own = infection(died("a", "beta-mab", 5, 117));
    const only = pool({ studies: [trial("a", "beta-mab")] });
    expect(deathsApartText(only, own)).toBe("5 of 117 fatal");
  });

  it("stand in the closed row, in both copies, and with their source in the report", () => {
    const own = infection(died("a", "beta-mab", 5, 117));
    const answer = comparison({ outcomes: [own] });
    const said = "beta-mab 5 of 117 fatal";
    expect(rowView(own, answer, byItself).notes).toEqual([`Bispecific: ${said}.`]);
    expect(copiedTable(answer, "").text).toContain(said);
    const asked = { permalink: "", outcome: "infection-3" };
    expect(copiedText(answer, asked).text).toContain(said);
    const products = classTables(own, answer).flatMap((table) => table.products);
    expect(products).toContainEqual({
      ...{ name: "beta-mab", of: "deaths apart", number: null, count: "" },
      trials: [
        {
          ...{ cohort: "a", label: "A", drawn: null },
          figures: [{ text: "5 of 117", citation: null }],
        },
      ],
    });
  });
});
