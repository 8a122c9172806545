/**
 * Nine patients tried at the bedside: what the screen says first of each, and who is listed as such
 * patients. Numbers are those of the data of November 2026, each from the study that the row names.
 */
import { expect, it } from "vitest";
import { questionForPatient } from "#core/question/for-patient.ts";
import type { PatientWithTraits } from "#core/question/patient.ts";
import type { PatientsView } from "#presentation/views/patient.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { viewForPatient } from "#widget/patient.ts";
import { formOf, reportedForPatient } from "#widget/sheets/reported-for-patient.ts";
import { patient } from "../../support/for-patient.ts";
import { read, to } from "../../support/in-process.ts";

/** The first line, and each such group of the first outcome of a property. */
async function shownFor(question: string, over: Partial<PatientWithTraits>) {
  const person = patient(over);
  const questionText = questionForPatient(question, person).question ?? question;
  const [screen, patients] = await Promise.all([
    read<Screen>(to("/v1/screen", questionText)),
    read<PatientsView>(to("/v1/screen/patients", questionText)),
  ]);
  const { view, forPatient } = viewForPatient(question, person, screen, patients);
  const { fit, heading } = forPatient ?? expect.fail("an answer to nobody");
  const reported = fit.question === null ? [] : reportedForPatient(patients, person);
  const such = reported.flatMap(({ tables: [first] }) =>
    (first?.levels ?? []).map(
      ({ name, text, [formOf(first?.levels ?? [])]: { number } }) => `${name} ${text}: ${number}`,
    ),
  );
  return {
    heading,
    such,
    offers: fit.question === null ? [] : patients.offers.map(({ label }) => label),
    asked: view.question.detail,
  };
}

const nine: readonly [
  question: string,
  patient: Partial<PatientWithTraits>,
  heading: RegExp,
  such: readonly string[],
][] = [
  [
    "",
    { age: 74, priorLines: 4, priorBcma: [] },
    /^74 years and 4 lines: within what is reported by \d of 6 trials; /,
    [
      "Single institution, 257 patients (IMS 2024) ≥ 70, design not found: 86",
      "cilta-cel ≥ 4 prior lines: 78 of 80",
      "ide-cel ≥ 4: 82 of 112",
    ],
  ],
  [
    "",
    { age: 66, priorLines: 5, priorBcma: ["car-t"] },
    /After CAR-T: /,
    [
      "talquetamab after CAR-T cells, target not stated, reported apart from the 78 of MonumenTAL-1 prior T-cell redirection: 72.2",
    ],
  ],
  [
    "",
    { priorLines: 1 },
    /^1 line: within what is reported by \d of \d trials\. Earlier [^.]+ not known: asked as none\.$/,
    [],
  ],
  [
    "",
    { age: 66, priorLines: 4, traits: ["extramedullary-disease"] },
    /Extramedullary disease: see the groups below\. Earlier /,
    [
      "ide-cel, cilta-cel EMD, practice: 58 %",
      "ide-cel EMD, practice, at day 90: 44 of 84",
      "linvoseltamab EMD: 10 of 19",
      "elranatamab EMD, paramedullary plasmacytomas included: 38.5 %",
      "teclistamab EMD: 10 of 28",
      "ide-cel ≥ 65, practice: 86.7",
      "cilta-cel ≥ 4 prior lines: 78 of 80",
      "ide-cel ≥ 4: 82 of 112",
    ],
  ],
  [
    "availability=eu",
    { age: 82, priorLines: 4, priorBcma: ["bispecific"] },
    /^No trial is counted for 3\+ prior lines, EU, after a bispecific\. Single results stand below\. 82 years, 4 lines: ranges not found\.$/,
    [
      "talquetamab after a bispecific antibody, target not stated, reported apart from the 78 of MonumenTAL-1 prior T-cell redirection: 8 of 18",
    ],
  ],
  ["", { age: 82, priorLines: 0 }, /^Every trial here is of patients treated before\.$/, []],
  ["", { priorLines: 2, priorBcma: ["car-t"] }, /./, []],
  ["product=talquetamab&target=any", { priorLines: 2, priorBcma: ["car-t"] }, /./, []],
  [
    "",
    { age: 82, priorLines: 5 },
    /; in no CAR-T trial \(oldest 78\); ages not found for 3 more trials\. Earlier /,
    [
      "linvoseltamab ≥ 75: 71",
      "teclistamab ≥ 75, practice: 62",
      "cilta-cel ≥ 4 prior lines: 78 of 80",
      "ide-cel ≥ 4: 82 of 112",
    ],
  ],
];

