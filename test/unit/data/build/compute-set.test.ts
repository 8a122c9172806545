import { describe, expect, it } from "vitest";
import { makeDataForAnswers } from "#data/build/compute-set.ts";
import { makeDetailsByCohort, pickCitedProvenance } from "#data/build/provenance.ts";
import { judgeEnrolmentByVaccineDates } from "#data/compute-cohort.ts";
import type { Approval } from "#data/schema.ts";
import { makeLandmarkId } from "#data/survival.ts";
import { entryWith, evidence, textOf } from "../files.ts";

const full = evidence();
const computeSet = makeDataForAnswers(full);
const computed = (id: string) =>
  entryWith(
    computeSet.cohorts.find((cohort) => cohort.id === id),
    id,
  );

describe("the compute set", () => {
  it("carries every cohort and every figure, counts untouched", () => {
    for (const cohort of full.cohorts) {
      const kept = computed(cohort.id);
      expect(kept.figures).toHaveLength(cohort.figures.length);
      cohort.figures.forEach((figure, index) => {
        const {
          derived,
          derivedRange,
          definition,
          by,
          locator,
          exposureMonths,
          quote,
          ...expected
        } = figure;
        const standsForCount = figure.events === null || figure.hold === "inferred";
        expect(kept.figures[index]).toEqual({
          ...expected,
          percentPrinted: standsForCount ? figure.percentPrinted : null,
          tier: cohort.sources[figure.source]?.tier,
        });
      });
    }
  });

  it("carries every landmark, also of months that no outcome names", () => {
    for (const { id, landmarks } of full.cohorts) {
      expect(
        computed(id).landmarks.map(({ outcome, survival, cut }) => [outcome, survival, cut]),
      ).toEqual(
        landmarks.map((landmark) => [makeLandmarkId(landmark), landmark.survival, landmark.cut]),
      );
    }
    expect(computeSet.cohorts.some(({ landmarks }) => landmarks.length > 0)).toBe(true);
  });

  it("carries the baseline that filters read", () => {
    const fields = [
      ...["n", "medianAge", "ageRange", "medianPriorLines", "priorLinesRange"],
      ...["highRiskCytogeneticsPercent", "extramedullaryPercent", "tripleClassRefractoryPercent"],
    ] as const;
    for (const { id, baseline } of full.cohorts) {
      for (const field of fields)
        expect(computed(id)).toHaveProperty(field, Reflect.get(baseline, field));
    }
  });

  it("leaves citations and definitions behind", () => {
    const text = JSON.stringify(computeSet.cohorts);
    for (const word of ["citation", "locator", "definition", "seenAt", "notes"]) {
      expect(text).not.toContain(`"${word}"`);
    }
  });

  it("counts only approvals in force", () => {
    const product = entryWith(
      full.products.find(({ approvals }) => approvals.length > 0),
      "an approved product",
    );
    const of = (region: "us" | "eu" | "jp" | "cn", status: Approval["status"]): Approval => ({
      ...entryWith(product.approvals[0], "an approval"),
      ...{ region, status, date: null },
    });
    const approvals = [
      ...[of("us", "superseded"), of("us", "approved"), of("us", "approved")],
      ...[of("eu", "pending"), of("jp", "superseded"), of("cn", "not-approved")],
    ];
    const products = [{ ...product, approvals }];
    const [made] = makeDataForAnswers({ ...full, cohorts: [], products }).products;
    const inForce = made?.approvals
      .filter((approval) => approval.inForce)
      .map(({ region }) => region);
    expect(inForce).toEqual(["us", "us"]);
  });
});

describe("what else is known", () => {
  const details = makeDetailsByCohort(full, textOf);

  it("has no words of a source, which are for whoever signs a figure", () => {
    const figures = full.cohorts.flatMap((result) => [...result.figures, ...result.landmarks]);
    expect(figures.some(({ quote }) => quote !== undefined)).toBe(true);
    expect(JSON.stringify([computeSet, details])).not.toContain('"quote":');
  });

  it("is what answers cite, in the part that the Worker carries", () => {
    const provenance = pickCitedProvenance(details);
    expect(Object.keys(provenance)).toEqual(Object.keys(details));
    for (const [id, { ratings, patients, ...cited }] of Object.entries(provenance)) {
      expect(details[id]).toMatchObject({
        ...cited,
        baseline: patients,
        riskOfBias: { ratings },
      });
    }
  });
});

it.each([
  [null, null],
  [{ from: null, to: null }, null],
  [{ from: "2018-07", to: "2019-10" }, "before"],
  [{ from: null, to: "2020-12-31" }, "before"],
  [{ from: "2020", to: "2020" }, "before"],
  [{ from: "2020-12", to: "2021-01" }, "across"],
  [{ from: "2019-05", to: null }, null],
  [{ from: null, to: "2022" }, null],
  [{ from: "2021-01", to: null }, "after"],
  [{ from: "2021", to: "2023" }, "after"],
])("patients enrolled %j were enrolled: %j", (enrolment, when) => {
  expect(judgeEnrolmentByVaccineDates({ enrolment })).toBe(when);
});
