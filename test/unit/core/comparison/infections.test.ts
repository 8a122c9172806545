import { describe, expect, it } from "vitest";
import { infectionsDepend } from "#core/comparison/cautions.ts";
import type { Entry } from "#core/evidence/gather.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { cohort, figure, infection, orr } from "../../../support/cohorts.ts";

const entry = (id: string, over: Partial<ComputeCohort> = {}): Entry => ({
  cohort: cohort(id, over),
  figure: { ...figure("infection-3", 1, 10), events: 1, n: 10 },
  n: 10,
  followUpMonths: 12,
});

describe("a row of infections", () => {
  it("names who was enrolled before and after vaccines, and counts what is not stated", () => {
    const entries = [
      entry("a", { covidVaccines: "before" }),
      entry("b", { covidVaccines: "across" }),
      entry("c", { covidVaccines: "after" }),
      entry("d", { figures: [figure("immunoglobulin-replacement", 3, 10)] }),
    ];
    expect(infectionsDepend(infection, entries)).toEqual([
      {
        code: "infections-depend",
        ...{ before: ["A"], across: ["B"], after: ["C"] },
        ...{ notStated: 1, immunoglobulin: 1, cohorts: 4 },
      },
    ]);
  });

  it("is the only kind of row that says it", () => {
    expect(infectionsDepend(orr, [entry("a")])).toEqual([]);
  });
});
