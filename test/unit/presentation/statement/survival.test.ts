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
    const several = survivalOf(months("os-12", "pfs-24", "pfs-6", "os-24", "os-6", "pfs-12"), {
      known: { os: { trials: [trial()] } },
    });
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
        of: { cohort: "a" },
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
    expect(family?.ruler?.medians).toMatchObject([
      {
        product: "x-cel",
        trial: "X",
        months: 8.8,
        interval: [5.6, null],
        followed: "followed 13.3",
      },
      { trial: "Y", months: 18.8, combined: "(with other drugs)" },
      { product: "z-cel", trial: "Z" },
      { trial: "W", months: null, until: 24 },
    ]);
    expect(family?.ruler?.ticks).toEqual([0, 12, 24]);
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
    const { rows, survival } =
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
  });

  it("says once, above all, what matched patients showed, and not in the rows of deaths", () => {
    const late = screenOf("outcome=survival");
    expect(late?.survival.ratios).toEqual([
      { lead: "", results: [expect.stringMatching(/^Matched.*fewer deaths.*with CAR-T, hazard/)] },
    ]);
    expect(late?.rows.filter((row) => row.matched !== "")).toEqual([]);
    const early = screenOf("outcome=survival&lines=2")?.survival.ratios ?? [];
    expect(early.filter(({ lead }) => lead === "")).toEqual([]);
  });

  it("never calls randomised trials not randomised", () => {
    for (const question of ["outcome=survival", "outcome=survival&lines=1"]) {
      const { verdict, certainty } = screenOf(question) ?? {};
      expect(certainty).toBe(english.survival.certainty("trial"));
      expect(`${verdict?.lead} ${certainty}`).not.toContain("not randomised");
    }
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

describe("the headline", () => {
  const headlineOf = (of: Partial<Record<"car-t" | "bsab", Row["pools"]["car-t"]>>) => {
    const pools = { "car-t": noPool, bsab: noPool, ...of };
    return found(["os-6", "os-9", "os-24"].map((id) => landmark(id, { pools })))?.verdict;
  };
  const { months: _, ...not } = median({ cohort: "w", label: "W" });
  const carT = (...months: number[]) => ({
    ...noPool,
    medians: months.map((one, index) => median({ months: one, cohort: `${index}` })),
  });

  it("has the medians by class, and that the classes are not compared under it", () => {
    expect(
      headlineOf({
        "car-t": carT(8.8, 35),
        bsab: { ...noPool, medians: [median({ months: 11 })], notReached: [not] },
      }),
    ).toEqual({
      lead: "Median survival: x-cel 8.8 to 35 months; x-cel 11 months or not reached.",
      harms: english.survival.apart,
    });
    const open = { ...noPool, notReached: [{ ...not, followUpMonths: 33.6 }] };
    expect(headlineOf({ "car-t": open })?.lead).toBe(
      "Median survival: x-cel not reached at 33.6 months.",
    );
  });

  it("names a class where its medians are of more than two products", () => {
    const x = median({ months: 8 });
    const y = median({ months: 9, cohort: "y", product: "y-cel" });
    const z = median({ months: 7, cohort: "z", product: "z-cel" });
    const leadOf = (medians: (typeof x)[]) => headlineOf({ "car-t": { ...noPool, medians } })?.lead;
    expect(leadOf([x, y])).toBe("Median survival: x-cel 8 months; y-cel 9 months.");
    expect(leadOf([x, y, z])).toBe("Median survival: CAR-T 7 to 9 months.");
  });

  it("says that months are known where no median is, and stays where nothing is", () => {
    const pools = { "car-t": noPool, bsab: noPool };
    const rows = ["pfs-6", "pfs-12", "pfs-24"].map((id) => landmark(id, { pools }));
    const known = { pfs: { trials: [trial()] } };
    expect(found(rows, { known })?.verdict.lead).toBe(english.survival.byTrial);
    expect(found(rows)?.verdict.lead).toBe(english.screen.headline.noNumber);
    expect(found(rows)?.survival.families).toEqual([]);
  });
});

describe("what randomised trials found", () => {
  const found = (question: string) =>
    screenOf(`outcome=survival&${question}`)?.survival.ratios.find(({ lead }) => lead !== "")
      ?.results;
  const trialsOf = (question: string) =>
    found(question)?.map((text) => /, ([A-Z][\w-]+): /.exec(text)?.[1]);

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

  it("is said in words, with the ratio of each cut, and open where the interval holds 1", () => {
    expect(found("lines=1")?.[0]).toBe(
      "Cilta-cel, CARTITUDE-4: longer without progression 0.26 (0.18–0.38), 0.29 (0.22–0.39; 33.6 months); deaths from any cause not clearly different 0.78 (0.5–1.2); fewer deaths from any cause 0.55 (0.39–0.79; 33.6 months)",
    );
  });

  it("is the headline, with what was clear at every cut", () => {
    expect(screenOf("outcome=survival&lines=1")?.verdict.lead).toBe(
      "Randomised, each against its own control: longer without progression with cilta-cel and teclistamab with daratumumab.",
    );
  });

  it("is not there where none of its arms is in the answer", () => {
    expect(trialsOf("")).toBeUndefined();
  });
});
