/** Tests how drugs, statuses, periods and ages are read. */
import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPatient } from "#core/record/patient.ts";
import { recognition } from "#data/generated/recognition.ts";
import { isStem } from "#data/recognition.ts";
import { codeSystems } from "./code-systems.ts";
import {
  born,
  coded as conceptOf,
  condition,
  drugsIn,
  givenBy,
  namesOf,
  now,
  patient,
  resource,
  status,
} from "./made-records.ts";

describe("a drug", () => {
  it.each(recognition.drugs.flatMap((drug) => namesOf(drug).map((text) => [text, drug.name])))(
    "by the name %s is %s, in any writing",
    (text, name) => {
      const writings = [`${text.toUpperCase()}® 30 mg/3 mL`, `Inj. (${text}), sc.`];
      for (const written of [text, ...writings, text.replaceAll(" ", "_")]) {
        expect(drugsIn(givenBy({ text: written }))).toEqual([name]);
      }
    },
  );

  const printed = globSync("data/products/*.json").flatMap((file): string[] => {
    const { targets, recognisedBy } = JSON.parse(readFileSync(file, "utf8"));
    return ["bcma", "gprc5d"].some((target) => targets.includes(target)) ? recognisedBy : [];
  });
  it.each(printed)("is recognised by %s, as its label prints it", (text) => {
    expect(drugsIn(givenBy({ text }))).toHaveLength(1);
  });

  const writtenCodes = recognition.drugs.flatMap(({ name, codes = [] }) =>
    codes.map((token) => [...token.split("|"), name]),
  );
  it.each([
    ...writtenCodes.filter(([system]) => system !== "ndc"),
    // A code of the NDC has ten or eleven digits with hyphens, and eleven without.
    ...["0069-2522-02", "00069-2522-02", "00069252202"].map((code) => [
      ...["ndc", code, "elranatamab"],
    ]),
    ...["57894-449-01", "57894044901"].map((code) => ["ndc", code, "teclistamab"]),
  ])("by the code %s %s is %s", (system = "", code, name) => {
    const concept = (address: string) => ({ coding: [{ system: address, code }] });
    const address = new Map(Object.entries(codeSystems)).get(system) ?? "";
    expect(drugsIn(givenBy(concept(address)))).toEqual([name]);
    expect(drugsIn(givenBy(concept("http://example.org/local")))).toEqual([]);
  });

  it.each(["J9999", "C9399", "J3590"])("is not said by %s, which classifies nothing", (code) => {
    const coding = [{ system: codeSystems.hcpcs, code }];
    expect(drugsIn(givenBy({ coding }))).toEqual([]);
  });

  it("is found at the beginning of another word only if its name is a word, and never inside", () => {
    const names = recognition.drugs.flatMap(namesOf).filter((name) => /^[ -~]+$/.test(name));
    const word = fc.stringMatching(/^[a-zé0-9]{1,4}$/);
    fc.assert(
      fc.property(fc.constantFrom(...names), word, (name, more) => {
        const drug = recognition.drugs.find((entry) => namesOf(entry).includes(name))?.name;
        const inside = drugsIn(givenBy({ text: `it was ${more}${name} now` }));
        if (!names.includes(more + name)) expect(inside).not.toContain(drug);
        const longer = drugsIn(givenBy({ text: `it was ${name}${more} now` }));
        if (!names.includes(name + more)) expect(longer.includes(drug ?? "")).toBe(isStem(name));
      }),
    );
  });

  it("is told once, with how often, from when to when, and where", () => {
    const dates = ["2025-03-01", "2025-01-05", "2025-02-01"];
    const all = dates.map((effectiveDateTime, index) => ({
      ...givenBy({ text: "Tecvayli" }, `${index}`),
      effectiveDateTime,
    }));
    const answers = { now, confirmed: ["teclistamab"] };
    const [therapy] = readPatient(all, answers).found.filter(({ code }) => code === "therapy");
    expect(therapy).toMatchObject({
      data: { recorded: [{ count: 3, first: "2025-01-05", last: "2025-03-01" }] },
      references: [
        "MedicationAdministration/0",
        "MedicationAdministration/1",
        "MedicationAdministration/2",
      ],
      text: "teclistamab (bispecific): 3 administrations (completed, in words, 2025-01-05 to 2025-03-01). Given before, as a person said.",
    });
  });
});

