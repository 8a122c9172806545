import { describe, expect, it } from "vitest";
import type { Contrast } from "#core/comparison/answer.ts";
import { answerCautions } from "#core/comparison/answer-cautions.ts";
import { rowCautions } from "#core/comparison/cautions.ts";
import {
  type GroupEvidence as AppraisedGroup,
  appraise as appraiseGroups,
} from "#core/comparison/certainty.ts";
import { dataset as everything } from "#core/dataset.ts";
import type { CountedFigure } from "#core/evidence/choose.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { contrast, entry, groupsOf, noContrast, noPool, pool } from "../../../support/answers.ts";
import { crs, datasetOf, infection, orr, product } from "../../../support/cohorts.ts";
import { asked } from "../../../support/queries.ts";

type GroupEvidence = Omit<AppraisedGroup, "id">;
type Evidence = Record<TherapyClass, GroupEvidence>;

const appraise = (outcome: Outcome, evidence: Evidence, between: Contrast, held: Dataset) =>
  appraiseGroups(outcome, groupsOf(evidence), [between], held);

const dataset = datasetOf([]);

/** Two cohorts of different makers in each class, which give no reason to lower the certainty. */
function sound(): Evidence {
  return {
    "car-t": {
      pool: pool(),
      entries: [entry({ id: "a" }), entry({ id: "b", product: "gamma-cel" })],
    },
    bsab: {
      pool: pool(),
      entries: [
        entry({ id: "c", therapyClass: "bsab", product: "betamab" }),
        entry({ id: "d", therapyClass: "bsab", product: "deltamab" }),
      ],
    },
  };
}

interface Change {
  outcome?: typeof orr;
  pool?: Parameters<typeof pool>[0];
  /** Applied to the first CAR-T cohort. */
  cohort?: Partial<ComputeCohort>;
  figure?: Partial<CountedFigure>;
  /** Applied to every CAR-T cohort. */
  all?: Partial<ComputeCohort>;
  contrast?: Partial<Contrast>;
  dataset?: Dataset;
}

function codes(change: Change): string[] {
  const evidence = sound();
  const carT = evidence["car-t"];
  evidence["car-t"] = {
    pool: pool(change.pool),
    entries: carT.entries.map(({ cohort, figure }, index) => {
      const over = index === 0 ? change.cohort : {};
      const measured = index === 0 ? change.figure : {};
      if (!("events" in figure)) throw new Error("not a count");
      return entry({ ...cohort, ...change.all, ...over }, { ...figure, ...measured });
    }),
  };
  const level = appraise(
    change.outcome ?? orr,
    evidence,
    contrast(change.contrast),
    change.dataset ?? dataset,
  );
  expect(level.level).toBe(level.reasons.length > 0 ? "very-low" : "low");
  return level.reasons.map(({ code }) => code);
}

describe("the certainty of a contrast", () => {
  it("is low at best", () => {
    expect(appraise(orr, sound(), contrast(), dataset)).toEqual({ level: "low", reasons: [] });
  });

  it("is not rated when there is nothing to contrast", () => {
    const evidence = { ...sound(), bsab: { pool: noPool, entries: [] } };
    expect(appraise(orr, evidence, noContrast, dataset)).toEqual({
      level: "not-rated",
      reasons: [],
    });
  });

  it("counts the cohorts of the class that has too few", () => {
    const evidence = sound();
    evidence.bsab = { pool: pool({ k: 2 }), entries: evidence.bsab.entries };
    const { reasons } = appraise(orr, evidence, contrast(), dataset);
    expect(reasons).toEqual([{ code: "few-cohorts", group: "bsab", k: 2 }]);
  });
});

describe("few cohorts or patients", () => {
  it.each([
    [1, ["single-cohort"]],
    [2, ["few-cohorts"]],
    [3, []],
  ])("%d cohorts: %j", (k, reasons) => {
    expect(codes({ pool: { k } })).toEqual(reasons);
  });

  it.each([
    [99, ["few-patients"]],
    [100, []],
  ])("%d patients: %j", (n, reasons) => {
    expect(codes({ pool: { n } })).toEqual(reasons);
  });

  it("an unknown number of patients is not taken for many", () => {
    const evidence = sound();
    evidence.bsab = { pool: pool({ n: null }), entries: evidence.bsab.entries };
    const { level, reasons } = appraise(orr, evidence, contrast(), dataset);
    expect(level).toBe("very-low");
    expect(reasons).toEqual([{ code: "few-patients", group: "bsab", n: null, least: 100 }]);
  });
});

describe("the interval of the difference", () => {
  it.each([
    [[0, 30], []],
    [[0, 30.1], ["imprecise"]],
    [[-40, -9.9], ["imprecise"]],
    [[-10.1, 10.1], ["imprecise"]],
    [[-9.9, 19.9], []],
    [[-20, 9.9], []],
    [[-3, 3], []],
  ] as [Contrast["differenceInterval"], string[]][])("%j: %j", (differenceInterval, reasons) => {
    expect(codes({ contrast: { differenceInterval } })).toEqual(reasons);
  });
});

