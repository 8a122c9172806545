/** Deaths beside figures of grade 3 or 4: counts of the trials that report them, by class. */
import { describe, expect, it } from "vitest";
import type { Grades, Row, Study } from "#core/answer/answer.ts";
import { summariseFatalCounts } from "#core/answer/grades.ts";
import { pool, row, study } from "../../../support/answers.ts";

const trial = (cohort: string, over: Partial<Study> = {}) => study({ cohort, ...over });
const died = (cohort: string, events: number, n: number) => trial(cohort, { events, n });
const silent = (cohort: string) => ({ cohort, label: cohort, product: "p" });

function graded(deaths: readonly Study[], without: readonly string[] = []): Grades {
  const notReported = without.map(silent);
  const fatal = { outcome: "death-infection", label: "Death", studies: deaths, notReported };
  return { trials: 5, withoutDeaths: 4, withDeaths: 1, notReported: 0, ungraded: 0, fatal };
}

const severe = (grades: Grades | null) =>
  row({
    grades,
    pools: {
      "car-t": pool({ studies: [trial("a"), trial("b"), trial("c")] }),
      bsab: pool({
        studies: [trial("x")],
        otherRegimen: {
          regimen: "combination",
          k: 1,
          products: ["p"],
          events: 1,
          n: 9,
          estimate: 0.1,
          interval: [0, 0.5],
          studies: [trial("combined")],
        },
      }),
    },
  });

/** Returns the fatal count of the trials that make the number of each class. */
const fatalCounts = (row: Row) => ({
  "car-t": summariseFatalCounts(row.pools["car-t"].studies, row),
  bsab: summariseFatalCounts(row.pools.bsab.studies, row),
});

describe("deaths beside figures of grade 3 or 4", () => {
  it("are summed over the trials that report them, by class", () => {
    const deaths = [died("a", 5, 117), died("b", 0, 40), died("combined", 3, 9)];
    const { "car-t": carT, bsab } = fatalCounts(severe(graded(deaths, ["c", "x"])));
    expect(carT).toMatchObject({ events: 5, n: 157 });
    expect(carT?.studies.map(({ cohort }) => cohort)).toEqual(["a", "b"]);
    expect(bsab).toBeNull();
  });

  it("are 0 of so many where a trial reports none, and unknown where no trial reports any", () => {
    expect(fatalCounts(severe(graded([died("x", 0, 30)]))).bsab).toMatchObject({
      events: 0,
      n: 30,
    });
    expect(fatalCounts(severe(graded([], ["x"])))).toEqual({ "car-t": null, bsab: null });
  });

  it("of the other kind of regimen have a count of their own", () => {
    const row = severe(graded([died("combined", 3, 9)]));
    expect(summariseFatalCounts(row.pools.bsab.otherRegimen?.studies ?? [], row)).toMatchObject({
      events: 3,
    });
  });

  it.each([
    ["counts no grades", null],
    ["has no figure without deaths", { ...graded([]), fatal: null }],
  ])("are none of a row that %s", (_, grades) => {
    expect(fatalCounts(severe(grades))).toEqual({ "car-t": null, bsab: null });
  });
});
