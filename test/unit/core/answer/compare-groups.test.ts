import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "#core/answer/answer.ts";
import { answerQuestion } from "#core/answer/answer-question.ts";
import { dataset } from "#core/dataset.ts";
import { dimensionNames, thresholdExamples } from "#core/question/dimensions.ts";
import { cohort, datasetOf, figure, orr, widestBut } from "../../../support/cohorts.ts";
import { notFinite } from "../../../support/finite.ts";
import { anyQuery, asked } from "../../../support/queries.ts";
import { runs } from "../../../support/sample.ts";

const answerTo = (text: string) => answerQuestion(asked(text, dataset), dataset);

/** All dimensions; each threshold is a number that splits the cohorts. */
const names = [
  ...dimensionNames,
  ...Object.entries(thresholdExamples).map(([name, example]) => `${name}:${example}`),
];

const wide = "availability=any&regimen=any&doses=any&evidence=all&lines=any&target=any";

function cohortsOf({ selection }: Answer<string>, group: string): string[] {
  return selection.included.filter((one) => one.group === group).map(({ cohort }) => cohort);
}

describe.each(names)("compared by %s", (name) => {
  const answer = answerTo(`compare=${name}&outcome=orr&${withoutOwn(name)}`);
  const [row] = answer.outcomes;

  it("has at least two groups, every selected cohort in one of them or left out for a reason", () => {
    expect(answer.groups.length).toBeGreaterThan(1);
    const { included, excluded } = answer.selection;
    expect(included.length + excluded.length).toBe(dataset.cohorts.length);
    expect(new Set(included.map(({ cohort }) => cohort)).size).toBe(included.length);
  });

  it("pools every group, and sets each but one against that one", () => {
    if (!row) throw new Error("no row");
    expect(Object.keys(row.pools)).toEqual(answer.groups);
    const against = answer.reference;
    expect(row.contrasts.map(({ group }) => group)).toEqual(
      answer.groups.filter((group) => group !== against),
    );
    expect(new Set(row.contrasts.map((one) => one.against)).size).toBe(1);
    expect(row.contrasts[0]?.against).toBe(against);
    expect(row.contrasts.every(({ checks, firm }) => checks === null && !firm)).toBe(true);
    for (const group of answer.groups) {
      const pooled = row.pools[group]?.studies.map(({ cohort }) => cohort) ?? [];
      expect(cohortsOf(answer, group)).toEqual(expect.arrayContaining(pooled));
    }
  });
});

/** The question with the widest filters, without the filter that corresponds to the dimension. */
function withoutOwn(name: string): string {
  return wide
    .split("&")
    .filter((part) => !part.startsWith(`${name}=`))
    .join("&");
}

describe("a group", () => {
  it.each(["ide-cel", "cilta-cel"])("has the pool that a filter on its value has: %s", (slug) => {
    const by = answerTo("compare=product&therapy-class=car-t&outcome=orr");
    const alone = answerTo(`product=${slug}&outcome=orr`);
    const { products: _, ...pool } = by.outcomes[0]?.pools[slug] ?? {};
    const { products: __, ...same } = alone.outcomes[0]?.pools["car-t"] ?? {};
    expect(pool).toEqual(same);
    expect(by.outcomes[0]?.pools[slug]?.estimate).toBeGreaterThan(0);
  });

  it("of cohorts below a number holds none at or above it", () => {
    const answer = answerTo("compare=prior-lines:6&outcome=orr");
    const lines = (group: string) =>
      cohortsOf(answer, group).map(
        (id) => dataset.cohorts.find((cohort) => cohort.id === id)?.medianPriorLines ?? Number.NaN,
      );
    expect(Math.max(...lines("under-6"))).toBeLessThan(6);
    expect(Math.min(...lines("from-6"))).toBeGreaterThanOrEqual(6);
  });

  it("is the reference when it has the most patients", () => {
    const answer = answerTo("compare=evidence&outcome=orr");
    const patients = (group: string) =>
      cohortsOf(answer, group)
        .map((id) => dataset.cohorts.find((cohort) => cohort.id === id)?.n ?? 0)
        .reduce((sum, n) => sum + n, 0);
    for (const group of answer.groups) {
      expect(patients(answer.reference ?? "")).toBeGreaterThanOrEqual(patients(group));
    }
  });
});

