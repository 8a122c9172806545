import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Contrast } from "#core/comparison/answer.ts";
import { compare } from "#core/comparison/compare.ts";
import { models } from "#core/comparison/models.ts";
import {
  type CodedAnalysis,
  type CodedSensitivity,
  sensitivity,
} from "#core/comparison/sensitivity/sensitivity.ts";
import { findingOf, verdictOn } from "#core/comparison/verdict.ts";
import { dataset } from "#core/dataset.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { rememberingModels } from "#core/remembering/remembering-models.ts";
import {
  bispecific,
  cohort,
  datasetOf,
  figure,
  orr,
  product,
  untold,
  widestBut,
} from "../../../../support/cohorts.ts";
import { anyQuery, asked } from "../../../../support/queries.ts";
import { runs, sampled } from "../../../../support/sample.ts";

const outcomeOf = (id: string) => {
  const outcome = dataset.outcomes.find((one) => one.id === id);
  if (!outcome) throw new Error(`no outcome ${id}`);
  return outcome;
};

const row = (query: Query, id: string) =>
  compare({ ...query, outcome: [id] }, dataset, models).outcomes[0];

/** A check asks for nothing models its own contrast. */
const ofItself = (contrasts: readonly Contrast[] | undefined) =>
  contrasts?.map(({ strength: _, checked: __, ...contrast }) => contrast);

const rowsAnalysed = [
  ["", "orr"],
  ["", "pfs-12"],
  ["evidence=all&availability=any", "infection-3"],
  ["set=vandenboom-2025", "orr"],
] as const;

describe.each(sampled(rowsAnalysed, 1))("the analyses of %s for %s", (text, id) => {
  const { analyses } = sensitivity(asked(text, dataset), outcomeOf(id), dataset, models);
  const [base] = analyses;

  it("begin with the answer as it stands", () => {
    const answer = row(asked(text, dataset), id);
    expect(base?.change).toEqual({ kind: "base", value: "base" });
    for (const group of ["car-t", "bsab"] as const) {
      const { k, n, estimate, interval, tau, status } = answer?.pools[group] ?? {};
      expect(base?.pools[group]).toEqual({ k, n, estimate, interval, tau, status });
    }
    expect(base?.contrasts).toEqual(ofItself(answer?.contrasts));
  });

  it("leave out every pooled cohort once", () => {
    const answer = row(asked(text, dataset), id);
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
    for (const { query, pools, contrasts } of analyses) {
      if (query === null) continue;
      const changed = asked(query, dataset);
      expect(canonicalQuery(changed, dataset)).toBe(query);
      const answer = row(changed, id);
      expect(pools["car-t"].estimate).toBe(answer?.pools["car-t"].estimate);
      expect(pools.bsab.k).toBe(answer?.pools.bsab.k);
      expect(contrasts).toEqual(ofItself(answer?.contrasts));
    }
  });

  it("hold no number that is not finite", () => {
    const texts: string[] = [];
    JSON.stringify(analyses, (_, value) => {
      if (typeof value === "number" && !Number.isFinite(value)) texts.push(String(value));
      return value;
    });
    expect(texts).toEqual([]);
  });
});

/** Three trials a class; the finding is clear. */
const made = (over: Parameters<typeof cohort>[1] = {}) => [
  untold(cohort)("a", { figures: [figure("orr", 95, 100)] }),
  untold(cohort)("b", { figures: [figure("orr", 93, 100)] }),
  untold(cohort)("c", { figures: [figure("orr", 94, 100)], ...over }),
  untold(bispecific)("d", { figures: [figure("orr", 40, 100)] }),
  untold(bispecific)("e", { figures: [figure("orr", 42, 100)] }),
  untold(bispecific)("f", { figures: [figure("orr", 41, 100)] }),
];

const madeAnalyses = (data: Dataset, query: Partial<Query> = {}): CodedSensitivity =>
  sensitivity(widestBut(query), orr, data, models);

const named = ({ analyses }: CodedSensitivity, value: string): CodedAnalysis => {
  const found = analyses.find(({ change }) => change.value === value);
  if (!found) throw new Error(`no analysis ${value}`);
  return found;
};

