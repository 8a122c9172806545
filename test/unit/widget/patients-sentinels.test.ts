/**
 * Nine patients tried at the bedside: what the screen says first of each, and who is listed as such
 * patients. Numbers are those of the data of November 2026, each from the study that the row names.
 */
import { expect, it } from "vitest";
import { questionForPatient } from "#core/question/for-patient.ts";
import type { PatientWithTraits } from "#core/question/patient.ts";
import type { PatientsView } from "#presentation/views/patient.ts";
import { offerOutside, writeGroup } from "#presentation/views/patient-groups.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { patientTexts as patientWords } from "#presentation/words/patient.ts";
import { makePatientView } from "#widget/patient-view.ts";
import { patient } from "../../support/for-patient.ts";
import { read, to } from "../../support/in-process.ts";

/** The headline, and each such group of the outcomes that are read first. */
async function shownFor(question: string, over: Partial<PatientWithTraits>) {
  const person = patient(over);
  const questionText = questionForPatient(question, person).question ?? question;
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
      .flatMap((list) => list.groups.map(writeGroup)),
    labelled: labelled.map(({ text }) => text).join(""),
    reach,
    assumed: patientWords.assumed(person, patients.assumed),
    outside: groups.map(offerOutside).filter((text) => text !== ""),
    offers: fit.question === null ? [] : patients.offers.map(({ label }) => label),
    asked: view.question.detail,
  };
}

const nine: readonly [
  question: string,
  patient: Partial<PatientWithTraits>,
  heading: string,
  such: readonly string[],
][] = [
  [
    "",
    { age: 74, priorLines: 4, priorBcma: [] },
    "Six drugs labelled. No study reports age 74; the nearest groups are below.",
    [
      "ide-cel 65 or older, real-world: 87 of 100, 65 of 75",
      "linvoseltamab 75 or older: 71 of 100, 22 of 31",
      "teclistamab under 75, 74 included, real-world: 53 of 100, 160 of 302; 75 or older, n 83: 62 of 100, no count",
    ],
  ],
  [
    "",
    { age: 66, priorLines: 5, priorBcma: ["car-t"] },
    "Talquetamab after earlier CAR-T: 26 of 36 responded. A second CAR-T: not found.",
    ["talquetamab CAR-T target not found, reported apart from the 78 below: 72 of 100, 26 of 36"],
  ],
  ["", { priorLines: 1 }, "Two drugs labelled. No study reports response after 1 line alone.", []],
  [
    "",
    { age: 66, priorLines: 4, traits: ["extramedullary-disease"] },
    "Extramedullary disease: fewer responded than without it in each study with both results (3).",
    [
      "ide-cel, cilta-cel n 47, real-world, lines not found: 58 of 100, no count; without: 96 of 100, 101 of 105",
      "ide-cel real-world, at day 90, lines not found: 52 of 100, 44 of 84; without: 82 of 100, 219 of 267",
      "linvoseltamab LINKER-MM1, 2 to 16 lines: 53 of 100, 10 of 19",
      "teclistamab MajesTEC-1, 2 to 14 lines: 36 of 100, 10 of 28; without: 69 of 100, 94 of 137",
      "elranatamab paramedullary plasmacytomas included, n not found, 2 to 22 lines: 39 of 100, no count",
    ],
  ],
  [
    "availability=eu",
    { age: 82, priorLines: 4, priorBcma: ["bispecific"] },
    "Talquetamab after an earlier bispecific: 8 of 18 responded.",
    ["talquetamab bispecific target not found: 44 of 100, 8 of 18"],
  ],
  ["", { age: 82, priorLines: 0 }, "Every trial here is of patients treated before.", []],
  [
    "",
    { priorLines: 2, priorBcma: ["car-t"] },
    "After earlier CAR-T: not found for this question; talquetamab is reported, after 3 or more lines.",
    [],
  ],
  [
    "product=talquetamab&target=any",
    { priorLines: 2, priorBcma: ["car-t"] },
    "After earlier CAR-T: not found for this question; talquetamab is reported, after 3 or more lines.",
    [],
  ],
  [
    "",
    { age: 82, priorLines: 5 },
    "Six drugs labelled. No study reports age 82; the nearest groups are below.",
    [
      "linvoseltamab 75 or older: 71 of 100, 22 of 31",
      "teclistamab 75 or older, n 83, real-world: 62 of 100, no count; under 75: 53 of 100, 160 of 302",
    ],
  ],
];

it.each(nine)("of %j, %j", async (question, over, heading, such) => {
  const texts = await shownFor(question, over);
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
    "Six drugs labelled. No study reports age 45; only older groups are reported.",
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
  const texts = [...first, ...further].flatMap(({ groups: of }) => of.map(writeGroup));
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
    "cilta-cel only if refractory to lenalidomide (not entered), after a PI and an IMiD. EU: on progression. After more lines: ide-cel (EU from 2 lines); elranatamab, linvoseltamab, talquetamab, teclistamab (these: EU from 3 lines). ",
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
