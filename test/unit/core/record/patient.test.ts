/** What is read of records: tables of made records (`records/`), and what holds for any. */
import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { mostOfList, mostResources } from "#core/record/fhir.ts";
import type { Finding } from "#core/record/findings.ts";
import { readPatient } from "#core/record/patient.ts";
import { recognition } from "#data/generated/recognition.ts";
import type { DrugCodeSystem } from "#data/recognition.ts";
import { codeSystems } from "./code-systems.ts";
import { born, type MadeRecord, now, resource } from "./made-records.ts";
import { ages, conditions } from "./records/conditions.ts";
import { contradicted, current } from "./records/contradicted.ts";
import { gaps } from "./records/gaps.ts";
import { notTheCase } from "./records/not-given.ts";
import { notRead } from "./records/not-read.ts";
import { procedures, profiles, references } from "./records/products.ts";
import { typed } from "./records/typed.ts";
import { whose } from "./records/whose.ts";
import { words } from "./records/words.ts";

const records: Readonly<Record<string, readonly MadeRecord[]>> = {
  ...{ profiles, procedures, references, "what is not the case": notTheCase },
  ...{ words, contradicted, "therapy that goes on": current, "what is not read": notRead },
  ...{ conditions, ages, gaps, "whose it is": whose, "what a person says": typed },
};

/** `therapy-not-counted teclistamab planned`: the code, and the words that belong to it. */
function told({ code, data }: Finding): string {
  const words = "drug" in data ? [data.drug] : [];
  const why = "why" in data ? [data.why] : "issue" in data ? [data.issue] : [];
  return [code, ...words, ...why].join(" ");
}

const read = ({ sent, said }: Pick<MadeRecord, "sent" | "said">) =>
  readPatient(sent, { now, ...said });

describe.each(Object.entries(records))("of %s", (_, made) => {
  it.each(made.map((record) => [record.what, record] as const))("%s", (_, record) => {
    const { patient, found, notFound, incomplete } = read(record);
    const all = [...found, ...notFound, ...incomplete].map(told);
    expect(patient).toEqual(record.expected.handsOver);
    expect(all).toEqual(expect.arrayContaining([...record.expected.tells]));
    // What makes an answer doubtful is told of those records alone that have it.
    const doubts = incomplete.filter(({ code }) => code !== "patient-missing").map(told);
    expect(record.expected.tells).toEqual(expect.arrayContaining(doubts));
  });
});

it("more than forty records are read", () => {
  expect(Object.values(records).flat().length).toBeGreaterThan(40);
});

it("no sentence repeats words of a record", () => {
  const everything = Object.values(records).flat().map(read);
  const texts = everything.flatMap(({ found, notFound, incomplete }) =>
    [...found, ...notFound, ...incomplete].map(({ text }) => text),
  );
  for (const word of ["Presently", "Injektion", "IRB", "infusion", "p1"]) {
    expect(texts.join("\n")).not.toContain(word);
  }
  for (const text of texts) expect(text).toMatch(/^[A-Z\da-z].*\.$/);
});

const administered = (medicationCodeableConcept: object, id = "1") =>
  resource("MedicationAdministration", "completed", { id, medicationCodeableConcept });
const drugsIn = (...resources: unknown[]) =>
  readPatient(resources, { now }).found.flatMap(({ code, data }) =>
    code === "therapy" ? data.drug : [],
  );
const namesOf = ({ name, names = [] }: (typeof recognition)["drugs"][number]) =>
  names.length > 0 ? names : [name];

