import { describe, expect, it } from "vitest";
import type { Pool } from "#core/answer/answer.ts";
import { type Evidence, evidenceByProduct, evidenceOf } from "#core/answer/evidence.ts";
import {
  median,
  monthOfTrial,
  noPool,
  notPooled,
  percentageAlone,
  pool,
  productPool,
  study,
} from "../../../support/answers.ts";

type Made = Partial<Pool>;

const trial = (product: string, cohort: string, over: Parameters<typeof study>[0] = {}) =>
  study({ product, cohort, label: cohort, trial: cohort, ...over });
const survival = (product: string, cohort: string, estimate: number) =>
  trial(product, cohort, { events: null, estimate, printed: "pfs-12" });
const month = (product: string, cohort: string, over: Parameters<typeof monthOfTrial>[0] = {}) =>
  monthOfTrial({ product, cohort, label: cohort, trial: cohort, ...over });
const percentage = (product: string, cohort: string, regimen: "monotherapy" | "combination") =>
  percentageAlone({ product, cohort, label: cohort }, regimen);
const part = (outcome: string, ...studies: ReturnType<typeof study>[]) => ({
  ...{ outcome, label: outcome },
  studies,
});
const otherRegimenOf = (...studies: ReturnType<typeof study>[]): Pool["otherRegimen"] => ({
  ...{ regimen: "combination", k: studies.length, trials: studies.length, products: [] },
  ...{ events: null, n: null, estimate: null, interval: null },
  studies: studies.map((studied) => ({ ...studied, regimen: "combination" })),
});
const without = (over: Made): Pool => ({ ...noPool, regimen: "monotherapy", ...over });
const byTrial = (over: Made): Pool => without({ status: "by-trial", ...over });

const named = (list: readonly Evidence[]) => list.map(({ as, cohort }) => `${as} ${cohort}`);
const standIns = (made: Pool) =>
  evidenceByProduct(made).map((standIn) => [standIn.product, ...named(standIn.evidence)]);

describe("the list of evidence", () => {
  it("is empty where nothing is known", () => {
    expect(evidenceOf(noPool)).toEqual([]);
  });

  it("stands by product as in the pool, then by kind, then by trial", () => {
    const made = pool({
      products: [productPool("b-cel"), productPool("a-cel")],
      studies: [trial("a-cel", "a1"), trial("b-cel", "b2"), trial("b-cel", "b1")],
      smallTrials: [trial("a-cel", "a0")],
      notPooled: [percentage("c-cel", "c", "monotherapy"), notPooled({ cohort: "silent" })],
      otherRegimen: otherRegimenOf(trial("a-cel", "a2")),
    });
    expect(named(evidenceOf(made))).toEqual([
      ...[
        "counted b1",
        "counted b2",
        "counted a1",
        "small-trial a0",
        "other-regimen a2",
        "percentage c",
      ],
    ]);
  });

  it("has products that the pool does not hold by their largest figure, then by name", () => {
    const made = without({
      broader: [
        trial("a-cel", "a", { n: 20 }),
        trial("c-cel", "c", { n: 40 }),
        trial("b-cel", "b", { n: 20 }),
        trial("c-cel", "c2", { n: 5 }),
      ],
    });
    expect(evidenceByProduct(made).map(({ product }) => product)).toEqual([
      "c-cel",
      "a-cel",
      "b-cel",
    ]);
  });

  it("says of a figure what was counted, of whom, and where", () => {
    const citation = { text: "A paper", href: null, locator: null, tier: 1, publication: null };
    const [figure] = evidenceOf(
      pool({ studies: [trial("a-cel", "a", { citation, cut: "late" })] }),
    );
    expect(figure).toEqual({
      ...{ as: "counted", weight: 100, cohort: "a", label: "a", product: "a-cel", trial: "a" },
      ...{ regimen: "monotherapy", population: "treated", cut: "late", followUpMonths: 12 },
      ...{ citation, outcome: "orr", events: 50, n: 100, estimate: 0.5, interval: [0.4, 0.6] },
      isPool: false,
    });
  });

  it("calls figures counted only where the class has a number", () => {
    const studies = [trial("a-cel", "a")];
    const kinds = (over: Made) => evidenceOf(pool({ studies, ...over })).map(({ as }) => as);
    expect(kinds({})).toEqual(["counted"]);
    for (const status of ["by-trial", "prior-conflict"] as const) {
      expect(kinds({ status, estimate: null, interval: null })).toEqual(["by-trial"]);
    }
  });

  it("has a printed month that is a figure of the pool once, and one of another cut beside it", () => {
    const studies = [survival("a-cel", "a", 0.7)];
    const months = (cut: string) => [month("a-cel", "a", { survival: 0.7, cut })];
    expect(named(evidenceOf(byTrial({ studies, months: months("primary") })))).toEqual([
      "by-trial a",
    ]);
    const list = evidenceOf(byTrial({ studies, months: months("late") }));
    expect(list.map(({ as, cut }) => `${as} ${cut}`)).toEqual([
      "by-trial primary",
      "by-trial late",
    ]);
    // A bound of the same cut is another thing than its figure.
    const bound = [month("a-cel", "a", { kind: "at-least", survival: 0.6, month: 18 })];
    expect(named(evidenceOf(byTrial({ studies, months: bound })))).toEqual([
      "by-trial a",
      "bound a",
    ]);
  });

  it("has a printed month of the other regimen once, with the interval of its figure", () => {
    const combined = { ...survival("a-cel", "a", 0.7), interval: [0.6, 0.8] as const };
    const months = [month("a-cel", "a", { survival: 0.7, regimen: "combination" })];
    const list = evidenceOf(byTrial({ months, otherRegimen: otherRegimenOf(combined) }));
    expect(list).toMatchObject([
      { as: "by-trial", regimen: "combination", outcome: "pfs-12", interval: [0.6, 0.8] },
    ]);
  });

  it("says from where a bound of a month is known", () => {
    const kinds = ["at-least", "above-half", "about-half", "below-half"] as const;
    const months = kinds.map((kind, index) =>
      month("a-cel", `${index}`, {
        ...{ kind, month: kind === "at-least" ? 18 : null },
        survival: kind === "at-least" ? 0.6 : null,
      }),
    );
    expect(evidenceOf(without({ months }))).toMatchObject([
      { as: "bound", kind: "at-least", at: 0.6, month: 18 },
      { as: "bound", kind: "above", at: 0.5, month: null },
      { as: "bound", kind: "about", at: 0.5, month: null },
      { as: "bound", kind: "below", at: 0.5, month: null },
    ]);
  });

  it("says of which part a lower bound is, and how a percentage and a median were printed", () => {
    const made = without({
      narrower: [part("death-infection", trial("a-cel", "a", { printed: "death-infection" }))],
      notPooled: [percentage("b-cel", "b", "monotherapy")],
      medians: [median({ product: "c-cel", cohort: "c", interval: [9, null] })],
      notReached: [median({ product: "d-cel", cohort: "d" })],
    });
    expect(evidenceOf(made)).toMatchObject([
      {
        ...{ as: "narrower", outcome: "death-infection" },
        of: { outcome: "death-infection", label: "death-infection" },
      },
      { as: "percentage", outcome: "orr", percent: 17 },
      { as: "median", months: 12, interval: [9, null] },
      { as: "median", months: null },
    ]);
    expect(evidenceOf(made)[1]).not.toHaveProperty("source");
  });
});

