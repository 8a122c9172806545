/** Harms that follow from what a drug is directed at. */
import { describe, expect, it } from "vitest";
import { compareClasses } from "#core/answer/compare.ts";
import { listPoolEvidence } from "#core/answer/evidence.ts";
import { models } from "#core/answer/models.ts";
import { formatQuery } from "#core/question/query-text.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import { bispecific, cohort, datasetOf, figure, icans } from "../../../support/cohorts.ts";
import { queryOf } from "../../../support/queries.ts";

const nails: Outcome = {
  ...icans,
  id: "nails",
  harmGroup: "mouth-skin",
  targets: ["gprc5d"],
};
const made = (...cohorts: ComputeCohort[]) => datasetOf(cohorts, { outcomes: [icans, nails] });
const widest = "lines=any&availability=any&labelled=any";
const answered = (question: string, ...cohorts: ComputeCohort[]) => {
  const evidence = made(...cohorts);
  return compareClasses(queryOf(`${widest}&${question}`, evidence), evidence, models).outcomes;
};
const ids = (question: string) => answered(question).map(({ outcome }) => outcome);

describe("their group has them", () => {
  it("where their target is asked for, and in no other question", () => {
    expect(ids("outcome=toxicity&target=bcma")).toEqual(["icans-3"]);
    expect(ids("outcome=toxicity&target=gprc5d")).toEqual(["icans-3", "nails"]);
    expect(ids("outcome=toxicity&target=bcma,gprc5d")).toEqual(["icans-3", "nails"]);
    expect(ids("outcome=toxicity&target=any")).toEqual(["icans-3", "nails"]);
  });

  it("unless one is asked for by name, which the group then does not cover", () => {
    expect(ids("outcome=nails&target=bcma")).toEqual(["nails"]);
    expect(ids("outcome=toxicity,nails&target=bcma")).toEqual(["icans-3", "nails"]);
    const evidence = made();
    const canonical = formatQuery(queryOf("outcome=toxicity,icans-3,nails", evidence), evidence);
    expect(canonical).toBe("outcome=toxicity,nails");
  });
});

describe("their row", () => {
  const otherMab = bispecific("other", { product: "other-mab" });
  const trial = bispecific("trial", { product: "skin-mab", targets: ["gprc5d"] });
  const pool = bispecific("pool", {
    ...{ product: "skin-mab", targets: ["gprc5d"], parts: ["trial", "elsewhere"] },
    priorBcma: "required",
    figures: [
      figure("nails", 0, 339, { events: null, percentPrinted: 50, population: "safety" }),
      figure("icans-3", 0, 339, { events: null, percentPrinted: 9, population: "safety" }),
    ],
  });
  const bsabOf = (question: string, ...cohorts: ComputeCohort[]) => {
    const [row] = answered(question, ...cohorts);
    if (!row) throw new Error("no row");
    return row.pools.bsab;
  };
  const question = "outcome=nails&target=any";

  it("counts only cohorts directed at the target, and calls no other missing", () => {
    const counted = { ...trial, figures: [figure("nails", 40, 80)] };
    const bsab = bsabOf(question, counted, otherMab, cohort("cells"));
    expect(bsab).toMatchObject({ k: 1, events: 40, n: 80, missingProducts: [] });
    expect(bsab.notPooled).toEqual([]);
  });

  it("has what a label prints of its trials with others in percent, where none has a count", () => {
    const evidence = listPoolEvidence(bsabOf(question, trial, pool));
    expect(evidence).toMatchObject([
      { as: "label-pool", cohort: "pool", events: null, estimate: 0.5, n: 339 },
    ]);
    const counted = { ...trial, figures: [figure("nails", 40, 80)] };
    expect(listPoolEvidence(bsabOf(question, counted, pool))).toMatchObject([{ as: "counted" }]);
  });

  it("has no label of trials that the question leaves out", () => {
    expect(listPoolEvidence(bsabOf(question, otherMab, pool))).toEqual([]);
  });
});
