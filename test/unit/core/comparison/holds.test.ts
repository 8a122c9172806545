import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerQuestion } from "#core/comparison/answer-question.ts";
import { beyond } from "#core/comparison/beyond.ts";
import { compare } from "#core/comparison/compare.ts";
import { verdictOn } from "#core/comparison/verdict.ts";
import { dataset } from "#core/dataset.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import { defaultQuery } from "#core/question/parameter-values.ts";
import { usualDimension } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import { beyondRemembering } from "#core/remembering/remembered-pools.ts";
import { bispecific, cohort, datasetOf, figure, product } from "../../../support/cohorts.ts";
import { anyQuery, asked } from "../../../support/queries.ts";

const places = {
  us: { availability: "us" },
  eu: { availability: "eu" },
  recommended: { doses: "recommended" },
} as const;

const contrastsOf = (query: Query, data: Dataset = dataset) =>
  compare(query, data, beyond).outcomes.map(({ outcome, contrasts: [contrast] }) => ({
    outcome,
    contrast,
  }));

const excludesZero = (interval: readonly [number, number] | null | undefined) =>
  interval != null && (interval[0] > 0 || interval[1] < 0);

describe.each([
  "",
  "setting=early",
  "age=60-65",
  "setting=early&age=65-",
  "evidence=all",
  "model=glmm",
])("whether findings of %s hold", (text) => {
  const query = asked(text, dataset);
  const rows = contrastsOf(query);

  it("is said of every contrast whose interval excludes 0, and of no other", () => {
    for (const { contrast } of rows) {
      expect(contrast?.holds != null).toBe(excludesZero(contrast?.differenceInterval));
    }
  });

  it.each(Object.entries(places))("is what the changed question answers: %s", (place, change) => {
    const there = contrastsOf({ ...query, ...change });
    for (const { outcome, contrast } of rows) {
      const other = there.find((one) => one.outcome === outcome)?.contrast;
      if (!contrast?.holds) continue;
      expect(contrast.holds[place as keyof typeof places]).toEqual({
        kept: other !== undefined && verdictOn(contrast, other) === "kept",
        differencePer100: other?.differencePer100,
        differenceInterval: other?.differenceInterval,
      });
    }
  });
});

const carT = (id: string, events: number, n: number, over: Parameters<typeof cohort>[1] = {}) =>
  cohort(id, { n, figures: [figure("orr", events, n)], ...over });
const bispecifics = [40, 42, 41].map((events, index) =>
  bispecific(`b${index}`, { figures: [figure("orr", events, 100)] }),
);

const contrastOf = (data: Dataset) =>
  contrastsOf({ ...defaultQuery, outcome: ["orr"] }, data)[0]?.contrast;
const holdsOf = (data: Dataset) => contrastOf(data)?.holds;

describe("a finding", () => {
  const three = [carT("a", 95, 100), carT("b", 93, 100), carT("c", 94, 100)];
  const everywhere = [
    product("alpha-cel", "car-t", { approvedIn: ["us", "eu"] }),
    product("betamab", "bsab", { approvedIn: ["us", "eu"] }),
  ];

  it("is kept where the same cohorts count", () => {
    const data = datasetOf([...three, ...bispecifics], { products: everywhere });
    const { differencePer100, differenceInterval } = contrastOf(data) ?? {};
    const same = { kept: true, differencePer100, differenceInterval };
    expect(holdsOf(data)).toEqual({ us: same, eu: same, recommended: same });
  });

  it("is not kept where there is no contrast", () => {
    const products = [
      product("alpha-cel", "car-t", { approvedIn: ["us"] }),
      product("betamab", "bsab", { approvedIn: ["us"] }),
    ];
    const holds = holdsOf(datasetOf([...three, ...bispecifics], { products }));
    expect(holds?.us.kept).toBe(true);
    expect(holds?.eu).toEqual({ kept: false, differencePer100: null, differenceInterval: null });
  });

  it("is lost where it rests on what is left out", () => {
    const escalation = { doses: "escalation" } as const;
    const data = datasetOf(
      [
        carT("a", 95, 100, escalation),
        carT("b", 93, 100, escalation),
        carT("c", 2, 4),
        ...bispecifics,
      ],
      { products: everywhere },
    );
    const { recommended } = holdsOf(data) ?? {};
    expect(recommended).toMatchObject({ kept: false });
    expect(recommended?.differenceInterval?.[0]).toBeLessThan(0);
  });
});

it("is said between the classes only, whatever else is asked", () => {
  fc.assert(
    fc.property(anyQuery(dataset, "any"), (query) => {
      const { outcomes } = answerQuestion(query, dataset, beyondRemembering);
      const betweenClasses = query.compare === usualDimension;
      for (const { contrasts } of outcomes) {
        for (const { holds, differenceInterval } of contrasts) {
          expect(holds !== null).toBe(betweenClasses && excludesZero(differenceInterval));
        }
      }
    }),
    { numRuns: 100 },
  );
});

it("is the same row whichever outcomes are asked for", () => {
  const whole = contrastsOf(asked("", dataset));
  for (const { outcome, contrast } of whole) {
    const [alone] = contrastsOf(asked(`outcome=${outcome}`, dataset));
    expect(alone?.contrast).toEqual(contrast);
  }
});
