/** What is asked for a patient, and what the element makes of the answer. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { select } from "#core/evidence/select.ts";
import type { Patient } from "#core/question/patient.ts";
import { patientsOf } from "#presentation/statement/patients.ts";
import { english } from "#presentation/words/catalogue.ts";
import { compareWithSources } from "#server/answers/make-comparison.ts";
import { forPatient } from "#widget/answers/patient-answer.ts";
import type { AnswerSource } from "#widget/answers/source.ts";
import { answerFor, patient } from "../../../support/for-patient.ts";
import { anyPatient } from "../../../support/patients.ts";
import { asked } from "../../../support/queries.ts";

/** The server in this process, which says what it was asked. */
function serving() {
  const requests: string[] = [];
  const ofPatient: AnswerSource["ofPatient"] = async (text) => {
    requests.push(text);
    const comparison = compareWithSources(asked(text, dataset), english);
    const patients = patientsOf(comparison, dataset.cohorts, [], String, english.patient);
    return [{ comparison, onDevice: null }, patients];
  };
  const unused = () => Promise.reject(new Error("not asked"));
  return { requests, source: { ofPatient, answer: unused, cited: unused, choices: unused } };
}

async function ask(text: string, one: Patient) {
  const { requests, source } = serving();
  const { comparison } = await forPatient(text, one, source, new AbortController().signal);
  return { requests, comparison };
}

const old = patient({ age: 73, priorLines: 5 });

describe("the answer for a patient", () => {
  it.each(["outcome=orr", "outcome=orr&setting=early", "outcome=orr&evidence=all&age=60-"])(
    "to %j has the numbers of the question that holds them, and says which trials fit",
    async (text) => {
      const { comparison } = await ask(text, old);
      expect(comparison).toEqual(answerFor(text, old));
      const { fits, excludes, notStated } = comparison.patient ?? {};
      const listed = [fits, excludes, notStated].flatMap((some) => some ?? []);
      expect(listed.length).toBe(comparison.selection.included.length);
    },
  );

  it("counts every trial in one line", async () => {
    const { comparison } = await ask("outcome=orr", old);
    const fit = comparison.patient;
    if (!fit) throw new Error("no patient");
    const all = select(asked("outcome=orr", dataset), dataset).included.length;
    const [age, lines] = fit.each;
    expect(english.patient.counts(fit, "trial")).toBe(
      `Of ${all} trials counted here: 73 years enrolled in ${age?.fits}, not stated in ${age?.notStated}; 5 prior lines enrolled in ${lines?.fits}, not stated in ${lines?.notStated}.`,
    );
  });

  it("never says that none enrolled such patients below trials of patients after CAR-T", async () => {
    const after = patient({ age: 66, priorLines: 5, priorBcma: ["car-t"] });
    const fit = (await ask("outcome=orr", after)).comparison.patient;
    expect(fit && english.patient.counts(fit, "trial")).toBe(
      "Of 4 trials counted here: 66 years not stated in 4; 5 prior lines not stated in 4; earlier BCMA-directed CAR-T enrolled in 1, not stated in 2.",
    );
  });

  it("has no number where no question holds the patient", async () => {
    const nobody = patient({ age: 73, priorLines: 1, priorBcma: ["car-t"] });
    const { outcomes, selection, patient: fit } = (await ask("outcome=orr", nobody)).comparison;
    expect([outcomes, selection.included, fit?.held]).toEqual([[], [], null]);
    expect(fit?.offers.map(({ name }) => name)).toEqual(["after-bcma", "early"]);
  });
});

it("of any patients no more is asked than the table has rows, and of none their age", async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(anyPatient, fc.integer({ min: 18, max: 110 }), async (one, age) => {
      const { requests } = await ask("outcome=orr", one);
      expect((await ask("outcome=orr", { ...one, age })).requests).toEqual(requests);
      expect(requests).toHaveLength(1);
      for (const text of requests) seen.add(text);
    }),
    { numRuns: 40 },
  );
  expect([...seen].every((text) => !/age|patient|lines/.test(text))).toBe(true);
  expect(seen.size).toBeLessThanOrEqual(4);
});
