import { describe, expect, it } from "vitest";
import { makeDataForAnswers } from "#data/build/compute-set.ts";
import { makeDetailsByCohort, reduceDetailsToCitedFields } from "#data/build/provenance.ts";
import { judgeEnrolmentByVaccineDates } from "#data/compute-cohort.ts";
import type { Approval } from "#data/schema.ts";
import { entryWith, evidence, textOf } from "../files.ts";

const full = evidence();
const computeSet = makeDataForAnswers(full);
describe("the compute set", () => {
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
    const provenance = reduceDetailsToCitedFields(details);
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