describe("a drug", () => {
  it.each(recognition.drugs.flatMap((drug) => namesOf(drug).map((text) => [text, drug.name])))(
    "by the name %s is %s, in any writing",
    (text, name) => {
      const writings = [`${text.toUpperCase()}® 30 mg/3 mL`, `Inj. (${text}), sc.`];
      for (const written of [text, ...writings, text.replaceAll(" ", "_")]) {
        expect(drugsIn(administered({ text: written }))).toEqual([name]);
      }
    },
  );

  const printed = globSync("data/products/*.json").flatMap(
    (file): string[] => JSON.parse(readFileSync(file, "utf8")).recognisedBy,
  );
  it.each(printed)("is certain by %s, as its label prints it", (text) => {
    expect(drugsIn(administered({ text }))).toHaveLength(1);
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
    expect(drugsIn(administered(concept(codeSystems[system])))).toEqual([name]);
    expect(drugsIn(administered(concept("http://example.org/local")))).toEqual([]);
  });

  it.each(["J9999", "C9399", "J3590"])("is not said by %s, which classifies nothing", (code) => {
    const coding = [{ system: codeSystems.hcpcs, code }];
    expect(drugsIn(administered({ coding }))).toEqual([]);
  });

  it("is not found inside another word", () => {
    const names = recognition.drugs.flatMap(namesOf);
    const word = fc.stringMatching(/^[a-zé0-9]{1,4}$/);
    fc.assert(
      fc.property(fc.constantFrom(...names), word, (name, more) => {
        for (const text of [`${more}${name}`, `${name}${more}`]) {
          if (names.includes(text) || !/^[ -~]+$/.test(name)) continue;
          const drug = recognition.drugs.find((one) => namesOf(one).includes(name))?.name;
          expect(drugsIn(administered({ text: `it was ${text} now` }))).not.toContain(drug);
        }
      }),
    );
  });

  it("is told once, with how often, from when to when, and where", () => {
    const dates = ["2025-03-01", "2025-01-05", "2025-02-01"];
    const all = dates.map((effectiveDateTime, index) => ({
      ...administered({ text: "Tecvayli" }, `${index}`),
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
  const { patient, incomplete } = readPatient([died, administered({ text: "Tecvayli" })], { now });
  expect(patient).toBeNull();
  expect(incomplete.map(({ code }) => code)).toEqual(["patient-died", "patient-replaced"]);
});

it("systems of codes that are not read are named in our words", () => {
  const unread = (system: string) => administered({ coding: [{ system, code: "1" }] });
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

describe("whatever is sent", () => {
  const sound = (sent: unknown, said: object = {}) => {
    const { patient, found, notFound, incomplete } = readPatient(sent, said);
    const { age, priorLines, priorBcma } = patient ?? {};
    expect([age, priorLines, priorBcma].some((value) => value != null)).toBe(patient !== null);
    expect(found.length + notFound.length + incomplete.length).toBeGreaterThan(0);
  };
  const texts = [...recognition.drugs.flatMap(namesOf).slice(0, 30), "before", "CAR-T", "C90.00"];
  const systems = [...Object.values(codeSystems), "urn:oid:1"];
  const types = [
    "Patient",
    "Bundle",
    "MedicationRequest",
    "MedicationAdministration",
    "Procedure",
    "Condition",
    "Medication",
    "OperationOutcome",
  ];

  it("nothing is thrown, and what is handed over is never empty", () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 4 }), fc.anything(), (sent, said) => {
        sound(sent);
        sound([born("1960-01-01"), sent], {
          patient: said,
          priorLines: said,
          confirmed: said,
          denied: said,
          now: said,
        });
      }),
    );
  });

  it("nothing is thrown of fields that have other shapes than they should", () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(...texts, ...types, "completed", "#m", "Patient/p1", "next", null, 7, true),
        fc.array(tie("any"), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(
            "resourceType",
            "entry",
            "resource",
            "link",
            "relation",
            "total",
            "issue",
            "code",
            "coding",
            "system",
            "text",
            "status",
            "subject",
            "reference",
            "medicationReference",
            "medicationCodeableConcept",
            "contained",
            "ingredient",
            "meta",
            "birthDate",
            "fullUrl",
            "id",
          ),
          tie("any"),
        ),
      ),
    })).any;
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        fc.constantFrom(...systems),
        value,
        value,
        (type, system, one, two) => {
          sound([
            { resourceType: type, code: { coding: [{ system, code: one }] }, ...Object(one) },
            two,
          ]);
          sound({ resourceType: "Bundle", entry: one, link: two, total: one });
        },
      ),
    );
  });

  it("nothing is thrown by objects that throw, or that hold themselves", () => {
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error("no");
        },
      },
    );
    expect(readPatient([hostile], { now }).incomplete).toMatchObject([{ code: "nothing-read" }]);
    const loop: unknown[] = [];
    loop.push(loop, loop);
    sound(loop);
    const bundle: Record<string, unknown> = { resourceType: "Bundle" };
    bundle.entry = [{ resource: bundle }, { resource: bundle }];
    expect(readPatient(bundle, { now }).incomplete.map(({ code }) => code)).toContain("too-much");
  });

  it("a record without an end is read to one, and says so", () => {
    const many = Array.from({ length: mostResources + 10 }, (_, index) =>
      administered({ text: "teclistamab" }, `${index}`),
    );
    const started = performance.now();
    const { found, incomplete } = readPatient(many, { now });
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(found.flatMap(({ references }) => references).length).toBeLessThanOrEqual(20);
    expect(incomplete.map(({ code }) => code)).toContain("too-much");
  });

  it("a drug does not count by a text that is too long to be read whole", () => {
    expect(drugsIn(administered({ text: `Carvykti${" ".repeat(600)}abgelehnt` }))).toEqual([]);
  });

  it("addresses of many parts are read quickly", () => {
    const reference = `https:/${"/Patient".repeat(60)}/p1`;
    const many = Array.from({ length: 5_000 }, () => ({
      ...administered({ text: "Tecvayli" }),
      subject: { reference },
    }));
    const started = performance.now();
    readPatient(many, { now });
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it("a long text is read quickly", () => {
    const started = performance.now();
    drugsIn(administered({ text: "xteclistamab".repeat(20_000) }));
    drugsIn(administered({ text: `${" ".repeat(100_000)}before${" ".repeat(100_000)}` }));
    expect(performance.now() - started).toBeLessThan(500);
  });

  it("the work grows with the record, and not with its orders times their ingredients", () => {
    const workOf = (orders: number, ingredients: number): number => {
      const parts = Array.from({ length: ingredients }, (_, n) => ({
        itemCodeableConcept: { text: `ingredient ${n}` },
      }));
      const medication = { resourceType: "Medication", id: "m", ingredient: parts };
      const order = resource("MedicationRequest", "active", {
        medicationReference: { reference: "Medication/m" },
      });
      const compared = vi.spyOn(String.prototype, "normalize");
      readPatient([medication, ...Array(orders).fill(order)], { now });
      const work = compared.mock.calls.length;
      compared.mockRestore();
      return work;
    };
    const work = workOf(200, mostOfList / 2);
    expect(work).toBeGreaterThan(mostOfList / 4);
    expect(workOf(400, mostOfList)).toBeLessThanOrEqual(2 * work);
    expect(workOf(1, 100 * mostOfList)).toBe(workOf(1, mostOfList));
  });
});