describe("a check", () => {
  it("that pools the same figures has no verdict", () => {
    const one = named(madeAnalyses(datasetOf(made())), "doses=recommended");
    expect(one).toMatchObject({ verdict: null, reason: "same-figures" });
  });

  it("that the question says already has none either", () => {
    const one = named(
      madeAnalyses(datasetOf(made()), { doses: "recommended" }),
      "doses=recommended",
    );
    expect(one).toMatchObject({ verdict: null, reason: "as-asked" });
  });

  it("of a place that leaves a class without a pool loses the finding: a reader may be there", () => {
    const products = [
      product("alpha-cel", "car-t", { approvedIn: ["eu"] }),
      product("betamab", "bsab"),
    ];
    const whole = madeAnalyses(datasetOf(made(), { products }));
    expect(named(whole, "availability=us")).toMatchObject({ verdict: "lost", reason: null });
    expect(named(whole, "availability=us").pools["car-t"].k).toBe(0);
  });

  it("keeps a finding that does not depend on the cohort it leaves out", () => {
    const whole = madeAnalyses(datasetOf(made({ doses: "escalation" })));
    expect(named(whole, "doses=recommended")).toMatchObject({ verdict: "kept", reason: null });
  });

  it("loses a finding that rests on it", () => {
    const whole = madeAnalyses(
      datasetOf([
        untold(cohort)("a", { figures: [figure("orr", 95, 100)], doses: "escalation" }),
        untold(cohort)("b", { figures: [figure("orr", 93, 100)], doses: "escalation" }),
        untold(cohort)("c", { figures: [figure("orr", 2, 4)] }),
        ...made().slice(3),
      ]),
    );
    expect(named(whole, "doses=recommended")).toMatchObject({ verdict: "lost", reason: null });
    expect(whole.held.lost.map(({ value }) => value)).toContain("doses=recommended");
  });

  it("has nothing to hold where there is no contrast", () => {
    const whole = madeAnalyses(datasetOf(made().slice(0, 3)));
    expect(whole.held).toEqual({
      finding: null,
      checks: 0,
      kept: 0,
      lost: [],
      leaveOneOut: null,
      tippingPoint: null,
    });
    expect(named(whole, "tau-2").reason).toBe("nothing-to-check");
  });

  it("of the prior exists for the default model only", () => {
    const { analyses } = madeAnalyses(datasetOf(made()), { model: "glmm" });
    const priors = analyses.filter(({ change }) => change.kind === "prior");
    expect(priors).toHaveLength(3);
    for (const { verdict, reason } of priors)
      expect([verdict, reason]).toEqual([null, "other-model"]);
    expect(analyses.some(({ change }) => change.value === "bayes")).toBe(true);
  });

  it("by a model without an answer is not one by the default model", () => {
    const none = [0, 1, 2].map((index) =>
      untold(cohort)(`z${index}`, { figures: [figure("orr", 0, 50)] }),
    );
    const whole = madeAnalyses(datasetOf([...none, ...made().slice(3)]));
    expect(named(whole, "glmm")).toMatchObject({ verdict: null, reason: "model-failed" });
  });
});

describe("without phase 1", () => {
  it("keeps cohorts that do not report their phase, and says how many", () => {
    const [a, ...rest] = made({ phase: null });
    const first = untold(cohort)("a", { ...a, phase: "1" });
    const one = named(madeAnalyses(datasetOf([first, ...rest])), "without-phase-1");
    expect(one.change).toMatchObject({ unknown: 1 });
    expect(one.pools["car-t"].k).toBe(2);
    expect(one.query).toContain("exclude=a");
  });

  it("is the same where no trial is in phase 1", () => {
    const one = named(madeAnalyses(datasetOf(made())), "without-phase-1");
    expect(one).toMatchObject({ verdict: null, reason: "as-asked" });
  });

  it("counts what the question leaves out by hand once", () => {
    const data = datasetOf(made().map((one) => ({ ...one, phase: "1" as const })));
    const one = named(madeAnalyses(data, { exclude: ["b"] }), "without-phase-1");
    expect(one.query).toContain("exclude=a,b,c,d,e,f");
  });
});

describe("a prior", () => {
  const few = datasetOf([
    untold(cohort)("a", { figures: [figure("orr", 60, 100)] }),
    untold(cohort)("b", { figures: [figure("orr", 62, 100)] }),
    untold(bispecific)("c", { figures: [figure("orr", 40, 100)] }),
  ]);
  const whole = madeAnalyses(few);
  const width = (value: string) => {
    const [low, high] = named(whole, value).pools["car-t"].interval ?? [0, 0];
    return high - low;
  };

  it("of half the spread narrows a pool of few cohorts, of twice the spread widens it", () => {
    expect(width("tau-0.5")).toBeGreaterThan(0);
    expect(width("tau-0.5")).toBeLessThan(width("base"));
    expect(width("tau-2")).toBeGreaterThan(width("base"));
  });

  it("that expects rates near the middle draws a high rate down", () => {
    const high = madeAnalyses(datasetOf(made()));
    const rate = (value: string) => named(high, value).pools["car-t"].estimate ?? Number.NaN;
    expect(rate("mu-1.5")).toBeLessThan(rate("base"));
  });
});