describe("dates of therapy", () => {
  it.each([
    [{ start: "2025-02", end: "2025-05-01" }, ", 2025-02 to 2025-05-01"],
    [{ start: "2025-02" }, ", 2025-02"],
    [{ end: "2025-05-01T10:00:00Z" }, ", 2025-05-01"],
    [{}, ""],
    [{ start: "Zwirbelhuber", end: "06.05.2024" }, ""],
  ])("%j is told as %j", (effectivePeriod, days) => {
    const statement = resource("MedicationStatement", "completed", {
      effectivePeriod,
      medicationCodeableConcept: { text: "Tecvayli" },
    });
    const texts = readPatient([statement], { now }).notFound.map(({ text }) => text);
    expect(texts).toContain(
      `teclistamab (bispecific): 1 statement (completed, in words${days}). Not handed over unless a person says that it was given before the treatment to be chosen.`,
    );
  });
});

describe("what a person says", () => {
  const record = [patient, givenBy({ text: "Tecvayli" })];
  const drug = ["teclistamab"];
  it.each([
    [{}, null, "Not handed over unless a person says that it was given before"],
    [{ confirmed: drug }, ["bispecific"], "Given before, as a person said."],
    [{ denied: drug }, null, "Not given before, as a person said."],
    [{ confirmed: drug, denied: drug }, null, "Not handed over unless a person says"],
    [{ confirmed: ["Tecvayli", "talquetamab"] }, null, "Not handed over unless a person says"],
  ])("as %j hands over %j", (answers, kinds, text) => {
    const { patient, found, notFound } = readPatient(record, { now, ...answers });
    expect(patient).toEqual({ age: 67, priorLines: null, priorBcma: kinds });
    expect([...found, ...notFound].map((finding) => finding.text).join()).toContain(text);
  });

  it.each([
    [3, 3],
    [0, 0],
    [31, null],
    [-1, null],
    [2.5, null],
    ["3", null],
  ])("lines typed as %j are %j", (priorLines, lines) => {
    expect(readPatient([patient], { now, priorLines }).patient?.priorLines).toBe(lines);
  });

  it("counts for nobody if the patient is named by nothing", () => {
    expect(readPatient(record, { now, patient: "", priorLines: 3 }).patient).toBeNull();
  });
});

it("a diagnosis of myeloma is told with its statuses", () => {
  const states = [
    {},
    { verificationStatus: status("provisional") },
    { clinicalStatus: status("resolved") },
  ];
  const conditions = states.map((state) =>
    condition(conceptOf(codeSystems.icd10cm, "C90.00"), state),
  );
  expect(readPatient([patient, ...conditions], { now }).found.map(({ text }) => text)).toContain(
    "Multiple myeloma: 1 condition (active), 1 condition (provisional), 1 condition (resolved).",
  );
});

