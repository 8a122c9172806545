/** Tests which outcomes can be asked for, and which class reports them. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { listReportingClasses } from "#core/evidence/dataset.ts";
import { parseQuery } from "#core/question/parse-query.ts";
import { recordOutcomes } from "#data/generated/record-outcomes.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { bispecific, cohort, datasetOf, figure, landmark } from "../../../support/cohorts.ts";

describe("an outcome", () => {
  it("is reported by the classes of which a cohort has a figure, pooled or not", () => {
    const made = datasetOf([
      cohort("a", {
        figures: [figure("orr", 50, 100), figure("hlh", 1, 9, { hold: "unverified" })],
      }),
      bispecific("b", { figures: [figure("orr", 50, 100)], landmarks: [landmark("pfs-12", 0.5)] }),
    ]);
    expect(listReportingClasses("orr", made)).toEqual(therapyClasses);
    expect(listReportingClasses("hlh", made)).toEqual(["car-t"]);
    expect(listReportingClasses("pfs-12", made)).toEqual(["bsab"]);
    expect(listReportingClasses("crs", made)).toEqual([]);
  });

  it("that can be asked for is reported by a class that can have it", () => {
    for (const { id, appliesTo } of dataset.outcomes) {
      expect(
        listReportingClasses(id, dataset).filter((group) => appliesTo.includes(group)),
        id,
      ).not.toEqual([]);
    }
  });

  it("of records alone cannot be asked for", () => {
    expect(recordOutcomes.length).toBeGreaterThan(0);
    for (const { id } of recordOutcomes) {
      expect(parseQuery([["outcome", id]], dataset).problems, id).toHaveLength(1);
    }
  });
});
