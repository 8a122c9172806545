import { describe, expect, it } from "vitest";
import { failedFilters, reasonAgainst } from "#core/evidence/filters.ts";
import { gatherCounts } from "#core/evidence/gather.ts";
import { select } from "#core/evidence/select.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { bispecific, datasetOf, figure, orr, widest, widestBut } from "../../../support/cohorts.ts";

const holds = (...ids: string[]) =>
  ids.map((id) => ({ with: id, kind: "contained" as const, reason: "both cohorts of the trial" }));

const naive = bispecific("a", { n: 123 });
const after = bispecific("b", { n: 64, priorBcma: "required" });
const pool = bispecific("pool", {
  n: 187,
  parts: ["a", "b"],
  priorBcma: "some",
  overlaps: holds("a", "b"),
  figures: [figure("orr", 90, 187)],
});

const ids = (cohorts: readonly { cohort: ComputeCohort }[]) =>
  cohorts.map(({ cohort }) => cohort.id);

describe("a label pool", () => {
  it("stands in where none of its parts reports the outcome", () => {
    expect(ids(gatherCounts([naive, after, pool], orr, widest).entries)).toEqual(["pool"]);
  });

  it("makes way for one part, although it has more patients", () => {
    const reporting = { ...after, figures: [figure("orr", 20, 64)] };
    const { entries, notPooled } = gatherCounts([naive, reporting, pool], orr, widest);
    expect(ids(entries)).toEqual(["b"]);
    expect(notPooled.map(({ cohort, reason }) => [cohort.id, reason])).toContainEqual([
      "pool",
      { code: "parts-report" },
    ]);
  });

  it("makes way for a part also where overlaps are kept", () => {
    const reporting = { ...naive, figures: [figure("orr", 70, 123)] };
    const kept = gatherCounts([reporting, after, pool], orr, { ...widest, overlap: "keep" });
    expect(ids(kept.entries)).toEqual(["a"]);
  });

  it("is left out with the first part that the question leaves out", () => {
    const made = datasetOf([naive, after, pool]);
    const query = widestBut({ priorBcma: ["not-selected"] });
    expect(select(query, made).included.map(({ id }) => id)).toEqual(["a"]);
    expect(reasonAgainst(pool, query, made)).toEqual({
      parameter: "prior-bcma",
      reason: { code: "after-bcma", required: true },
    });
    expect(failedFilters(pool, query, made)).toEqual(["prior-bcma"]);
  });

  it("names its parts: a larger cohort of the same trial is weighed like any other", () => {
    const whole = { ...pool, parts: [] };
    const reporting = { ...after, figures: [figure("orr", 20, 64)] };
    expect(ids(gatherCounts([naive, reporting, whole], orr, widest).entries)).toEqual(["pool"]);
  });
});
