import { describe, expect, it } from "vitest";
import { beyond } from "#core/comparison/beyond.ts";
import { compare } from "#core/comparison/compare.ts";
import { frequentistModels } from "#core/comparison/frequentist-models.ts";
import { roundDeep } from "#core/comparison/round.ts";
import { type Change, type CodedAnalysis, sensitivity } from "#core/comparison/sensitivity.ts";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { bispecific, cohort, datasetOf, figure, orr, widestBut } from "../../../support/cohorts.ts";
import { asked } from "../../../support/queries.ts";

const of = (text: string, id: string): CodedAnalysis[] => {
  const outcome = dataset.outcomes.find((one) => one.id === id);
  if (!outcome) throw new Error(`no outcome ${id}`);
  return sensitivity(asked(text, dataset), outcome, dataset, frequentistModels);
};

describe.each([
  ["", "orr"],
  ["", "pfs-12"],
  ["evidence=all&availability=any", "infection-3"],
  ["set=vandenboom-2025", "orr"],
])("the analyses of %s for %s", (text, id) => {
  const analyses = of(text, id);
  const [base] = analyses;
  const row = (query: Query) => compare({ ...query, outcome: [id] }, dataset, beyond).outcomes[0];

  it("begin with the answer as it stands", () => {
    const answer = row(asked(text, dataset));
    expect(base?.change).toEqual({ kind: "base", value: "base" });
    for (const group of ["car-t", "bsab"] as const) {
      const { k, n, estimate, interval, tau, status } = answer?.pools[group] ?? {};
      expect(roundDeep(base?.pools[group])).toEqual({ k, n, estimate, interval, tau, status });
    }
    expect(roundDeep(base?.contrasts)).toEqual(answer?.contrasts);
  });

  it("leave out every pooled cohort once", () => {
    const answer = row(asked(text, dataset));
    const pooled = (["car-t", "bsab"] as const).flatMap(
      (group) => answer?.pools[group].studies.map((study) => study.cohort) ?? [],
    );
    const left = analyses
      .map(({ change }) => change)
      .filter(({ kind }) => kind === "leave-one-out")
      .map(({ value }) => value);
    expect(left).toEqual(pooled);
  });

  it("are what their question answers, wherever one says so", () => {
    for (const { query, pools } of analyses.slice(0, 12)) {
      if (query === null) continue;
      const answer = row(asked(query, dataset));
      expect(roundDeep(pools["car-t"].estimate)).toBe(answer?.pools["car-t"].estimate);
      expect(pools.bsab.k).toBe(answer?.pools.bsab.k);
    }
  });

  it("hold no number that is not finite", () => {
    expect(JSON.stringify(analyses)).not.toMatch(/NaN|Infinity/);
  });
});

describe("a prior of half the spread", () => {
  it("narrows a pool of few cohorts and leaves its middle about where it was", () => {
    const made = datasetOf([
      cohort("a", { figures: [figure("orr", 60, 100)] }),
      cohort("b", { figures: [figure("orr", 62, 100)] }),
      bispecific("c", { figures: [figure("orr", 40, 100)] }),
    ]);
    const analyses = sensitivity(widestBut({}), orr, made, frequentistModels);
    const width = (kind: Change["kind"]) => {
      const [low, high] = analyses.find((one) => one.change.kind === kind)?.pools["car-t"]
        .interval ?? [0, 0];
      return high - low;
    };
    expect(width("prior")).toBeLessThan(width("base"));
    expect(width("prior")).toBeGreaterThan(0);
  });
});
