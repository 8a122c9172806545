import { expect, it } from "vitest";
import { english } from "#presentation/words/catalogue.ts";
import { patientInWords } from "#presentation/words/patient-in-words.ts";
import { fitFor } from "../../../support/for-patient.ts";

it("says why trials do not fit a patient, and which question does", () => {
  const patient = { age: 80, priorLines: 12, priorBcma: null };
  const fit = fitFor("availability=any&outcome=orr", patient);
  const answer = patientInWords(fit, english.codes.patient);
  expect(answer.text).toMatch(/^3 or more lines$/);
  expect(answer.fits.every(({ reason }) => reason === null)).toBe(true);
  expect(answer.excludes.length).toBeGreaterThan(0);
  for (const { reason } of answer.excludes) expect(reason).toMatch(/^enrolled patients of /);
  expect(answer.notStated.length).toBeGreaterThan(0);
  for (const { reason } of answer.notStated) {
    expect(reason).toMatch(/^range of .* not stated in our sources$/);
  }
});
