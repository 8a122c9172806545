import { describe, expect, it } from "vitest";
import type { Pool } from "#core/answer/answer.ts";
import { type Evidence, listEvidenceByProduct } from "#core/answer/evidence.ts";
import {
  median,
  monthOfTrial,
  noPool,
  percentageAlone,
  pool,
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
  listEvidenceByProduct(made).map((standIn) => [standIn.product, ...named(standIn.evidence)]);

describe("what stands in for a product", () => {
  it("is a figure in the number before all that is further from a count", () => {
    const made = pool({
      studies: [trial("a-cel", "a")],
      months: [month("a-cel", "bound", { kind: "below-half" })],
      notPooled: [percentage("a-cel", "percent", "monotherapy")],
      broader: [trial("a-cel", "broad")],
      narrower: [part("death-infection", trial("a-cel", "part"))],
      medians: [median({ product: "a-cel", cohort: "median" })],
    });
    expect(standIns(made)).toEqual([["a-cel", "counted a"]]);
    const [standIn] = listEvidenceByProduct(made);
    expect(named(standIn?.hidden ?? []).sort()).toEqual([
      ...["bound bound", "broader broad", "median median", "narrower part", "percentage percent"],
    ]);
  });

  it("of a month is the newest cut of each large trial, else what small trials reported", () => {
    const studies = [survival("a-cel", "small", 0.8), survival("a-cel", "large", 0.7)];
    const newest = [
      month("a-cel", "large", { survival: 0.65, cut: "late" }),
      month("a-cel", "other", { kind: "at-least", survival: 0.5, month: 18 }),
    ];
    const [standIn] = listEvidenceByProduct(byTrial({ studies, months: newest }));
    expect(standIn?.evidence.map(({ cohort, cut }) => `${cohort} ${cut}`)).toEqual([
      "large late",
      "other primary",
    ]);
    expect(standIns(byTrial({ studies }))).toEqual([["a-cel", "by-trial large", "by-trial small"]]);
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