describe("a reference for which a frequentist model has no answer", () => {
  const products: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
    // The most patients, in one cohort.
    largest: [[200, 300]],
    small: [
      [10, 20],
      [15, 20],
    ],
    larger: [
      [30, 60],
      [40, 60],
    ],
    single: [[9, 30]],
    // Without an event the likelihood has no maximum.
    none: [
      [0, 20],
      [0, 25],
    ],
  };
  const made = (names: readonly string[]) => {
    const cohorts = names.flatMap((product) =>
      (products[product] ?? []).map(([events, n], index) =>
        cohort(`${product}-${index}`, { product, n, figures: [figure("orr", events, n)] }),
      ),
    );
    const evidence = datasetOf(cohorts, { outcomes: [orr] });
    const query = widestBut({ outcome: ["orr"], compare: "product", model: "glmm" });
    const answer = answerQuestion(query, evidence);
    const [row] = answer.outcomes;
    if (!row) throw new Error("no row");
    return { reference: answer.reference, ...row };
  };

  it("is stood in for by the largest group with an answer", () => {
    const { reference, contrasts, pools } = made(Object.keys(products));
    expect(reference).toBe("largest");
    expect(contrasts.map(({ group, against, status }) => [group, against, status])).toEqual(
      expect.arrayContaining([
        ["small", "larger", "ok"],
        ["largest", "larger", "one-trial"],
        ["single", "larger", "one-trial"],
        ["none", "larger", "not-estimable"],
      ]),
    );
    expect(contrasts).toHaveLength(4);
    // Its number is that of the default model, and none is compared with a number of another one.
    expect(pools.none).toMatchObject({ status: "fallback", k: 2 });
    expect(pools.none?.estimate).toBeGreaterThan(0);
    const [smaller] = contrasts.filter(({ group }) => group === "small");
    expect(smaller?.differencePer100).toBeCloseTo(
      100 * ((pools.small?.estimate ?? 0) - (pools.larger?.estimate ?? 0)),
      // Both estimates have six digits.
      3,
    );
  });

  it("stays where nothing would be gained: fewer than two others have an answer", () => {
    for (const names of [
      ["largest", "single"],
      ["largest", "small"],
      ["largest", "small", "single"],
    ]) {
      const { reference, contrasts } = made(names);
      expect(new Set(contrasts.map(({ against }) => against))).toEqual(new Set([reference]));
    }
  });

  it("stays where it has an answer", () => {
    const { reference, contrasts } = made(["small", "larger", "single"]);
    expect(contrasts.map(({ against, status }) => [against, status])).toEqual(
      expect.arrayContaining([
        [reference, "ok"],
        [reference, "one-trial"],
      ]),
    );
    expect(reference).toBe("larger");
  });
});

describe("a cohort outside every group", () => {
  it("is left out for what it does not report, or for its class", () => {
    const { excluded } = answerTo(`compare=binding-domain&${wide}`).selection;
    const reasons = excluded.filter(({ parameter }) => parameter === "compare");
    expect(new Set(reasons.map(({ therapyClass }) => therapyClass)).size).toBe(2);
    for (const { therapyClass, reason } of reasons) {
      expect(reason).toEqual(
        therapyClass === "bsab"
          ? { code: "other-class", therapyClass }
          : { code: "field-not-reported", field: "binding-domain" },
      );
    }
  });
});

describe("for any question, groups", () => {
  it("never hold a number that is not finite, and never a cohort twice", () => {
    fc.assert(
      fc.property(anyQuery(dataset, "any"), (query) => {
        const answer = answerQuestion(query, dataset);
        expect(notFinite(answer)).toEqual([]);
        const { included, excluded } = answer.selection;
        expect(included.length + excluded.length).toBe(dataset.cohorts.length);
        for (const { pools } of answer.outcomes) {
          const pooled = Object.values(pools).flatMap(({ studies }) => studies);
          expect(new Set(pooled.map(({ cohort }) => cohort)).size).toBe(pooled.length);
        }
      }),
      { numRuns: runs(40) },
    );
  });
});
