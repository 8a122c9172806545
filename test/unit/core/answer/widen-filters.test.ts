import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listWiderQuestions } from "#core/answer/other-questions.ts";
import { dataset } from "#core/dataset.ts";
import { countCohortsPerClass } from "#core/evidence/select.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { bispecific, cohort, datasetOf } from "../../../support/cohorts.ts";
import { anyQuery, queryOf } from "../../../support/queries.ts";
import { runsOf } from "../../../support/sample.ts";

describe("wider questions", () => {
  it("comes with filters set by hand before those that are defaults", () => {
    const old = { medianAge: 82 };
    const practice = ["c", "d", "e"].map((id) =>
      bispecific(id, { ...old, evidence: "real-world" }),
    );
    const made = datasetOf([cohort("a", old), bispecific("b", { medianAge: 60 }), ...practice]);
    const ways = listWiderQuestions(queryOf("age=80-&availability=any", made), made);
    expect(ways.map(({ parameter }) => parameter)).toEqual(["age", "evidence"]);
  });

  it("really brings a class back that was empty, with the cohorts it counts", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        const now = countCohortsPerClass(query, dataset);
        for (const { query: text, cohorts } of listWiderQuestions(query, dataset)) {
          expect(cohorts).toEqual(countCohortsPerClass(queryOf(text, dataset), dataset));
          expect(therapyClasses.some((group) => now[group] === 0 && cohorts[group] > 0)).toBe(true);
        }
      }),
      { numRuns: runsOf(300) },
    );
  });

  it("is named whenever nothing at all is selected", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        const now = countCohortsPerClass(query, dataset);
        if (now["car-t"] + now.bsab > 0) return;
        expect(listWiderQuestions(query, dataset).length).toBeGreaterThan(0);
      }),
      { numRuns: runsOf(500), examples: [[queryOf("prior-lines=-1&age=80-", dataset)]] },
    );
  });
});