describe("versions of the patient", () => {
  const newer = born("1957-03-02", { meta: { versionId: "2" } });
  const administration = givenBy({ text: "Tecvayli" });
  const read = (...sent: object[]) =>
    readPatient(sent, { now, priorLines: 4, confirmed: ["teclistamab"] });

  it.each([
    { deceasedBoolean: true },
    { deceasedBoolean: "true" },
    { deceasedDateTime: "2026-10-01" },
    { _deceasedDateTime: { extension: [{ url: "masked" }] } },
    { deceasedBoolean: true, modifierExtension: [{ url: "x" }] },
  ])("of which one says of a death %j hand nobody over", (death) => {
    for (const sent of [
      [newer, { ...newer, ...death }, administration],
      [{ ...newer, ...death }, newer, administration],
    ]) {
      const { patient, incomplete } = read(...sent);
      expect(patient).toBeNull();
      expect(incomplete[0]?.code).toBe("patient-died");
    }
    expect(read({ ...newer, deceasedBoolean: false }, administration).patient?.age).toBe(69);
  });

  it("with other birth dates leave the age open, in any order", () => {
    for (const sent of [
      [newer, born("1947-03-02")],
      [born("1947-03-02"), newer],
    ]) {
      const { patient, notFound } = read(...sent, administration);
      expect(patient).toEqual({ age: null, priorLines: 4, priorBcma: ["bispecific"] });
      expect(notFound.map(({ text }) => text)).toContain(
        "69 to 79 years old: no age is handed over.",
      );
    }
  });

  it("of which one was replaced tell so", () => {
    const { incomplete } = read(newer, { ...newer, active: false });
    expect(incomplete.map(({ code }) => code)).toEqual(["patient-replaced"]);
  });
});

it("without a Patient nobody is handed over", () => {
  expect(readPatient([], { now, priorLines: 4 }).patient).toBeNull();
  const therapy = readPatient([givenBy({ text: "Tecvayli" })], { now, confirmed: ["teclistamab"] });
  expect(therapy.patient).toBeNull();
});

it("what is told does not depend on the order of the resources", () => {
  const states = ["completed", "not-done", "stopped"];
  const all = states.map((state, index) => ({
    ...givenBy({ text: "Tecvayli" }, `${index}`),
    status: state,
  }));
  const textsOf = (sent: readonly unknown[]) =>
    readPatient([patient, ...sent], { now }).notFound.map(({ text }) => text);
  expect(textsOf(all.toReversed())).toEqual(textsOf(all));
});

it("that the patient has died stands before everything that is incomplete", () => {
  const died = born("1950-01-02", { deceasedBoolean: true, active: false });
  const { patient, incomplete } = readPatient([died, givenBy({ text: "Tecvayli" })], { now });
  expect(patient).toBeNull();
  expect(incomplete.map(({ code }) => code)).toEqual(["patient-died", "patient-replaced"]);
});

describe("an age", () => {
  const ageOf = (birthDate: unknown, on = new Date(2026, 10, 21)) =>
    readPatient(born(birthDate), { now: on }).found.flatMap(({ code, data }) =>
      code === "age" ? data.years : [],
    );

  it.each([
    ["1955-11-20", 71],
    ["1955-11-21", 71],
    ["1955-11-22", 70],
    ["1955-10", 71],
    ["1955-12", 70],
  ])("of who was born %s is %i", (birthDate, age) => {
    expect(ageOf(birthDate)).toEqual([age]);
  });

  it.each([
    "1955-11",
    "1955",
    "2027-01-01",
    "1890-01-01",
    "1955-13-01",
    "1955-00-01",
    "55-01-01",
    "1955-1-1",
    1955,
  ])("of who was born %s is not known", (birthDate) => {
    expect(ageOf(birthDate)).toEqual([]);
  });

  it("is counted from 1 March in other years by who was born on 29 February", () => {
    expect(ageOf("1956-02-29", new Date(2026, 1, 28))).toEqual([69]);
    expect(ageOf("1956-02-29", new Date(2026, 2, 1))).toEqual([70]);
  });

  it("agrees with what a year or a month leaves open", () => {
    const days = fc.date({
      min: new Date(1930, 0, 1),
      max: new Date(2000, 0, 1),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (birth) => {
        const whole = birth.toISOString().slice(0, 10);
        const [age] = ageOf(whole);
        expect(age).toBeDefined();
        for (const part of [whole.slice(0, 4), whole.slice(0, 7)]) {
          expect([[age], []]).toContainEqual(ageOf(part));
        }
      }),
    );
  });
});
