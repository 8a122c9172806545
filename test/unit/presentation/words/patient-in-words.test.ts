import { expect, it } from "vitest";
import { english } from "#presentation/words/catalogue.ts";
import { patientInWords } from "#presentation/words/patient-in-words.ts";
import { fitFor } from "../../../support/for-patient.ts";

it("says why trials do not fit a patient, and which question does", () => {
  const patient = { age: 80, priorLines: 12, priorBcma: null };
  const fit = fitFor("availability=any&outcome=orr", patient);
  const answer = patientInWords(fit, english.codes.patient);
  expect(answer.text).toMatch(/^3 or more lines$/);
  expect(answer.trials).toHaveLength(fit.trials.length);
  const said = { fits: /^enrolled such patients$/, excludes: /^enrolled patients of / };
  for (const [index, { fit: which, parts }] of fit.trials.entries()) {
    const texts = answer.trials[index]?.map(({ text }) => text) ?? [];
    expect(texts).toHaveLength(parts.length);
    const expected = { ...said, "not-stated": /^range of .* not stated in our sources$/ }[which];
    expect(texts.join("\n")).toMatch(new RegExp(expected.source, "m"));
  }
  expect(new Set(fit.trials.map((one) => one.fit)).size).toBeGreaterThan(1);
});
