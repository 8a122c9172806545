/** How drugs, statuses, periods and ages are read. */
import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPatient } from "#core/record/patient.ts";
import { recognition } from "#data/generated/recognition.ts";
import type { DrugCodeSystem } from "#data/recognition.ts";
import { codeSystems } from "./code-systems.ts";
import { born, drugsIn, givenBy, namesOf, now, resource } from "./made-records.ts";

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

  const printed = globSync("data/products/*.json").flatMap(
    (file): string[] => JSON.parse(readFileSync(file, "utf8")).recognisedBy,
  );
  it.each(printed)("is certain by %s, as its label prints it", (text) => {
    expect(drugsIn(givenBy({ text }))).toHaveLength(1);
  });

  // The keys of an object are texts.
  const coded = recognition.drugs.flatMap(({ name, codes = {} }) =>
    (Object.keys(codes) as DrugCodeSystem[]).flatMap((system) =>
      (codes[system] ?? []).map((code) => [system, code, name] as const),
    ),
  );
  it.each([
    ...coded,
    // The same in ten and eleven digits.
    ...["0069-2522-02", "00069-2522-02", "0069252202", "00069252202"].map(
      (code) => ["ndc", code, "elranatamab"] as const,
    ),
  ])("by the code %s %s is %s", (system, code, name) => {
    const concept = (address: string) => ({ coding: [{ system: address, code }] });
    expect(drugsIn(givenBy(concept(codeSystems[system])))).toEqual([name]);
    expect(drugsIn(givenBy(concept("http://example.org/local")))).toEqual([]);
  });

  it.each(["J9999", "C9399", "J3590"])("is not said by %s, which classifies nothing", (code) => {
    const coding = [{ system: codeSystems.hcpcs, code }];
    expect(drugsIn(givenBy({ coding }))).toEqual([]);
  });

  it("is not found inside another word", () => {
    const names = recognition.drugs.flatMap(namesOf);
    const word = fc.stringMatching(/^[a-zé0-9]{1,4}$/);
    fc.assert(
      fc.property(fc.constantFrom(...names), word, (name, more) => {
        for (const text of [`${more}${name}`, `${name}${more}`]) {
          if (names.includes(text) || !/^[ -~]+$/.test(name)) continue;
          const drug = recognition.drugs.find((one) => namesOf(one).includes(name))?.name;
          expect(drugsIn(givenBy({ text: `it was ${text} now` }))).not.toContain(drug);
        }
      }),
    );
  });

  it("is told once, with how often, from when to when, and where", () => {
    const dates = ["2025-03-01", "2025-01-05", "2025-02-01"];
    const all = dates.map((effectiveDateTime, index) => ({
      ...givenBy({ text: "Tecvayli" }, `${index}`),
      effectiveDateTime,
    }));
    const [therapy] = readPatient(all, { now }).found.filter(({ code }) => code === "therapy");
    expect(therapy).toMatchObject({
      data: { count: 3, first: "2025-01-05", last: "2025-03-01" },
      references: [
        "MedicationAdministration/0",
        "MedicationAdministration/1",
        "MedicationAdministration/2",
      ],
      text: "teclistamab (bispecific, 2025-01-05 to 2025-03-01) was given.",
    });
  });
});

describe("a status", () => {
  const [given, confirm, refused, planned] = ["therapy", "to-confirm", "not-given", "planned"];
  // As the guide has them (`functions/server/documentation/guides/record.md`).
  const meanings: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
    MedicationAdministration: {
      ...{ completed: given, stopped: given },
      ...{ "on-hold": confirm, unknown: confirm, "not-done": refused },
    },
    MedicationStatement: {
      ...{ completed: given, active: given, stopped: given },
      ...{ "on-hold": confirm, unknown: confirm, "not-taken": refused, intended: planned },
    },
    MedicationRequest: {
      ...{ active: confirm, completed: confirm, stopped: confirm, "on-hold": confirm },
      ...{ cancelled: refused, draft: planned },
    },
    MedicationDispense: {
      ...{ completed: confirm, "in-progress": confirm },
      ...{ cancelled: refused, declined: refused, preparation: planned },
    },
    Procedure: {
      ...{ completed: given, stopped: confirm, "on-hold": confirm, unknown: confirm },
      ...{ "not-done": refused, preparation: planned },
    },
  };
  it.each(
    Object.entries(meanings).flatMap(([type, statuses]) =>
      Object.entries(statuses).map(([status, meaning]) => [type, status, meaning] as const),
    ),
  )("of %s, %s, is %s", (type, status, meaning) => {
    const named = {
      ...{ effectiveDateTime: "2024-02-01", authoredOn: "2024-02-01" },
      ...{ code: { text: "Tecvayli" }, medicationCodeableConcept: { text: "Tecvayli" } },
    };
    const { found, notFound } = readPatient([resource(type, status, named)], { now });
    const [therapy] = [...found, ...notFound].filter(({ data }) => "drug" in data);
    expect(therapy?.data).toMatchObject(
      meaning === given ? { drug: "teclistamab" } : { why: meaning },
    );
    expect(therapy?.code === "therapy").toBe(meaning === given);
  });
});

describe("a period of therapy", () => {
  it.each([
    [{ start: "2025-02", end: "2025-05-01" }, "2025-02 to 2025-05-01"],
    [{ start: "2025-02" }, "from 2025-02"],
    [{ end: "2025-05-01" }, "until 2025-05-01"],
    [{}, null],
  ])("%j is told as %s", (effectivePeriod, days) => {
    const statement = resource("MedicationStatement", "completed", {
      effectivePeriod,
      medicationCodeableConcept: { text: "Tecvayli" },
    });
    const [told] = readPatient([statement], { now }).found;
    expect(told?.text).toBe(`teclistamab (bispecific${days ? `, ${days}` : ""}) was given.`);
  });
});

it("that the patient has died stands before everything that is incomplete", () => {
  const died = born("1950-01-02", { deceasedBoolean: true, active: false });
  const { patient, incomplete } = readPatient([died, givenBy({ text: "Tecvayli" })], { now });
  expect(patient).toBeNull();
  expect(incomplete.map(({ code }) => code)).toEqual(["patient-died", "patient-replaced"]);
});

it("systems of codes that are not read are named in our words", () => {
  const unread = (system: string) => givenBy({ coding: [{ system, code: "1" }] });
  const systems = ["http://fhir.de/CodeSystem/bfarm/ops", "http://fhir.de/CodeSystem/ifa/pzn"];
  const { incomplete } = readPatient([...systems, "urn:p1"].map(unread), { now });
  expect(incomplete.map(({ text }) => text)).toContain(
    "3 medications and procedures had only codes that are not read (OPS, PZN, another system).",
  );
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
