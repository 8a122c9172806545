/**
 * Tests which cohorts are left out by their product, setting and earlier therapy, and for which reason. The approved answers
 * show it of the other filters.
 */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { type AfterKinds, divideTrialsByAskedTherapyKinds } from "#core/evidence/after-kinds.ts";
import { listReportingClasses } from "#core/evidence/dataset.ts";
import { findExclusionReason } from "#core/evidence/filters.ts";
import { splitIncludedAndExcludedCohorts } from "#core/evidence/select.ts";
import { selectOnlyLargeTrialElseAll } from "#core/evidence/trials.ts";
import { parseQuery } from "#core/question/parse-query.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { recordOutcomes } from "#data/generated/record-outcomes.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import {
  bispecific,
  cohort,
  datasetOf,
  figure,
  landmark,
  widestBut,
} from "../../../support/cohorts.ts";
import { forAny } from "../../../support/for-any.ts";
import { queryOf } from "../../../support/queries.ts";
import { entry, rowOf } from "../answer/entries.ts";

const noCohorts = datasetOf([]);

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

const fewOfTwo = [kind("adc", 8), kind("car-t", 9)];
const notSold = { code: "not-sold", regions: ["us"], date: "2026-01-02" };

const byFilter: Readonly<Record<string, readonly Asked[]>> = {
  availability: [[{ availability: ["us"], labelled: "any" }, { product: "unheard-of" }, notSold]],
  // A named set of cohorts can ask for a setting.
  setting: [
    [{ setting: "late" }, { setting: "late" }, null],
    [{ setting: "late" }, { setting: "mixed" }, { code: "other-setting", setting: "mixed" }],
    [{ setting: "any" }, { setting: "mixed" }, null],
  ],
  "prior-bcma": [
    [{ priorBcma: ["not-selected"] }, withPriorBcma("none"), null],
    [{ priorBcma: ["not-selected"] }, withPriorBcma("some"), null],
    [{ priorBcma: ["not-selected"] }, after(), isAfter],
    [{ priorBcma: ["selected"] }, after(), null],
    [{ priorBcma: ["selected"] }, withPriorBcma("some"), notAfter],
    [{ priorBcma: ["any"] }, after(), null],
    // A kind that half of the patients had makes the trial one after that kind: here 10 of 20.
    [{ priorBcma: ["car-t"] }, after(kind("car-t", 10)), null],
    [{ priorBcma: ["car-t"] }, after(kind("car-t", 9)), few(kind("car-t", 9))],
    // That some patients had this kind does not tell how many.
    [{ priorBcma: ["car-t"] }, after(kind("car-t", null)), few(kind("car-t", null))],
    [{ priorBcma: ["car-t"] }, after(kind("car-t", 0)), otherKinds],
    [{ priorBcma: ["car-t"] }, after(kind("adc", 7)), otherKinds],
    // The largest of several kinds decides: their patients do not add up, because some had more than one kind.
    [{ priorBcma: ["adc", "car-t"] }, after(kind("adc", 3), kind("car-t", 12)), null],
    [{ priorBcma: ["adc", "car-t"] }, after(kind("adc", null), kind("car-t", 12)), null],
    [{ priorBcma: ["adc", "car-t"] }, after(...fewOfTwo, kind("bispecific", 13)), few(...fewOfTwo)],
    [{ priorBcma: ["adc", "car-t"] }, after(kind("adc", 8), kind("car-t", 0)), few(kind("adc", 8))],
    [{ priorBcma: ["gprc5d"] }, after(kind("gprc5d", 10)), null],
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
    const reason = findExclusionReason(cohort("a", fields), widestBut(query), noCohorts);
    expect(reason).toEqual(why && { parameter, reason: why });
  });
});

