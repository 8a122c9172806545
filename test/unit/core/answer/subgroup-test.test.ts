import { describe, expect, it } from "vitest";
import { testGroupsWithEnoughTrials, testSubgroupsOfQuestion } from "#core/answer/subgroup-test.ts";
import { dataset } from "#core/dataset.ts";
import { makeGrouping } from "#core/evidence/dimensions.ts";
import { queryOf } from "../../../support/queries.ts";
import { countsOf } from "./entries.ts";

/** Returns groups in which each count is of another trial. */
const measured = (groups: Readonly<Record<string, string>>) =>
  Object.entries(groups).map(([id, counts]) => {
    const figures = countsOf(counts);
    return { id, figures, trials: figures.figures.length };
  });

/*
 * By metafor 3.8.1 in R, as `test/oracle/metafor.R`: rma(measure = "PLO", xi, ni, mods = ~ factor(group), method, test =
 * "adhoc", add = 1/2, to = "only0"), rma.glmm(…, test = "t", nAGQ = 25).
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
    [responses, "reml", 1.007325978842, [1, 10], 0.3392116637734, 8],
    [responses, "glmm", 1.809183170697, [1, 10], 0.2083150699985, 4],
    [releases, "dl", 4.529593899548, [3, 19], 0.01474061567945, 8],
    [neurotoxicity, "reml", 3.764161080178, [1, 24], 0.06419976090343, 8],
  ] as const)("gives the numbers of metafor, case %#", (groups, model, f, df, p, digits) => {
    const { result } = testGroupsWithEnoughTrials(measured(groups), model);
    expect(result?.f).toBeCloseTo(f, digits);
    expect(result?.df).toEqual(df);
    expect(result?.pValue).toBeCloseTo(p, digits);
  });

  it("leaves out groups of fewer than three trials, and is not made of a single group", () => {
    const few = { ...responses, other: "2/23", none: "" };
    expect(testGroupsWithEnoughTrials(measured(few), "reml")).toMatchObject({
      groups: ["trial", "real-world"],
      smallGroups: ["other"],
      result: { df: [1, 10] },
    });
    const { "real-world": _, ...inTrials } = few;
    expect(testGroupsWithEnoughTrials(measured(inTrials), "reml").result).toBeNull();
  });

  it("is of groups that count as one, by the model that was asked for or by REML", () => {
    const text = "set=roex-2020&compare=costimulation&outcome=neurotoxicity";
    const query = queryOf(text, dataset);
    const outcome = dataset.outcomes.find(({ id }) => id === "neurotoxicity");
    if (!outcome) throw new Error("no such outcome");
    const grouping = makeGrouping(query.compare, dataset);
    const all = testSubgroupsOfQuestion(query, outcome, dataset, grouping);
    expect(all).toMatchObject({ model: query.model, groups: ["4-1bb"], result: null });
    const ids = ["cd28", "cd28-4-1bb", "cd28-ox40"];
    const merged = testSubgroupsOfQuestion(
      { ...query, model: "bayes" },
      outcome,
      dataset,
      (cohorts) => {
        const { groups } = grouping(cohorts);
        const [first, ...further] = groups.filter(({ id }) => ids.includes(id));
        if (!first) throw new Error("no such group");
        const joined = [first, ...further].flatMap((group) => [...group.cohorts]);
        const kept = groups.filter(({ id }) => !ids.includes(id));
        return { groups: [...kept, { ...first, cohorts: joined }], reference: null, ungrouped: [] };
      },
    );
    expect(merged).toMatchObject({ model: "reml", groups: ["4-1bb", "cd28"], smallGroups: [] });
    // Two trials with 4-1BB say nothing of neurotoxicity: they are not among its zeros any more.
    const counts = neurotoxicity["4-1bb"].replace(/\b0\/(33|49) /g, "");
    const counted = testGroupsWithEnoughTrials(
      measured({ ...neurotoxicity, "4-1bb": counts }),
      "reml",
    );
    expect(merged.result?.pValue).toBeCloseTo(counted.result?.pValue ?? 1, 9);
  });
});
