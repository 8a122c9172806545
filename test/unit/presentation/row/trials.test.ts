/** What a row rests on: every trial once with its source; the number of a class as page one has it; what is left out. */
import { describe, expect, it } from "vitest";
import type { Study } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { classTables } from "#presentation/row/trials.ts";
import { comparison, pool, row, study } from "../../../support/answers.ts";
import { asked } from "../../../support/queries.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";

const trial = (cohort: string, product: string, over: Partial<Study> = {}) =>
  study({ cohort, label: cohort.toUpperCase(), product, ...over });

const studies = [
  trial("a", "alpha-cel", { events: 40, n: 50, weight: 60 }),
  trial("b", "alpha-cel", { events: 30, n: 50, weight: 40, cut: "other", followUpMonths: 24 }),
];
const held = { product: "alpha-cel", label: "alpha-cel", trials: 2, k: 2, events: 70, n: 100 };

function tablesOf(over: Parameters<typeof pool>[0], of: Parameters<typeof row>[0] = {}) {
  const known = row({ pools: { "car-t": pool(over), bsab: pool() }, ...of });
  const tables = classTables(known, comparison({ outcomes: [known] }));
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

  it("have their number where only one of several figures counts", () => {
    const query = asked("lines=1&availability=eu&regimen=combination", dataset);
    const answer = screenAnswer(query, dataset);
    const response = answer.outcomes.find(({ outcome }) => outcome === "orr");
    if (!response) throw new Error("no response");
    const [table] = classTables(response, answer);
    const drawn = table?.products.flatMap(({ trials }) => trials.map((line) => line.drawn?.number));
    expect([response.pools["car-t"].k, drawn]).toEqual([1, ["85", "95"]]);
    expect(table?.number).toMatchObject({ number: "85", filled: true });
  });
});

it("says a figure of all who were randomised without a count that survival does not have", () => {
  const [a, b] = studies;
  if (!a) throw new Error("no trial");
  const randomised = study({ ...a, events: null, population: "randomised" });
  const intentionToTreat = {
    ...{ k: 1, events: null, n: null, estimate: null, interval: null },
    ...{ studies: [randomised], infused: [], collected: null },
  };
  const [table] = tablesOf({
    ...{ k: 2, of: 2, estimate: 0.7, interval: [0.5, 0.85] },
    ...{ studies: b ? [a, b] : [a], intentionToTreat },
  });
  const lines = table?.products.flatMap(({ trials }) => trials) ?? [];
  const [, whole] = lines.find(({ cohort }) => cohort === "a")?.figures ?? [];
  expect(whole?.text).toBe("50 over all randomised patients");
});

describe("a trial that was left out", () => {
  const tablesTo = (question: string) => {
    const answer = screenAnswer(asked(question, dataset), dataset);
    return answer.outcomes.flatMap((known) => classTables(known, answer));
  };
  const all = tablesTo("outcome=orr");
  const without = tablesTo("outcome=orr&exclude=karmma");

  it("keeps its name and no number, so that it can be counted again", () => {
    expect(all.flatMap(({ leftOut }) => leftOut)).toEqual([]);
    expect(without.flatMap(({ leftOut }) => leftOut)).toEqual([
      { cohort: "karmma", label: "KarMMa", drawn: null, figures: [] },
    ]);
  });

  it("moves the pool of its class and no other", () => {
    expect(without[0]?.number?.number).not.toBe(all[0]?.number?.number);
    expect(without[1]).toEqual(all[1]);
  });

  it("is there beside what comes in for it, if all of its class are left out", () => {
    const bsab = all.filter(({ group }) => group === "bsab");
    const ids = bsab.flatMap(({ products }) =>
      products.flatMap(({ trials }) => trials.map(({ cohort }) => cohort)),
    );
    const left = tablesTo(`outcome=orr&exclude=${ids.join(",")}`).filter(
      ({ group }) => group === "bsab",
    );
    expect(left[0]?.leftOut.map(({ cohort }) => cohort).sort()).toEqual([...ids].sort());
  });
});
