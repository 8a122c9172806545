/** What a row rests on: the number of a class as page one has it, its trials, and what is left out. */
import { describe, expect, it } from "vitest";
import type { Pool } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { classTables } from "#presentation/row/trials.ts";
import { comparison, productPool, row, study } from "../../../support/answers.ts";
import { queryOf } from "../../../support/queries.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";
import { sides } from "../../../support/viewed-rows.ts";

const numbers = { estimate: 0.7, interval: [0.5, 0.85] } as const;
const [first, second] = [
  study({ cohort: "a", label: "A", product: "a-cel", events: 40, n: 50, weight: 60 }),
  study({
    ...{ cohort: "b", label: "B", product: "a-cel", events: 30, n: 50, weight: 40 },
    ...{ cut: "other", followUpMonths: 24 },
  }),
];

function tableOf(over: Partial<Pool>, more: Parameters<typeof row>[0] = {}) {
  const products = [productPool("a-cel", { events: 70, n: 100, ...numbers })];
  const studies = [first, second].slice(0, over.k);
  const pool = { k: 2, of: 2, events: 70, n: 100, ...numbers, studies, products, ...over };
  const made = row({ ...sides(pool, {}), ...more });
  return classTables(made, comparison({ outcomes: [made] })).find(({ group }) => group === "car-t");
}

it("trials have counts with weight, and say what sets them apart from the primary data cut", () => {
  const trials = tableOf({})?.products.flatMap((product) => product.trials);
  expect(trials?.map(({ figures }) => figures[0]?.text)).toEqual([
    "40 of 50 · weight 60 %",
    "30 of 50 · 24 mo · weight 40 % · not the primary data cut",
  ]);
});

it.each<[string, Partial<Pool>, Parameters<typeof row>[0], object | null]>([
  ["filled", {}, {}, { number: "70", under: "50–85", filled: true }],
  ["a hollow count", {}, { shownAs: "counts" }, { number: "70 of 100", under: "", filled: false }],
  ["hollow without other products", { missing: ["b-cel"] }, {}, { filled: false }],
  ["none of a single trial", { k: 1 }, {}, null],
])("the number of a class is %s", (_, over, more, number) => {
  const table = tableOf(over, more);
  if (number === null) expect(table?.number).toBeNull();
  else expect(table?.number).toMatchObject(number);
  // The only product has no number of its own.
  expect(table?.products).toMatchObject([{ number: null }]);
});

it("a figure of all who were randomised is told without a count that survival does not have", () => {
  const randomised = study({ ...first, events: null, population: "randomised" });
  const whole = { k: 1, events: null, n: null, estimate: null, interval: null };
  const intentionToTreat = { ...whole, studies: [randomised], infused: [], collected: null };
  const trials = tableOf({ intentionToTreat })?.products.flatMap((product) => product.trials);
  const texts = trials?.find(({ cohort }) => cohort === "a")?.figures.map(({ text }) => text);
  expect(texts?.[1]).toBe("50 over all randomised patients");
});

describe("a trial that was left out", () => {
  const tablesTo = (question: string) => {
    const answer = screenAnswer(queryOf(question, dataset), dataset);
    return answer.outcomes.flatMap((outcome) => classTables(outcome, answer));
  };
  const all = tablesTo("outcome=orr");

  it("keeps its name and no number, and moves the pool of its class and no other", () => {
    const without = tablesTo("outcome=orr&exclude=karmma");
    expect(all.flatMap(({ leftOut }) => leftOut)).toEqual([]);
    expect(without.flatMap(({ leftOut }) => leftOut)).toEqual([
      { cohort: "karmma", label: "KarMMa", drawn: null, figures: [] },
    ]);
    expect(without[0]?.number?.number).not.toBe(all[0]?.number?.number);
    expect(without[1]).toEqual(all[1]);
  });

  it("is there beside what comes in for it, if all of its class are left out", () => {
    const trials = all[1]?.products.flatMap((product) => product.trials) ?? [];
    const cohorts = trials.map(({ cohort }) => cohort);
    const left = tablesTo(`outcome=orr&exclude=${cohorts.join(",")}`);
    const names = left.find(({ group }) => group === "bsab")?.leftOut.map(({ cohort }) => cohort);
    expect(names?.sort()).toEqual(cohorts.sort());
  });
});
