/**
 * Nine patients tried at the bedside: what the screen says first of each, and who is listed as such
 * patients. Numbers are those of the data of November 2026, each from the study that the row names.
 */
import { expect, it } from "vitest";
import { choosePatientQuestion } from "#core/question/for-patient.ts";
import type { PatientWithTraits } from "#core/question/patient.ts";
import type { PatientsView } from "#presentation/views/patient.ts";
import {
  describeOutsideGroups,
  describeReportedGroup,
} from "#presentation/views/patient-groups.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { patientTexts as patientWords } from "#presentation/words/patient.ts";
import { makePatientView } from "#widget/patient-view.ts";
import { patient } from "../../support/for-patient.ts";
import { read, to } from "../../support/in-process.ts";
import sentinels from "./patients-sentinels.json" with { type: "json" };

/** The headline, and each such group of the outcomes that are read first. */
async function shownFor(question: string, over: Partial<PatientWithTraits>) {
  const person = patient(over);
  const questionText = choosePatientQuestion(question, person).question ?? question;
  const [screen, patients] = await Promise.all([
    read<Screen>(to("/v1/screen", questionText)),
    read<PatientsView>(to("/v1/screen/patients", questionText)),
  ]);
  const { view, forPatient } = makePatientView(question, person, screen, patients);
  const { fit, heading, groups, labelled, reach } =
    forPatient ?? expect.fail("an answer to nobody");
  const first = groups.flatMap((of) => of.first);
  return {
    heading,
    groups,
    such: first
      .filter(({ place, outcome }) => place === "such" && outcome === "Response")
      .flatMap((list) => list.groups.map(describeReportedGroup)),
    labelled: labelled.map(({ text }) => text).join(""),
    reach,
    assumed: patientWords.assumed(person, patients.assumed),
    outside: groups.map(describeOutsideGroups).filter((text) => text !== ""),
    offers: fit.question === null ? [] : patients.offers.map(({ label }) => label),
    asked: view.question.detail,
  };
}

/** Nine patients: the question asked, the headline, and each such group of response. */
const nine: readonly { question: string; patient: object; heading: string; such: string[] }[] =
  sentinels;

it.each(nine)("of $question, $patient", async ({ question, patient: person, heading, such }) => {
  const texts = await shownFor(question, person);
  expect({ heading: texts.heading, such: texts.such }).toEqual({ heading, such });
});

it("after two lines what is known of such patients after three is offered, and said to be outside", async () => {
  const { outside } = await shownFor("", { priorLines: 2, priorBcma: ["car-t"] });
  expect(outside).toEqual([
    "Outside this question: talquetamab CAR-T target not found, after 3 or more lines: 72 of 100, 26 of 36.",
  ]);
});

it("one line with triple-class refractory disease never shows trials of three lines and more", async () => {
  const { groups, outside } = await shownFor("", { priorLines: 1, traits: ["refractoriness"] });
  expect(groups.flatMap(({ first, further }) => [...first, ...further])).toEqual([]);
  expect(outside).toEqual([
    "CAR-T and bispecifics: response with triple-class refractory disease is reported after 3 or more lines only.",
  ]);
});

it("no patient under 63 is shown a group of older patients as near, and is told why", async () => {
  const { groups, heading } = await shownFor("", { age: 45, priorLines: 3 });
  expect(heading).toBe(
    "Six drugs labelled (US 3, EU 6). No study reports age 45; only older groups are reported.",
  );
  const [age] = groups;
  expect([age?.first, age?.missing]).toEqual([[], "Only older groups are reported."]);
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
it("with impaired kidneys, what the source contradicts has no number, and what it says plainly counts", async () => {
  const { groups, heading } = await shownFor("", { traits: ["renal-function"] });
  const [{ first, further } = expect.fail("no property")] = groups;
  const texts = [...first, ...further].flatMap(({ groups: of }) => of.map(describeReportedGroup));
  expect(heading).toMatch(/^Creatinine clearance below 45: response not found; /);
  expect(texts).toContain(
    "ide-cel, cilta-cel n not found, real-world, lines not found: 44 of 100, no count; without: 20 of 100, no count",
  );
  expect(texts).toContain(
    "ide-cel, cilta-cel real-world, lines not found: the source contradicts itself about this figure",
  );
  expect(texts.join(" ")).not.toContain("60");
});

it.each([
  ["", "Assumed: 3 or more lines, earlier BCMA therapy: none."],
  ["lines=1", "Assumed: 1 line, earlier BCMA therapy: none."],
  ["lines=any", "Assumed: any number of lines, earlier BCMA therapy: none."],
  [
    "prior-bcma=car-t,bispecific&target=any",
    "Assumed: 3 or more lines, earlier BCMA therapy: after a bispecific or CAR-T.",
  ],
  ["prior-bcma=any", "Assumed: 3 or more lines."],
])("of whom nothing but the age is known, asked %j", async (question, expected) => {
  expect((await shownFor(question, { age: 70 })).assumed).toBe(expected);
  expect((await shownFor(question, { age: 70, priorLines: 3, priorBcma: [] })).assumed).toBe("");
});

it.each([
  [
    "availability=eu",
    { priorLines: 1 },
    "cilta-cel only if refractory to lenalidomide (not entered), after a PI and an IMiD. EU labels: on progression. After more lines: ide-cel (EU from 2 lines); elranatamab, linvoseltamab, talquetamab, teclistamab (these: EU from 3 lines). ",
  ],
  [
    "availability=us",
    { priorLines: 3, traits: ["lenalidomide-refractory"] as const },
    "cilta-cel refractory to lenalidomide (entered), after a PI and an IMiD; ide-cel after a PI, an IMiD and an anti-CD38 antibody; teclistamab with daratumumab after a PI and an IMiD. After more lines: elranatamab, linvoseltamab, talquetamab, teclistamab (these: US from 4 lines). ",
  ],
  ["availability=cn", { priorLines: 1 }, "no label found after 1 line. "],
  [
    "availability=eu",
    { priorLines: 4, priorBcma: ["car-t"] as const, carTProducts: ["ide-cel"] as const },
    "Had before: ide-cel after a PI",
  ],
])("of %j and %j, what is labelled and on which condition", async (question, over, expected) => {
  expect((await shownFor(question, over)).labelled).toContain(expected);
});

it("a question of one drug names it, and shows of its class no other", async () => {
  const question = "product=talquetamab&target=any";
  const { asked: questionText, such } = await shownFor(question, { age: 82, priorLines: 5 });
  expect(questionText).toBe("of bispecifics only talquetamab");
  expect(such.filter((text) => /^(?:tec|linvo|elra)/.test(text))).toEqual([]);
});

it("refractory to lenalidomide, which trials required it", async () => {
  const { reach } = await shownFor("availability=eu", {
    priorLines: 1,
    traits: ["lenalidomide-refractory"],
  });
  expect(reach).toContain("Refractory to lenalidomide: required by CARTITUDE-4.");
});

it("a trial that carries a row says that it enrolled nobody of the age", async () => {
  const carried = async (age: number) => {
    const screen = await read<Screen>("/v1/screen");
    const patients = await read<PatientsView>("/v1/screen/patients");
    const { view } = makePatientView("", patient({ age }), screen, patients);
    return view.rows.find(({ outcome }) => outcome === "crs-3")?.carried;
  };
  expect(await carried(74)).toMatch(/CARTIFAN-1; .* CARTIFAN-1: ages 30 to 72\.$/);
  expect(await carried(70)).not.toContain("ages");
});
