/** Products as they were counted: Newcombe's difference, and none of posteriors. */
import { describe, expect, it } from "vitest";
import { answerQuestion } from "#core/comparison/answer-question.ts";
import { compare } from "#core/comparison/compare.ts";
import { models } from "#core/comparison/models.ts";
import { asked } from "#core/question/read-question.ts";
import { clopperPearson } from "#core/statistics/single-proportion.ts";
import {
  bispecific,
  cohort,
  datasetOf,
  figure,
  landmark,
  widestBut,
} from "../../../support/cohorts.ts";

describe("the difference between two single trials", () => {
  it("is that of Newcombe (1998), table II: 56 of 70 and 48 of 80", () => {
    const evidence = datasetOf([
      cohort("c", { figures: [figure("orr", 56, 70)] }),
      bispecific("b", { figures: [figure("orr", 48, 80)] }),
    ]);
    const [row] = compare(asked("outcome=orr", evidence), evidence, models).outcomes;
    const { observed } = row?.contrasts[0] ?? {};
    expect(observed?.differencePer100).toBeCloseTo(20, 3);
    expect(observed?.differenceInterval[0]).toBeCloseTo(5.24, 2);
    expect(observed?.differenceInterval[1]).toBeCloseTo(33.39, 2);
    expect(row?.contrasts[0]).toMatchObject({ ...observed, differenceMedian: null, checked: null });
    // Woolf, by hand: 56 · 32 / (14 · 48), log ± 1.96 · √(1/56 + 1/14 + 1/48 + 1/32).
    expect(row?.contrasts[0]?.oddsRatio).toBeCloseTo(2.667, 3);
    const se = Math.sqrt(1 / 56 + 1 / 14 + 1 / 48 + 1 / 32);
    const [low, high] = row?.contrasts[0]?.interval ?? [];
    expect(Math.log(low ?? 0)).toBeCloseTo(Math.log(56 / 21) - 1.959964 * se, 4);
    expect(Math.log(high ?? 0)).toBeCloseTo(Math.log(56 / 21) + 1.959964 * se, 4);
  });

  it("of survival follows from the printed intervals", () => {
    const at = (survival: number, interval: [number, number]) => ({
      landmarks: [landmark("pfs-12", survival, { interval })],
    });
    const evidence = datasetOf([
      cohort("c", at(0.8, [0.7, 0.87])),
      bispecific("b", at(0.6, [0.5, 0.69])),
    ]);
    const [row] = compare(asked("outcome=pfs-12", evidence), evidence, models).outcomes;
    const [low, high] = row?.contrasts[0]?.observed?.differenceInterval ?? [];
    expect(low).toBeCloseTo(20 - 100 * Math.hypot(0.1, 0.09), 3);
    expect(high).toBeCloseTo(20 + 100 * Math.hypot(0.07, 0.1), 3);
  });

  it("is against the class where one side has several products, from the two intervals shown", () => {
    const evidence = datasetOf([
      cohort("c", { figures: [figure("orr", 56, 70)] }),
      cohort("d", { product: "gamma-cel", figures: [figure("orr", 50, 70)] }),
      bispecific("b", { figures: [figure("orr", 48, 80)] }),
    ]);
    const [row] = compare(asked("outcome=orr", evidence), evidence, models).outcomes;
    const [one] = row?.contrasts ?? [];
    expect(one).toMatchObject({ status: "ok", observed: null, oddsRatio: null, checked: null });
    const { estimate = null, interval = null } = row?.pools["car-t"] ?? {};
    const [low, high] = clopperPearson(48, 80);
    if (estimate === null || interval === null) throw new Error("no number");
    expect(one?.differencePer100).toBeCloseTo(100 * (estimate - 0.6), 3);
    const below = Math.hypot(estimate - interval[0], high - 0.6);
    const above = Math.hypot(interval[1] - estimate, 0.6 - low);
    expect(one?.differenceInterval?.[0]).toBeCloseTo(100 * (estimate - 0.6 - below), 3);
    expect(one?.differenceInterval?.[1]).toBeCloseTo(100 * (estimate - 0.6 + above), 3);
    expect(row?.pools.bsab.observed).toMatchObject({ events: 48, n: 80, estimate: 0.6 });
    expect(row?.pools["car-t"].observed).toBeNull();
  });

  it("is of the sums of two products whose trials are alike", () => {
    const row = rowOf([28, 33], [94, 128]);
    expect(row?.pools["car-t"]).toMatchObject({ k: 2, events: 122, estimate: 0.757764, tau: null });
    expect(row?.pools["car-t"].observed).toMatchObject({ events: 122, n: 161 });
    expect(row?.contrasts[0]?.differencePer100).toBeCloseTo(100 * (122 / 161 - 0.6), 3);
  });

  it("is of sums in which every patient has the same weight", () => {
    const weights = rowOf([28, 33], [94, 128])?.pools["car-t"].studies.map(({ weight }) => weight);
    expect(weights?.[0]).toBeCloseTo((100 * 33) / 161, 3);
  });

  it("is the model's where cohorts may share patients, which a sum would count twice", () => {
    const [row] = compare(
      { ...asked("outcome=orr", evidenceOf([28, 33], [94, 128])), overlap: "keep" },
      evidenceOf([28, 33], [94, 128]),
      models,
    ).outcomes;
    expect(row?.pools["car-t"].observed).toBeNull();
    expect(row?.pools["car-t"].tau).not.toBeNull();
  });

  it("is missing where the trials of a product differ, and so is its number", () => {
    const row = rowOf([5, 97], [17, 48]);
    const pool = { status: "not-represented", estimate: null, observed: null };
    expect(row?.pools["car-t"]).toMatchObject(pool);
    expect(row?.contrasts[0]).toMatchObject({ status: "not-representative", observed: null });
    expect(row?.cautions).toContainEqual({
      code: "trials-apart",
      group: "car-t",
      product: "alpha-cel",
      differ: true,
    });
  });
});

