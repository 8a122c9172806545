import { describe, expect, it } from "vitest";
import { answerPatient } from "#core/comparison/answer-patient.ts";
import { answerQuestion } from "#core/comparison/answer-question.ts";
import { dataset as everything } from "#core/dataset.ts";
import { judge } from "#core/evidence/patient-fit.ts";
import { select } from "#core/evidence/select.ts";
import type { Patient } from "#core/question/patient.ts";
import { cohort } from "../../../support/cohorts.ts";
import { asked } from "../../../support/queries.ts";

const patient = (over: Partial<Patient> = {}): Patient => ({
  age: null,
  priorLines: null,
  fit: "any",
  ...over,
});

describe("a cohort and one patient", () => {
  const known = cohort("a", { ageRange: [33, 78], priorLinesRange: [3, 16] });

  it.each([
    [{ age: 33 }, "fits"],
    [{ age: 78, priorLines: 3 }, "fits"],
    [{ age: 79 }, "outside"],
    [{ age: 32 }, "outside"],
    [{ age: 60, priorLines: 2 }, "outside"],
    [{ age: 60, priorLines: 17 }, "outside"],
  ])("of %o is told: %s", (values, fit) => {
    expect(judge(known, patient(values)).fit).toBe(fit);
  });

  it("without a range cannot be told to fit, but one value outside decides", () => {
    const half = cohort("b", { ageRange: null, priorLinesRange: [3, 6] });
    expect(judge(half, patient({ age: 60 }))).toEqual({
      fit: "not-reported",
      reason: { code: "patient-range-not-reported", parameter: "patient-age" },
    });
    expect(judge(half, patient({ age: 60, priorLines: 9 }))).toEqual({
      fit: "outside",
      reason: { code: "patient-outside", parameter: "patient-prior-lines", range: [3, 6] },
    });
  });
});

describe.each(["any", "confirmed"] as const)("the answer for a patient, %s", (fit) => {
  const query = asked("availability=any&outcome=orr", everything);
  const answer = answerPatient(query, patient({ age: 80, priorLines: 12, fit }), everything);
  const { included } = select(query, everything);

  it("puts every selected cohort in one of three lists", () => {
    const { fits = [], outside = [], notReported = [] } = answer.patient ?? {};
    const listed = [...fits, ...outside, ...notReported].map((one) => one.cohort).sort();
    expect(listed).toEqual(included.map(({ id }) => id).sort());
    expect(outside.length).toBeGreaterThan(0);
    expect(notReported.length).toBeGreaterThan(0);
  });

  it("leaves out what does not fit, for a reason, and loses no cohort", () => {
    const { outside = [], notReported = [] } = answer.patient ?? {};
    const left = fit === "any" ? outside : [...outside, ...notReported];
    const { included: kept, excluded } = answer.selection;
    for (const { cohort: id } of left) {
      expect(kept.map((one) => one.cohort)).not.toContain(id);
      expect(excluded.find((one) => one.cohort === id)?.parameter).toMatch(/^patient-/);
    }
    expect(kept.length).toBe(included.length - left.length);
    expect(kept.length + excluded.length).toBe(everything.cohorts.length);
  });

  it("says that these are cohorts, not the patient, and puts no value into a link", () => {
    const { fits = [], notReported = [] } = answer.patient ?? {};
    expect(answer.cautions[0]).toEqual({
      code: "patient-fit",
      fits: fits.length,
      notReported: notReported.length,
      kept: fit === "any",
    });
    expect(`${answer.canonical}${answer.href}`).not.toMatch(/patient|80|12/);
  });
});

it("for a patient whom every cohort may have enrolled is the answer without one", () => {
  const query = asked("outcome=orr", everything);
  const { patient: _, cautions, ...same } = answerPatient(query, patient(), everything);
  const { cautions: usual, ...answer } = answerQuestion(query, everything);
  expect(same).toEqual(answer);
  expect(cautions.slice(1)).toEqual(usual);
});