it.each([
  ["adc", ["both"], ["unprinted"]],
  ["car-t", [], ["both", "unprinted"]],
  // These trials required therapy directed at BCMA, so none of them is open after another target alone.
  ["gprc5d", [], []],
])("trials after %s count, or print too few or no kind", (asked, counted, notCounted) => {
  const trials = [
    cohort("both", after(kind("adc", 13), kind("car-t", 7))),
    cohort("unprinted", after()),
    cohort("any-patients", withPriorBcma("some")),
  ];
  const question = queryOf(`prior-bcma=${asked}`, dataset);
  const divided = divideTrialsByAskedTherapyKinds(question, datasetOf(trials));
  const idsOf = (list: AfterKinds["counted"] = []) => list.map(({ cohort: { id } }) => id);
  expect([idsOf(divided?.counted), idsOf(divided?.notCounted)]).toEqual([counted, notCounted]);
});

// Cohorts that each named set selects: no label and no number of lines decides about them.

it.each(dataset.sets.map(({ id }) => id))("%s selects the cohorts it always had", async (id) => {
  const { included } = splitIncludedAndExcludedCohorts(queryOf(`set=${id}`, dataset), dataset);
  const ids = included.map((cohort) => cohort.id).toSorted();
  await expect(`${ids.join("\n")}\n`).toMatchFileSnapshot(`sets/${id}.txt`);
});

// Tests which outcomes can be asked for, and which class reports them.

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
      const reporting = listReportingClasses(id, dataset);
      expect(
        reporting.some((group) => appliesTo.includes(group)),
        id,
      ).toBe(true);
    }
  });

  it("of records alone cannot be asked for", () => {
    expect(recordOutcomes.length).toBeGreaterThan(0);
    for (const { id } of recordOutcomes) {
      expect(parseQuery([["outcome", id]], dataset).problems, id).toHaveLength(1);
    }
  });
});

it("a trial makes the number alone if it is the only one with 30 patients or more", () => {
  const countedOf = (...patients: readonly number[]) =>
    selectOnlyLargeTrialElseAll(patients.map((n) => entry(cohort(`${n}`), { events: 0, n }))).map(
      ({ n }) => n,
    );
  expect(countedOf(29, 30)).toEqual([30]);
  expect(countedOf(20, 29)).toEqual([20, 29]);
});

// Products given alone and in combination are never one pool.

const poolOf = (
  alone: number | null,
  combined: number | null,
  regimen: Query["regimen"] = "any",
) => {
  const of = (n: number | null) =>
    n === null ? {} : { n, figures: [figure("orr", Math.round(n / 2), n)] };
  const cohorts = [
    cohort("c", { figures: [figure("orr", 80, 100)] }),
    bispecific("alone", of(alone)),
    bispecific("with", { regimen: "combination", ...of(combined) }),
  ];
  return rowOf(cohorts, { regimen }).pools.bsab;
};

it.each([
  [120, 100, "monotherapy", "combination", 100],
  [100, 100, "monotherapy", "combination", 100],
  [100, 120, "combination", "monotherapy", 100],
] as const)("%d alone and %d combined: the class is %s, beside it %s", (...row) => {
  const [alone, combined, regimen, besideRegimen, n] = row;
  const pool = poolOf(alone, combined);
  expect(pool).toMatchObject({ regimen, k: 1, otherRegimen: { regimen: besideRegimen, n } });
});

it("a kind without figures stands nowhere, and its cohorts are named", () => {
  const pool = poolOf(null, 100);
  expect(pool).toMatchObject({ regimen: "combination", otherRegimen: null });
  expect(pool.notReported).toEqual(["alone"]);
});

it("the other kind has the pool that it has when asked for by itself", () => {
  const n = fc.integer({ min: 2, max: 300 });
  forAny([n, n], 20, (alone, combined) => {
    const { regimen, otherRegimen } = poolOf(alone, combined);
    const poolOfOther = poolOf(alone, combined, otherRegimen?.regimen);
    const { k, estimate, interval, studies } = poolOfOther;
    const products = poolOfOther.products.map(({ product }) => product);
    expect(otherRegimen?.regimen).not.toBe(regimen);
    expect(otherRegimen).toMatchObject({ k, estimate, interval, studies, products });
  });
});

it("combination asks for bispecifics with other drugs and leaves CAR-T cells alone", () => {
  expect(poolOf(100, 90, "combination")).toMatchObject({ n: 90, regimen: "combination" });
});
