import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerQuestion } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { dataset } from "#core/dataset.ts";
import { cohort, datasetOf, figure, orr, widestBut } from "../../../support/cohorts.ts";
import { anyQuery, queryOf } from "../../../support/queries.ts";
import { runsOf } from "../../../support/sample.ts";
import { notFinite } from "../not-finite.ts";
import { counted } from "../statistics/arbitraries.ts";

const answerTo = (text: string) => answerQuestion(queryOf(text, dataset), dataset, models);

const wide = "availability=any&regimen=any&doses=any&evidence=all&lines=any&target=any";

describe("a group", () => {
  it.each(["trial", "real-world"])("has the pool that a filter on its value has: %s", (group) => {
    const by = answerTo("compare=evidence&evidence=all&therapy-class=car-t&outcome=orr");
    const alone = answerTo(`evidence=${group}&therapy-class=car-t&outcome=orr`);
    expect(by.outcomes[0]?.pools[group]).toEqual(alone.outcomes[0]?.pools["car-t"]);
    expect(by.outcomes[0]?.pools[group]?.estimate).toBeGreaterThan(0);
  });
});

describe("a reference for which a frequentist model has no answer", () => {
  /** Holds the counts of each product. The largest has one trial; without an event the likelihood has no maximum. */
  const products: Readonly<Record<string, string>> = {
    largest: "200/300",
    small: "10/20 15/20 12/20",
    larger: "30/60 40/60 35/60",
    single: "9/30",
    none: "0/20 0/25 0/22",
  };
  const made = (...names: readonly string[]) => {
    const cohorts = names.flatMap((product) =>
      counted(products[product] ?? "").map(({ events, n }, index) =>
        cohort(`${product}-${index}`, { product, n, figures: [figure("orr", events, n)] }),
      ),
    );
    const query = widestBut({ outcome: ["orr"], compare: "product", model: "glmm" });
    const { reference, outcomes } = answerQuestion(
      query,
      datasetOf(cohorts, { outcomes: [orr] }),
      models,
    );
    const [row] = outcomes;
    if (!row) throw new Error("no row");
    return {
      ...{ ...row, reference },
      statuses: row.contrasts
        .map((contrast) => `${contrast.group} v ${contrast.against}: ${contrast.status}`)
        .sort(),
    };
  };

  it("is stood in for by the largest group with an answer", () => {
    const { reference, contrasts, pools, statuses } = made(...Object.keys(products));
    expect(reference).toBe("largest");
    expect(statuses).toEqual([
      "largest v larger: one-trial",
      "none v larger: not-estimable",
      "single v larger: one-trial",
      "small v larger: ok",
    ]);
    // The number of a group without an event is that of the default model; no number is compared with that of another
    // model.
    expect(pools.none).toMatchObject({ status: "fallback", k: 3 });
    expect(pools.none?.estimate).toBeGreaterThan(0);
    const difference = (pools.small?.estimate ?? 0) - (pools.larger?.estimate ?? 0);
    const [smaller] = contrasts.filter(({ group }) => group === "small");
    // Both estimates have six digits.
    expect(smaller?.differencePer100).toBeCloseTo(100 * difference, 3);
  });

  it.each([
    // Nothing would be gained: fewer than two others have an answer.
    [["largest", "single"], "largest"],
    [["largest", "small"], "largest"],
    [["largest", "small", "single"], "largest"],
    // This group has an answer.
    [["small", "larger", "single"], "larger"],
  ])("stays among %j", (names, expected) => {
    const { reference, contrasts } = made(...names);
    expect(reference).toBe(expected);
    expect(new Set(contrasts.map(({ against }) => against))).toEqual(new Set([reference]));
  });
});

it("a cohort outside every group is left out for what it does not report, or for its class", () => {
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

it("for any question groups never hold a number that is not finite, and never a cohort twice", () => {
  fc.assert(
    fc.property(anyQuery(dataset, "any"), (query) => {
      const answer = answerQuestion(query, dataset, models);
      expect(notFinite(answer)).toEqual([]);
      const { included, excluded } = answer.selection;
      expect(included.length + excluded.length).toBe(dataset.cohorts.length);
      for (const { pools } of answer.outcomes) {
        const pooled = Object.values(pools).flatMap(({ studies }) => studies);
        expect(new Set(pooled.map(({ cohort }) => cohort)).size).toBe(pooled.length);
      }
    }),
    { numRuns: runsOf(40) },
  );
});