/** Two trials of one product against one of another. */
function rowOf(...trials: readonly (readonly [number, number])[]) {
  const evidence = evidenceOf(...trials);
  return compare(asked("outcome=orr", evidence), evidence, models).outcomes[0];
}

function evidenceOf(...trials: readonly (readonly [number, number])[]) {
  return datasetOf([
    ...trials.map(([events, n], index) =>
      cohort(`c${index}`, { figures: [figure("orr", events, n)] }),
    ),
    bispecific("b", { figures: [figure("orr", 48, 80)] }),
  ]);
}

describe("between products", () => {
  const two = (product: string, ...counts: readonly (readonly [number, number])[]) =>
    counts.map(([events, n], i) =>
      bispecific(`${product}-${i}`, { product, n, figures: [figure("orr", events, n)] }),
    );
  const contrastsOf = (...cohorts: ReturnType<typeof bispecific>[]) => {
    const evidence = datasetOf(cohorts);
    const { reference, outcomes } = answerQuestion(
      widestBut({ outcome: ["orr"], compare: "product" }),
      evidence,
      models,
    );
    return { reference, contrasts: outcomes[0]?.contrasts ?? [] };
  };

  it("the largest with a number stands in where the trials of the reference differ", () => {
    const differing = two("first", [20, 200], [150, 200]);
    const alike = [
      ...two("second", [50, 100]),
      ...two("third", [40, 90]),
      ...two("fourth", [9, 20]),
    ];
    const { reference, contrasts } = contrastsOf(...differing, ...alike);
    expect(reference).toBe("first");
    expect(contrasts.map(({ against, group, status }) => [group, against, status])).toEqual([
      ["first", "second", "not-representative"],
      ["fourth", "second", "ok"],
      ["third", "second", "ok"],
    ]);
    expect(contrasts[2]?.differencePer100).toBeCloseTo(100 * (40 / 90 - 0.5), 3);
  });

  it("nothing stands in for it where only one other has a number", () => {
    const { contrasts } = contrastsOf(
      ...two("first", [20, 200], [150, 200]),
      ...two("second", [50, 100]),
    );
    expect(contrasts).toMatchObject([
      { group: "second", against: "first", status: "not-representative" },
    ]);
  });
});
