import { describe, expect, it } from "vitest";
import type { Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import type { FamilyMonths, TrialMonths } from "#core/evidence/survival-months.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { outcomesOf, survivalOf as survivalIn } from "#presentation/statement/survival.ts";
import { english } from "#presentation/words/catalogue.ts";
import { survivalEvidence } from "#server/answers/survival-evidence.ts";
import { comparison, median, noPool, pool, row, study } from "../../../support/answers.ts";
import { cohort, landmark as printed } from "../../../support/cohorts.ts";
import { printedMedian } from "../../../support/medians.ts";
import { asked } from "../../../support/queries.ts";
import { answerTo } from "../../../support/reports.ts";

const landmark = (outcome: string, over: Partial<Row> = {}) =>
  row({ outcome, group: "survival", ...over });

interface Given {
  included?: readonly string[];
  known?: Partial<Record<SurvivalFamily, Partial<FamilyMonths>>>;
}

function found(outcomes: readonly Row[], { included = [], known = {} }: Given = {}) {
  const one = comparison({ outcomes });
  const answer = {
    ...one,
    selection: {
      ...one.selection,
      included: included.map((product) => ({
        cohort: product,
        label: product,
        product,
        group: "car-t" as const,
        therapyClass: "car-t" as const,
      })),
    },
  };
  const evidence = {
    monthsOf: (family: SurvivalFamily) => ({ trials: [], small: [], ...known[family] }),
    compared: [],
  };
  return survivalIn(statementOf(answer, english), answer, evidence, english);
}

function screenOf(question: string) {
  const answer = answerTo(asked(question, dataset));
  return survivalIn(statementOf(answer, english), answer, survivalEvidence(answer), english);
}

const survivalOf = (...given: Parameters<typeof found>) => found(...given)?.survival;

const months = (...ids: string[]) => ids.map((id) => landmark(id));

function trial(over: Partial<TrialMonths> = {}): TrialMonths {
  return {
    cohort: cohort("a", { label: "A" }),
    n: 97,
    timeOrigin: null,
    followUpMonths: 24,
    cells: Array(4).fill({ kind: "unknown" }),
    ...over,
  };
}

describe("survival, trial by trial", () => {
  it("is of an answer with three months of a kind or more; one or two stay rows", () => {
    expect(survivalOf(months("pfs-12", "os-12", "os-24", "death-crs"))).toBeUndefined();
    const several = survivalOf(months("os-12", "pfs-24", "pfs-6", "os-24", "os-6", "pfs-12"));
    expect(several?.families.map(({ family }) => family)).toEqual(["pfs", "os"]);
  });

  it("says a month as printed, by a later one, by the median, or not at all", () => {
    const of = (isNewest: boolean) => ({
      kind: "printed" as const,
      landmark: printed("pfs-6", 0.9, { followUpMonths: 12.4 }),
      isNewest,
    });
    const later = printed("pfs-27", 0.55, { interval: null });
    const cells: TrialMonths["cells"] = [
      of(true),
      of(false),
      { kind: "at-least", landmark: later, isNewest: true },
      { kind: "below-half", median: printedMedian() },
    ];
    const known = { pfs: { trials: [trial({ cells })] } };
    const [family] = survivalOf(months("pfs-6", "pfs-12", "pfs-24"), { known })?.families ?? [];
    expect(family?.trials).toEqual([
      {
        group: "car-t",
        product: "alpha-cel",
        trial: "A",
        counted: "n\u00a097",
        months: [
          { text: "90", beneath: ["(80–100)"], printed: true },
          { text: "90", beneath: ["(80–100)", "cut 12.4"], printed: true },
          { text: "≥ 55", beneath: ["at 27"] },
          { text: "<50" },
        ],
      },
    ]);
  });

  it("says of each trial from when months count, and once where that is not known", () => {
    const { legend, noOrigin } = english.survival;
    const noteOf = (timeOrigin: TrialMonths["timeOrigin"]) => {
      const known = { pfs: { trials: [trial({ timeOrigin })] } };
      const said = survivalOf(months("pfs-6", "pfs-12", "pfs-24"), { known });
      return [said?.note, said?.families[0]?.trials[0]?.counted];
    };
    expect(noteOf("randomisation")).toEqual([legend, "n\u00a097, from randomisation"]);
    expect(noteOf(null)).toEqual([`${legend} ${noOrigin}`, "n\u00a097"]);
    expect(survivalOf(months("pfs-6", "pfs-12", "pfs-24"))?.note).toBe("");
  });

  it("has the trials of a product together, CAR-T first", () => {
    const of = (id: string, product: string, n: number, therapyClass: "car-t" | "bsab" = "car-t") =>
      trial({ cohort: cohort(id, { product, n, therapyClass }) });
    const trials = [
      of("1", "betamab", 300, "bsab"),
      of("2", "x-cel", 40),
      of("3", "y-cel", 60),
      of("4", "x-cel", 90),
    ];
    const [family] =
      survivalOf(months("pfs-6", "pfs-12", "pfs-24"), { known: { pfs: { trials } } })?.families ??
      [];
    expect(family?.trials.map(({ trial: name }) => name)).toEqual(["4", "2", "3", "1"]);
  });

  it("has each median with its trial, those of a product together", () => {
    const medians = [
      median({ months: 8.8, interval: [5.6, null], followUpMonths: 13.3 }),
      median({ months: 12, cohort: "z", label: "Z", product: "z-cel" }),
      median({ months: 18.8, cohort: "y", label: "Y", regimen: "combination" }),
    ];
    const { months: _, ...not } = median({ cohort: "w", label: "W", product: "z-cel" });
    const pools = {
      "car-t": { ...noPool, medians, notReached: [{ ...not, followUpMonths: 24 }] },
      bsab: noPool,
    };
    const rows = ["os-6", "os-9", "os-24"].map((id) => landmark(id, { pools }));
    const [family] = survivalOf(rows)?.families ?? [];
    expect(family?.medians).toMatchObject([
      { product: "x-cel", trial: "X", months: 8.8, interval: [5.6, null], followUpMonths: 13.3 },
      { trial: "Y", months: 18.8, interval: null, combined: "(with other drugs)" },
      { product: "z-cel", trial: "Z" },
      { trial: "W", months: null, followUpMonths: 24 },
    ]);
  });

  it("names who is in neither table: small trials, and products of which nothing is printed", () => {
    const medians = [median()];
    const pools = { "car-t": { ...noPool, medians }, bsab: noPool };
    const rows = ["os-6", "os-9", "os-24"].map((id) => landmark(id, { pools }));
    const small = [trial({ cohort: cohort("s", { label: "S", product: "s-cel" }), n: 18 })];
    const given = { included: ["x-cel", "s-cel", "z-cel", "z-cel"], known: { os: { small } } };
    expect(survivalOf(rows, given)?.families[0]?.absent).toBe(
      "No line for fewer than 30 patients: S: 18. Nothing in our sources: z-cel.",
    );
    expect(survivalOf(rows, { included: ["x-cel"] })?.families[0]?.absent).toBe("");
  });

  it("opens the months that any trial prints, and has no number of a class", () => {
    const pools = { "car-t": pool({ studies: [study({})] }), bsab: noPool };
    const silent = { "car-t": noPool, bsab: noPool };
    const { rows, survival, verdict } =
      found([
        landmark("os-24", { pools }),
        landmark("os-6", { pools }),
        landmark("os-9", { pools: silent }),
      ]) ?? {};
    expect(survival?.families[0]?.opened).toEqual([6, 24]);
    expect(rows?.map(({ outcome }) => outcome)).toEqual(["os-24", "os-6"]);
    for (const { sides, difference, missing } of rows ?? []) {
      expect([sides["car-t"].rate, sides.bsab.rate, difference, missing]).toEqual([
        null,
        null,
        null,
        "",
      ]);
    }
    expect(verdict?.lead).toBe(english.survival.lead);
  });

  it("says once, above all, what matched patients showed, and not in the rows of deaths", () => {
    const matched = screenOf("outcome=survival");
    expect(matched?.survival.matched).toHaveLength(1);
    expect(matched?.rows.filter((row) => row.matched !== "")).toEqual([]);
    expect(screenOf("outcome=survival&lines=2")?.survival.matched).toEqual([]);
  });

  it("takes the rows of its months and of deaths, but not those without a number", () => {
    const death = (outcome: string, over: Partial<Row> = {}) =>
      landmark(outcome, { direction: "harm", ...over });
    const silent = { "car-t": noPool, bsab: noPool };
    const pools = { "car-t": pool({ studies: [study({})] }), bsab: noPool };
    const survival = survivalOf([
      death("nrm"),
      death("death-crs", { pools: silent }),
      row(),
      ...["os-6", "os-12", "os-24"].map((id) => landmark(id, { pools })),
    ]);
    expect(survival?.deaths).toEqual(["nrm"]);
    expect(survival && outcomesOf(survival).sort()).toEqual(["nrm", "os-12", "os-24", "os-6"]);
  });
});

describe("what randomised trials found", () => {
  const trialsOf = (question: string) =>
    screenOf(`outcome=survival&${question}`)?.survival.families[0]?.randomised?.results.map(
      (text) => /, ([A-Z][\w-]+): /.exec(text)?.[1],
    );

  it("is of the trials that count for these lines, on their label, each in one line", () => {
    expect(trialsOf("lines=1")).toEqual(["CARTITUDE-4", "MajesTEC-3"]);
    // KarMMa-3 admitted patients after two lines or more.
    expect(trialsOf("lines=2")).toEqual(["CARTITUDE-4", "KarMMa-3", "MajesTEC-3"]);
    // Teclistamab alone is labelled after three lines or more (data/products/teclistamab.json).
    expect(trialsOf("lines=2&labelled=any")).toEqual([
      "CARTITUDE-4",
      "KarMMa-3",
      "MajesTEC-3",
      "MajesTEC-9",
    ]);
  });

  it("is not there where none of its arms is in the answer", () => {
    expect(trialsOf("")).toBeUndefined();
  });
});