describe("what stands in for a product", () => {
  const a = trial("a-cel", "a");
  const lower: Made = {
    medians: [median({ product: "a-cel", cohort: "median" })],
    narrower: [part("death-infection", trial("a-cel", "part"))],
  };
  const broader = { ...lower, broader: [trial("a-cel", "broad")] };
  const printed = { ...broader, notPooled: [percentage("a-cel", "percent", "monotherapy")] };
  const months = { ...printed, months: [month("a-cel", "bound", { kind: "below-half" })] };

  it.each<[string, Pool, string]>([
    ["a figure in the number", pool({ ...months, studies: [a] }), "counted a"],
    ["a small trial", pool({ ...months, smallTrials: [a] }), "small-trial a"],
    ["a figure by trial", byTrial({ ...printed, studies: [a] }), "by-trial a"],
    ["a bound of the month", without(months), "bound bound"],
    ["a percentage", without(printed), "percentage percent"],
    ["the wider outcome", without(broader), "broader broad"],
    ["a part of the outcome", without(lower), "narrower part"],
    ["a median", without({ ...lower, narrower: [] }), "median median"],
  ])("is %s before all that is further from a count", (_, made, first) => {
    expect(standIns(made)).toEqual([["a-cel", first]]);
    const [standIn] = evidenceByProduct(made);
    expect([...(standIn?.evidence ?? []), ...(standIn?.hidden ?? [])]).toHaveLength(
      evidenceOf(made).length,
    );
  });

  it("is chosen for each product by itself", () => {
    const made = without({
      broader: [trial("ide-cel", "ide", { n: 128 })],
      notPooled: [percentage("cilta-cel", "cilta", "monotherapy")],
      narrower: [part("death-infection", trial("eque-cel", "eque", { n: 1 }))],
    });
    expect(standIns(made)).toEqual([
      ["ide-cel", "broader ide"],
      ["eque-cel", "narrower eque"],
      ["cilta-cel", "percentage cilta"],
    ]);
  });

  it("of a month is the newest cut of each large trial, else what small trials reported", () => {
    const studies = [survival("a-cel", "small", 0.8), survival("a-cel", "large", 0.7)];
    const newest = [
      month("a-cel", "large", { survival: 0.65, cut: "late" }),
      month("a-cel", "other", { kind: "at-least", survival: 0.5, month: 18 }),
    ];
    const [standIn] = evidenceByProduct(byTrial({ studies, months: newest }));
    expect(standIn?.evidence.map(({ cohort, cut }) => `${cohort} ${cut}`)).toEqual([
      "large late",
      "other primary",
    ]);
    expect(standIns(byTrial({ studies }))).toEqual([["a-cel", "by-trial large", "by-trial small"]]);
  });

  it("of several parts is the largest part of the largest trial", () => {
    const narrower = [
      part("one", trial("a-cel", "large", { n: 90, estimate: 0.1, printed: "one" })),
      part(
        "another",
        trial("a-cel", "small", { n: 20, estimate: 0.9, printed: "another" }),
        trial("a-cel", "large", { n: 90, estimate: 0.2, printed: "another" }),
      ),
    ];
    const [standIn] = evidenceByProduct(without({ narrower }));
    expect(standIn?.evidence).toMatchObject([{ cohort: "large", of: { outcome: "another" } }]);
  });

  it("is never a count or a percentage of the other regimen", () => {
    const otherRegimenOnly: Made = { otherRegimen: otherRegimenOf(trial("a-cel", "a")) };
    expect(standIns(pool(otherRegimenOnly))).toEqual([["a-cel"]]);
    const combined: Made = { notPooled: [percentage("a-cel", "a", "combination")] };
    expect(standIns(without(combined))).toEqual([["a-cel"]]);
    expect(standIns(without({ ...combined, regimen: "combination" }))).toEqual([
      ["a-cel", "percentage a"],
    ]);
    // A published set does not tell the regimens apart.
    expect(standIns(without({ ...combined, regimen: null }))).toEqual([["a-cel", "percentage a"]]);
  });
});
