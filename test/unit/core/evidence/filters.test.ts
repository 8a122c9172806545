/**
 * Tests which cohorts are left out by their product, setting and earlier therapy, and for which reason. The approved answers
 * show it of the other filters.
 */
import { describe, expect, it } from "vitest";
import { findExclusionReason } from "#core/evidence/filters.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { cohort, datasetOf, widestBut } from "../../../support/cohorts.ts";

const dataset = datasetOf([]);

type Kind = ComputeCohort["priorBcmaKinds"][number];
const kind = (name: Kind["kind"], n: number | null, directed = name !== "gprc5d"): Kind => ({
  ...{ kind: name, directed, n, of: 20, responders: null },
});
const after = (...priorBcmaKinds: Kind[]) => ({ priorBcma: "required" as const, priorBcmaKinds });
const notAfter = { code: "after-bcma", required: false };
const otherKinds = { code: "other-kinds", kinds: ["car-t"] };
const noKind = { code: "no-kind-printed" };
const few = (...printed: Kind[]) => ({ code: "few-of-kinds", printed });
const isAfter = { code: "after-bcma", required: true };
const withPriorBcma = (priorBcma: ComputeCohort["priorBcma"]) => ({ priorBcma });

/** `null` if it is not left out. */
type Asked = [query: Partial<Query>, cohort: Partial<ComputeCohort>, why: object | null];

const byFilter: Readonly<Record<string, readonly Asked[]>> = {
  availability: [
    [
      { availability: ["us"], labelled: "any" },
      { product: "unheard-of" },
      { code: "not-sold", regions: ["us"], date: "2026-01-02" },
    ],
  ],
  // A named set of cohorts can ask for a setting.
  setting: [
    [{ setting: "late" }, { setting: "late" }, null],
    [{ setting: "late" }, { setting: "mixed" }, { code: "other-setting", setting: "mixed" }],
    [{ setting: "any" }, { setting: "mixed" }, null],
  ],
  "prior-bcma": [
    [{ priorBcma: ["not-selected"] }, withPriorBcma("none"), null],
    [{ priorBcma: ["not-selected"] }, withPriorBcma("some"), null],
    [{ priorBcma: ["not-selected"] }, withPriorBcma("unknown"), null],
    [{ priorBcma: ["not-selected"] }, after(), isAfter],
    [{ priorBcma: ["selected"] }, after(), null],
    [{ priorBcma: ["selected"] }, withPriorBcma("some"), notAfter],
    [{ priorBcma: ["selected"] }, withPriorBcma("none"), notAfter],
    [{ priorBcma: ["selected"] }, withPriorBcma("unknown"), notAfter],
    [{ priorBcma: ["any"] }, after(), null],
    // A kind that half of the patients had makes the trial one after that kind: here 10 of 20.
    [{ priorBcma: ["car-t"] }, after(kind("car-t", 20)), null],
    [{ priorBcma: ["car-t"] }, after(kind("car-t", 10)), null],
    [{ priorBcma: ["car-t"] }, after(kind("car-t", 9)), few(kind("car-t", 9))],
    [{ priorBcma: ["car-t"] }, after(kind("car-t", 1)), few(kind("car-t", 1))],
    // That some patients had this kind does not tell how many.
    [{ priorBcma: ["car-t"] }, after(kind("car-t", null)), few(kind("car-t", null))],
    [{ priorBcma: ["car-t"] }, after(kind("car-t", 0)), otherKinds],
    [{ priorBcma: ["car-t"] }, after(kind("adc", 7)), otherKinds],
    // The largest of several kinds decides: their patients do not add up, because some had more than one kind.
    [{ priorBcma: ["adc", "car-t"] }, after(kind("adc", 13), kind("car-t", 0)), null],
    [{ priorBcma: ["adc", "car-t"] }, after(kind("adc", 3), kind("car-t", 12)), null],
    [{ priorBcma: ["adc", "car-t"] }, after(kind("adc", null), kind("car-t", 12)), null],
    [
      { priorBcma: ["adc", "car-t"] },
      after(kind("adc", 8), kind("car-t", 9), kind("bispecific", 13)),
      few(kind("adc", 8), kind("car-t", 9)),
    ],
    [{ priorBcma: ["adc", "car-t"] }, after(kind("adc", 8), kind("car-t", 0)), few(kind("adc", 8))],
    [{ priorBcma: ["gprc5d"] }, after(kind("gprc5d", 10)), null],
    [{ priorBcma: ["gprc5d"] }, after(kind("gprc5d", 2)), few(kind("gprc5d", 2))],
    [{ priorBcma: ["car-t"] }, after(), noKind],
    // CAR-T cells are a kind whatever their target; of a bispecific the target decides.
    [{ priorBcma: ["car-t"] }, after(kind("car-t", 17, false)), null],
    [{ priorBcma: ["bispecific"] }, after(kind("bispecific", 17, false), kind("car-t", 2)), noKind],
    // If any kind counts, the numbers of the kinds do not matter.
    [{ priorBcma: ["selected"] }, after(kind("car-t", 1)), null],
    // Patients after a kind in a trial of any patients are no trial after it.
    [{ priorBcma: ["car-t"] }, { ...after(kind("car-t", 17)), ...withPriorBcma("some") }, notAfter],
  ],
};

describe.each(Object.entries(byFilter))("%s", (parameter, rows) => {
  it.each(rows)("%j of %j: %j", (query, fields, why) => {
    const reason = findExclusionReason(cohort("a", fields), widestBut(query), dataset);
    expect(reason).toEqual(why && { parameter, reason: why });
  });
});
