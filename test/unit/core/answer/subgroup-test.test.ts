import { describe, expect, it } from "vitest";
import { subgroupTest, testBetween } from "#core/answer/subgroup-test.ts";
import { dataset } from "#core/dataset.ts";
import { groupingBy } from "#core/evidence/dimensions.ts";
import { queryOf } from "../../../support/queries.ts";
import { countsOf } from "./entries.ts";

/** Returns groups in which each count is of another trial. */
const measured = (groups: Readonly<Record<string, string>>) =>
  Object.entries(groups).map(([id, counts]) => {
    const figures = countsOf(counts);
    return { id, figures, trials: figures.figures.length };
  });

/*
 * By metafor 3.8.1 in R:
 *
 * between <- function(groups, method) {
 *   fits <- lapply(groups, function(g) rma(xi = g[1, ], ni = g[2, ], measure = "PLO", add = 1/2,
 *     to = "only0", method = method, control = list(threshold = 1e-12, maxiter = 10000)))
 *   both <- rma(yi = sapply(fits, coef), sei = sapply(fits, function(f) f$se), method = "FE")
 *   c(both$QE, length(groups) - 1, both$QEp)
 * }
 * of <- function(...) matrix(c(...), nrow = 2)
 * between(list(of(43, 48, 94, 97, …), of(72, 77, …)), "REML")
 */
const responses = {
  trial: "43/48 94/97 28/33 21/24 18/18 97/101 94/128 14/14",
  "real-world": "72/77 218/266 210/236 599/821",
};
const releases = {
  camelid: "8/9 27/29 17/17 51/57",
  human: "4/5 14/16 15/24 17/18 10/10 10/11 14/15 35/44 6/10 22/25",
  humanized: "20/22 29/29 32/32",
  murine: "4/28 19/21 27/43 25/38 15/16 3/10",
};
const neurotoxicity = {
  "4-1bb":
    "0/33 1/9 0/22 0/5 0/16 3/29 2/21 14/43 9/38 2/24 0/18 6/10 1/11 4/15 0/49 11/44 0/17 " +
    "1/57 1/10 1/23 8/25",
  cd28: "1/16 0/10 0/28 1/29 0/32",
};

describe("the test for subgroup differences", () => {
  it.each([
    [responses, "reml", 1.28486995, 1, 0.25699551],
    [releases, "dl", 13.23164009, 3, 0.00416153],
    [neurotoxicity, "reml", 4.77180197, 1, 0.02892953],
  ] as const)("gives the numbers of metafor, case %#", (groups, model, q, df, p) => {
    const { result } = testBetween(measured(groups), model);
    expect(result?.q).toBeCloseTo(q, 6);
    expect(result?.df).toBe(df);
    expect(result?.p).toBeCloseTo(p, 7);
  });

  it("leaves out groups of fewer than three trials, and is not made of a single group", () => {
    const few = { ...responses, other: "2/23", none: "" };
    expect(testBetween(measured(few), "reml")).toMatchObject({
      groups: ["trial", "real-world"],
      smallGroups: ["other"],
      result: { df: 1 },
    });
    const { "real-world": _, ...inTrials } = few;
    expect(testBetween(measured(inTrials), "reml").result).toBeNull();
  });

  it("is of groups that count as one, by the model that was asked for or by REML", () => {
    const text = "set=roex-2020&compare=costimulation&outcome=neurotoxicity";
    const query = queryOf(text, dataset);
    const outcome = dataset.outcomes.find(({ id }) => id === "neurotoxicity");
    if (!outcome) throw new Error("no such outcome");
    const grouping = groupingBy(query.compare, dataset);
    const all = subgroupTest(query, outcome, dataset, grouping);
    expect(all).toMatchObject({ model: query.model, groups: ["4-1bb"], result: null });
    const ids = ["cd28", "cd28-4-1bb", "cd28-ox40"];
    const merged = subgroupTest({ ...query, model: "bayes" }, outcome, dataset, (cohorts) => {
      const { groups } = grouping(cohorts);
      const [first, ...further] = groups.filter(({ id }) => ids.includes(id));
      if (!first) throw new Error("no such group");
      const joined = [first, ...further].flatMap((group) => [...group.cohorts]);
      const kept = groups.filter(({ id }) => !ids.includes(id));
      return { groups: [...kept, { ...first, cohorts: joined }], reference: null, ungrouped: [] };
    });
    expect(merged).toMatchObject({ model: "reml", groups: ["4-1bb", "cd28"], smallGroups: [] });
    // Two trials with 4-1BB say nothing of neurotoxicity: they are not among its zeros any more.
    const counts = neurotoxicity["4-1bb"].replace(/\b0\/(33|49) /g, "");
    const counted = testBetween(measured({ ...neurotoxicity, "4-1bb": counts }), "reml");
    expect(merged.result?.p).toBeCloseTo(counted.result?.p ?? 1, 9);
  });
});