describe("leaving one cohort out", () => {
  it("has the range of the lines, and names the cohorts at its ends", () => {
    const whole = madeAnalyses(
      datasetOf([...made(), untold(cohort)("low", { figures: [figure("orr", 60, 100)] })]),
    );
    const lines = whole.analyses.filter(({ change }) => change.kind === "leave-one-out");
    const differences = lines.map(({ contrasts }) => contrasts[0]?.differencePer100 ?? Number.NaN);
    const { leaveOneOut } = whole.held;
    expect(leaveOneOut?.cohorts).toBe(7);
    expect(leaveOneOut?.lowest.differencePer100).toBe(Math.min(...differences));
    expect(leaveOneOut?.highest.differencePer100).toBe(Math.max(...differences));
    expect(leaveOneOut?.highest.cohort).toBe("low");
  });

  it("is one check, which any of the trials can lose", () => {
    const carT = [
      [190, 200],
      [28, 30],
      [8, 10],
    ].map(([events = 0, n = 0], i) =>
      untold(cohort)(`z${i}`, { figures: [figure("orr", events, n)] }),
    );
    const others = [60, 61, 62].map((events, i) =>
      untold(bispecific)(`b${i}`, { figures: [figure("orr", events, 100)] }),
    );
    const { checks, kept, lost } = madeAnalyses(datasetOf([...carT, ...others])).held;
    const trials = lost.filter(({ kind }) => kind === "leave-one-out");
    expect(trials).toMatchObject([{ value: "z0" }, { value: "z1" }]);
    expect(checks - kept).toBe(lost.length - trials.length + 1);
  });
});

describe("the tipping point", () => {
  const endOf = (data: Dataset) => {
    const { held, analyses } = madeAnalyses(data);
    return { held, interval: analyses[0]?.contrasts[0]?.differenceInterval ?? [0, 0] };
  };

  it("is the end of the interval next to 0", () => {
    const more = endOf(datasetOf(made()));
    expect(more.held.finding).toBe(1);
    expect(more.held.tippingPoint).toBe(more.interval[0]);
    const against = (events: number) =>
      endOf(
        datasetOf([
          ...["a", "b", "c"].map((id) =>
            untold(cohort)(id, { figures: [figure("orr", events, 100)] }),
          ),
          ...made().slice(3),
        ]),
      );
    const hardly = against(59);
    expect(hardly.interval[0]).toBeLessThan(1);
    expect(hardly.held.tippingPoint).toBe(hardly.interval[0]);
    const fewer = against(5);
    expect(fewer.held.finding).toBe(-1);
    expect(fewer.held.tippingPoint).toBe(fewer.interval[1]);
  });

  it("is none where the interval holds 0", () => {
    const same = made().slice(3);
    const alike = same.map((one, i) => untold(cohort)(`z${i}`, { figures: one.figures }));
    expect(endOf(datasetOf([...alike, ...same])).held).toMatchObject({
      finding: 0,
      tippingPoint: null,
    });
  });
});

it("is consistent for any question and outcome", () => {
  fc.assert(
    fc.property(anyQuery(dataset), fc.constantFrom(...dataset.outcomes), (query, outcome) => {
      const { held, analyses } = sensitivity(query, outcome, dataset, rememberingModels);
      const asAsked = analyses[0]?.contrasts[0];
      const isTrial = ({ change }: CodedAnalysis) => change.kind === "leave-one-out";
      const made = analyses.filter(({ verdict }) => verdict !== null);
      const lost = made.filter(({ verdict }) => verdict === "lost");
      const counted = (of: readonly CodedAnalysis[]) =>
        of.filter((one) => !isTrial(one)).length + Number(of.some(isTrial));
      expect(held.checks).toBe(counted(made));
      expect(held.kept).toBe(counted(made) - counted(lost));
      expect(held.lost).toEqual(lost.map(({ change }) => change));
      expect(held.finding).toBe(asAsked ? findingOf(asAsked) : null);
      for (const { verdict, reason, contrasts } of analyses) {
        // Either a verdict or a reason why there is none.
        expect(verdict === null).toBe(reason !== null);
        const [changed] = contrasts;
        // What can be compared there is judged by its interval; to compare nothing there is a loss.
        if (verdict && asAsked && changed) {
          expect(verdictOn(asAsked, changed) ?? "lost").toBe(verdict);
        }
      }
      const { leaveOneOut } = held;
      if (leaveOneOut) {
        expect(leaveOneOut.lowest.differencePer100).toBeLessThanOrEqual(
          leaveOneOut.highest.differencePer100,
        );
        expect(leaveOneOut.lost.length).toBeLessThanOrEqual(leaveOneOut.cohorts);
      }
    }),
    {
      numRuns: runs(40),
      examples: [
        // A class that is one product as it was counted, as asked and in a check.
        ["prior-lines=1-6&product=cilta-cel", "neutropenia-3"],
        ["emd=13.5-&product=ide-cel,zevor-cel,eque-cel&exclude=abecma-label-pooled-409", "cr"],
        // A check in which a class has no number.
        ["product=ide-cel,zevor-cel&exclude=abecma-label-pooled-409,karmma,crb-401-full", "orr"],
      ].map(([text = "", id = ""]) => [asked(text, dataset), outcomeOf(id)]),
    },
  );
}, 120_000);
