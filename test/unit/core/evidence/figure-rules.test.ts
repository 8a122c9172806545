/** Tests how a question determines the figures that count: all with cells collected, and overlap. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { gatherLandmarks } from "#core/evidence/gather.ts";
import { gatherCountsOverAskedPatients } from "#core/evidence/leukapheresed.ts";
import { splitIncludedAndExcludedCohorts } from "#core/evidence/select.ts";
import { anyQuery, queryOf } from "../../../support/queries.ts";

describe("for any question about the evidence", () => {
  const gathered = (query: Parameters<typeof splitIncludedAndExcludedCohorts>[0], id: string) => {
    const { included } = splitIncludedAndExcludedCohorts(query, dataset);
    const of = dataset.outcomes.find((outcome) => outcome.id === id);
    if (!of) throw new Error(`no outcome ${id}`);
    return of.kind === "landmark"
      ? gatherLandmarks(included, of, query)
      : gatherCountsOverAskedPatients(included, of, query);
  };
  const outcomeId = fc.constantFrom(...dataset.outcomes.map(({ id }) => id));

  it("denominator=collected pools the same cohorts, each over as many patients or more, and only responses differ", () => {
    let derived = 0;
    const responses = ["orr", "vgpr", "cr", "scr"];
    const response = fc.constantFrom(...responses);
    // Most random questions leave no such cohort in.
    const someQuery = fc.oneof(anyQuery(dataset), fc.constant(queryOf("", dataset)));
    fc.assert(
      fc.property(someQuery, fc.oneof(outcomeId, response), (query, id) => {
        const treated = gathered({ ...query, denominator: "treated" }, id).entries;
        const collected = gathered({ ...query, denominator: "collected" }, id).entries;
        const ids = (entries: typeof treated) =>
          entries.map(({ cohort: { id: cohortId } }) => cohortId);
        expect(ids(collected)).toEqual(ids(treated));
        collected.forEach((entry, index) => {
          const before = treated[index];
          if (!before || !("events" in entry.figure) || !("events" in before.figure)) {
            expect(entry).toEqual(before);
            return;
          }
          if (entry.figure === before.figure) return;
          expect(responses).toContain(id);
          expect(entry.figure.population).toBe("leukapheresed");
          expect(before.figure.population).toBe("treated");
          expect(entry.figure.n).toBeGreaterThanOrEqual(before.figure.n);
          if (entry.figure.countFrom !== "infused") return;
          derived += 1;
          expect(entry.figure.events).toBe(before.figure.events);
        });
      }),
      { numRuns: 600 },
    );
    expect(derived).toBeGreaterThan(0);
  });

  it("keeping overlaps pools every cohort that dropping them does, and those that gave way", () => {
    fc.assert(
      fc.property(anyQuery(dataset), outcomeId, (query, id) => {
        const drop = gathered({ ...query, overlap: "drop" }, id);
        const keep = gathered({ ...query, overlap: "keep" }, id);
        // At the latest cut a label pool replaces its parts, which are the same patients, in both.
        const ids = ({ entries, dropped }: typeof keep) =>
          [...entries, ...dropped.map(({ candidate }) => candidate)]
            .map(({ cohort }) => cohort.id)
            .sort();
        expect(ids(keep)).toEqual(ids(drop));
        if (query.cut !== "latest") expect(keep.dropped).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