it("says by how much the interval is too wide, and whether it reaches to both sides", () => {
  const reasonsOf = (differenceInterval: Contrast["differenceInterval"]) =>
    appraise(orr, sound(), contrast({ differenceInterval }), dataset).reasons;
  expect(reasonsOf([0, 31])).toEqual([{ code: "imprecise", how: "wide", limit: 30 }]);
  expect(reasonsOf([-11, 11])).toEqual([{ code: "imprecise", how: "either-way", limit: 10 }]);
});

describe("the odds ratio of a harm", () => {
  const harm = { ...orr, direction: "harm" } as const;
  const reasonsOf = (estimate: number, interval: Contrast["interval"], outcome: Outcome = harm) => {
    const evidence = sound();
    evidence["car-t"] = { ...evidence["car-t"], pool: pool({ estimate }) };
    const between = contrast({ interval, differenceInterval: [1, 16] });
    return appraise(outcome, evidence, between, dataset).reasons;
  };

  it("is imprecise where the harm is rare and its ends are more than 10-fold apart", () => {
    const fold = [{ code: "imprecise", how: "fold", limit: 10 }];
    expect(reasonsOf(0.1, [1.1, 11.1])).toEqual(fold);
    expect(reasonsOf(0.1, [1.1, 11])).toEqual([]);
    expect(reasonsOf(0.11, [1.1, 100])).toEqual([]);
    expect(reasonsOf(0.1, null)).toEqual([]);
    expect(reasonsOf(0.1, [1.1, 100], orr)).toEqual([]);
  });
});

it("tells the heaviest reason first: who is compared, before how much is known", () => {
  const evidence = sound();
  const entries = evidence["car-t"].entries.map((one) =>
    entry({ ...one.cohort, medianPriorLines: 3 }),
  );
  evidence["car-t"] = { pool: pool({ n: 99 }), entries };
  const { reasons } = appraise(orr, evidence, contrast({ differenceInterval: [0, 40] }), dataset);
  expect(reasons.map(({ code }) => code)).toEqual([
    "prior-lines-differ",
    "imprecise",
    "few-patients",
  ]);
});

it("says which medians of the groups are apart", () => {
  const evidence = sound();
  const entries = evidence["car-t"].entries.map((one) =>
    entry({ ...one.cohort, medianPriorLines: 3 }),
  );
  evidence["car-t"] = { pool: pool(), entries };
  expect(appraise(orr, evidence, contrast(), dataset).reasons).toEqual([
    {
      code: "prior-lines-differ",
      medians: [
        { group: "car-t", median: 3 },
        { group: "bsab", median: 5 },
      ],
    },
  ]);
});

describe("disagreement between cohorts", () => {
  it.each([
    [1, []],
    [1.01, ["heterogeneous"]],
    [null, []],
  ])("τ of %s: %j", (tau, reasons) => {
    expect(codes({ pool: { tau } })).toEqual(reasons);
  });
});

describe("mixtures", () => {
  it("of settings lower it", () => {
    expect(codes({ cohort: { setting: "early" } })).toEqual(["settings-mixed"]);
  });

  it("of settings between the classes lower it", () => {
    expect(codes({ all: { setting: "early" } })).toEqual(["settings-mixed"]);
  });

  it.each([
    ["safety", []],
    ["efficacy-evaluable", ["populations-mixed"]],
    ["randomised", ["populations-mixed"]],
  ] as const)("of treated and %s patients: %j", (population, reasons) => {
    expect(codes({ figure: { population } })).toEqual(reasons);
  });

  it("of two known gradings lower it", () => {
    const evidence = sound();
    const graded = (grading: CountedFigure["grading"], id: string, product: string) =>
      entry({ id, product }, { grading });
    evidence["car-t"] = {
      pool: pool(),
      entries: [graded("astct", "a", "alpha-cel"), graded("lee", "b", "gamma-cel")],
    };
    const { reasons } = appraise(crs, evidence, contrast(), dataset);
    expect(reasons.map(({ code }) => code)).toEqual(["definition-mixed"]);
  });

  it("of a known and an unstated grading lower it for CRS and ICANS, and cannot be told apart elsewhere", () => {
    expect(codes({ outcome: crs, figure: { grading: "astct" } })).toEqual(["definition-mixed"]);
    expect(codes({ figure: { grading: "astct" } })).toEqual([]);
  });

  it("of counted grades lower it", () => {
    const evidence = sound();
    evidence["car-t"] = {
      pool: pool(),
      entries: [
        entry({ id: "a" }, { grades: "3-4" }),
        entry({ id: "b", product: "gamma-cel" }, { grades: "3-5" }),
      ],
    };
    expect(appraise(crs, evidence, contrast(), dataset).reasons.map(({ code }) => code)).toEqual([
      "definition-mixed",
    ]);
  });

  it.each([
    ["none", []],
    ["some", ["prior-bcma-mixed"]],
    ["required", ["prior-bcma-mixed"]],
    ["unknown", []],
  ] as const)("of no and %s earlier BCMA therapy: %j", (priorBcma, reasons) => {
    expect(codes({ cohort: { priorBcma } })).toEqual(reasons);
  });
});

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
