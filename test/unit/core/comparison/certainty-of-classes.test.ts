/** What the classes differ in lowers the certainty: earlier therapy, follow-up, origin; and what is a caution too. */
import { describe, expect, it } from "vitest";
import { answerCautions } from "#core/comparison/answer-cautions.ts";
import { rowCautions } from "#core/comparison/cautions.ts";
import { dataset as everything } from "#core/dataset.ts";
import { contrast, entry, groupsOf, pool } from "../../../support/answers.ts";
import { crs, datasetOf, infection, orr, product } from "../../../support/cohorts.ts";
import { asked } from "../../../support/queries.ts";
import {
  appraise,
  type Change,
  codes,
  dataset,
  type Evidence,
  type GroupEvidence,
  sound,
} from "./appraised.ts";

describe("median prior lines of the classes", () => {
  // The bispecific cohorts have 5.
  it.each([
    [3, ["prior-lines-differ"]],
    [3.1, []],
    [6.9, []],
    [7, ["prior-lines-differ"]],
    [null, []],
  ])("%s against 5: %j", (medianPriorLines, reasons) => {
    expect(codes({ all: { medianPriorLines } })).toEqual(reasons);
  });

  it("weigh each cohort by its patients", () => {
    const small = entry({ id: "a", medianPriorLines: 9 }, { events: 5, n: 10 });
    const large = entry({ id: "b", product: "gamma-cel" }, { events: 50, n: 100 });
    const evidence = { ...sound(), "car-t": { pool: pool(), entries: [small, large] } };
    expect(appraise(orr, evidence, contrast(), dataset).reasons).toEqual([]);
  });
});

describe("follow-up", () => {
  const months = (followUpMonths: number | null): Change => ({
    outcome: infection,
    all: { followUpMonths },
    figure: { followUpMonths },
  });
  const both = (followUpMonths: number | null): string[] => {
    const evidence = sound();
    evidence["car-t"] = {
      pool: pool(),
      entries: [
        entry({ followUpMonths }),
        entry({ id: "b", product: "gamma-cel", followUpMonths }),
      ],
    };
    return appraise(infection, evidence, contrast(), dataset).reasons.map(({ code }) => code);
  };

  // The bispecific cohorts have 12 months.
  it.each([
    [9.6, []],
    [9.5, ["follow-up-differs"]],
    [15, []],
    [15.1, ["follow-up-differs"]],
  ])("of %d against 12 months for a time-dependent outcome: %j", (followUpMonths, reasons) => {
    expect(both(followUpMonths)).toEqual(reasons);
  });

  it("does not matter where time does not", () => {
    expect(codes({ ...months(60), outcome: orr })).toEqual([]);
  });

  it.each([
    [50, []],
    [51, ["follow-up-unknown"]],
  ])("unknown for %d of 150 patients: %j", (n, reasons) => {
    const evidence = sound();
    evidence["car-t"] = {
      pool: pool(),
      entries: [
        entry({ id: "a" }, { events: 10, n, followUpMonths: null }),
        entry({ id: "b", product: "gamma-cel" }, { events: 10, n: 150 - n }),
      ],
    };
    const given = appraise(infection, evidence, contrast(), dataset).reasons;
    expect(given.map(({ code }) => code)).toEqual(reasons);
  });
});

describe("one origin", () => {
  it("of a class is one product", () => {
    expect(codes({ all: { product: "alpha-cel" } })).toEqual(["one-product"]);
  });

  it("of a class is one sponsor of several products", () => {
    const shared = datasetOf([], {
      products: [
        product("alpha-cel", "car-t", { sponsor: "one" }),
        product("gamma-cel", "car-t", { sponsor: "one" }),
        product("betamab", "bsab", { sponsor: "two" }),
        product("deltamab", "bsab", { sponsor: "three" }),
      ],
    });
    expect(codes({ dataset: shared })).toEqual(["one-sponsor"]);
  });

  it("is not assumed where a sponsor is unknown", () => {
    const unknown = datasetOf([], {
      products: ["alpha-cel", "gamma-cel", "betamab", "deltamab"].map((slug) =>
        product(slug, "car-t", { sponsor: null }),
      ),
    });
    expect(codes({ dataset: unknown })).toEqual([]);
  });
});

describe("what is a caution too", () => {
  const cautioned = (one: Evidence, outcome = crs) => {
    const group = (of: GroupEvidence) => ({
      ...of,
      productsDiffer: null,
      selectedProducts: [],
      dropped: 0,
      settled: true,
      because: null,
    });
    const groups = groupsOf({ "car-t": group(one["car-t"]), bsab: group(one.bsab) });
    const row = { outcome, groups };
    return [...rowCautions(row), ...answerCautions(asked("", everything), [row], everything)];
  };

  it.each([
    ["single-cohort", { pool: pool({ k: 1 }) }],
    ["few-cohorts", { pool: pool({ k: 2 }) }],
    ["definition-mixed", { entries: [entry({ id: "a" }, { grading: "lee" })] }],
    ["settings-mixed", { entries: [entry({ id: "a", setting: "early" })] }],
    ["prior-bcma-mixed", { entries: [entry({ id: "a", priorBcma: "some" })] }],
  ] as const)("is the same remark: %s", (code, over) => {
    const evidence = sound();
    evidence["car-t"] = { ...evidence["car-t"], ...over };
    const { reasons } = appraise(crs, evidence, contrast(), dataset);
    const reason = reasons.find((one) => one.code === code);
    expect(reason).toBeDefined();
    expect(cautioned(evidence)).toContainEqual(reason);
  });
});