it.each(nine)("of %j, %j", async (question, over, heading, such) => {
  const texts = await shownFor(question, over);
  expect({ heading: texts.heading, such: texts.such }).toEqual({
    heading: expect.stringMatching(heading),
    such,
  });
});

it("nobody is offered a question of patients treated before who had no treatment yet", async () => {
  expect((await shownFor("", { age: 82, priorLines: 0 })).offers).toEqual([]);
});

it("who had a bispecific is offered what has trials", async () => {
  const { offers } = await shownFor("availability=eu", {
    priorLines: 4,
    priorBcma: ["bispecific"],
  });
  expect(offers).toEqual([
    "3 or more lines, after BCMA-directed therapy of any kind",
    "3 or more lines, not after such therapy",
  ]);
});

/**
 * In Habib 2026, 60 % of patients with impaired kidneys and 19 % of others had ICANS, of numbers that do not fit P =
 * 0.04.
 */
it("with impaired kidneys, what the source contradicts is beside, and what it says plainly counts", async () => {
  const person = patient({ traits: ["renal-function"] });
  const patients = await read<PatientsView>("/v1/screen/patients");
  const [{ tables, notCounted } = expect.fail("no property")] = reportedForPatient(
    patients,
    person,
  );
  expect(tables.map(({ name }) => name)).not.toContain("ICANS");
  expect(notCounted).toMatchObject([{ name: "ICANS", levels: [{ count: { number: "60 %" } }] }]);
  expect(notCounted[0]?.levels[0]?.text).toContain(
    "the source contradicts itself about this figure",
  );
});

it.each([
  ["", "Lines not known: asked as 3 or more lines."],
  ["lines=1", "Lines not known: asked as 1 line."],
  ["lines=any", "Lines not known: asked as any number of lines."],
])("whose lines are not known, asked %j", async (question, expected) => {
  const { heading } = await shownFor(question, { age: 70 });
  expect(heading).toContain(expected);
  const texts = await shownFor(question, { age: 70, priorLines: 3, priorBcma: [] });
  expect(texts.heading).not.toContain("not known: asked");
});

it.each([
  ["availability=eu", { priorLines: 1 }, "No EU label found for a bispecific after 1 line."],
  ["availability=eu", { priorLines: 2 }, "No EU label found for a bispecific after 2 lines."],
])("of %j and %j, that a class has no label", async (question, over, expected) => {
  expect((await shownFor(question, over)).heading).toContain(expected);
});

it("a question of one drug names it, and shows of its class no other", async () => {
  const question = "product=talquetamab&target=any";
  const { asked: questionText, such } = await shownFor(question, { age: 82, priorLines: 5 });
  expect(questionText).toBe("of bispecifics only talquetamab, US bispecific 4+ lines");
  expect(such.filter((text) => /^(?:tec|linvo|elra)/.test(text))).toEqual([]);
});

it.each([
  [
    "availability=eu",
    "Refractory to lenalidomide: CARTITUDE-4 required it; the EU label of cilta-cel asks for it.",
  ],
  ["availability=us,eu", "the US and EU label of cilta-cel asks for it."],
])("with one line, refractory to lenalidomide, of %s", async (question, expected) => {
  const { heading } = await shownFor(question, {
    priorLines: 1,
    traits: ["lenalidomide-refractory"],
  });
  expect(heading).toContain(expected);
});

it.each([
  ["", "asked as none."],
  ["prior-bcma=car-t,bispecific&target=any", "asked as after a bispecific or CAR-T."],
  ["prior-bcma=selected&target=any", "asked as after BCMA-directed therapy."],
])("whose earlier therapy is not known, asked %j", async (question, expected) => {
  const unknownTherapy = "Earlier BCMA- or GPRC5D-directed therapy not known: ";
  const { heading } = await shownFor(question, { age: 70 });
  expect(heading).toContain(unknownTherapy + expected);
  const any = await shownFor("prior-bcma=any", { age: 70 });
  expect(any.heading).not.toContain(unknownTherapy);
});
