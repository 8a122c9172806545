import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { parameterNames } from "#core/question/parameter-names.ts";
import { vocabulary } from "#core/question/parameter-values.ts";
import { holdsPatientLike, isPatientLike } from "#server/http/patient-like.ts";
import { listedName, namesAlone, namesAnywhere, namesOfTwo } from "#server/http/patient-names.ts";
import { root } from "../../../../.dev/files.ts";

const ofTwo = namesOfTwo.flatMap(([before, after]) =>
  before.flatMap((start) => after.map((end) => [start, end] as const)),
);
const names = ["patient-age", "patient-prior-lines", "patient-name", "my-patient"];

describe("a name that may be about a patient", () => {
  it.each([
    ...[...names, "patientAge", "patient_age", "PATIENT-AGE", "patient.age", "patient[age]"],
    ...["pateint-age", "paitent-age", "pacient-age", "patien-age", "patientt-age", "pâtient"],
    ...["pt-age", "ptAge", "pat_age", "pnt-age", "age-of-patient"],
  ])("%s is one", (name) => {
    expect(isPatientLike(name)).toBe(true);
  });

  it("is one with any mistake in it, and with two that are apart", () => {
    const kind = fc.constantFrom("add", "drop", "change", "swap");
    fc.assert(
      fc.property(fc.constantFrom(...names), kind, kind, fc.nat(3), (name, first, last, at) => {
        // The later mistake is made first, so that it does not move the place of the other.
        const wrong = mistaken(name, last, at + 3);
        expect(isPatientLike(wrong)).toBe(true);
        expect(isPatientLike(mistaken(wrong, first, at))).toBe(true);
      }),
    );
  });

  it("is no parameter of a question, and no value holds one", () => {
    expect(parameterNames.filter(isPatientLike)).toEqual([]);
    expect(Object.values(vocabulary(dataset)).flat().filter(holdsPatientLike)).toEqual([]);
  });

  it.each([...namesAnywhere, ...namesAlone])("is one on the list, as %s", (name) => {
    for (const spelling of [
      name,
      name.toUpperCase(),
      `patient.${name}`,
      `${name}_1`,
      `person-${name}`,
    ])
      expect([spelling, isPatientLike(spelling)]).toEqual([spelling, true]);
    expect(listedName(name)).toBe(name);
  });

  it("is one of two words, as one word or with signs between them", () => {
    for (const [start, end] of ofTwo) {
      for (const name of [`${start}${end}`, `${start}_${end}`, `his-${start}.${end}-1`]) {
        expect([name, listedName(name)]).toEqual([name, `${start}${end}`]);
      }
    }
  });

  it.each([
    ["lname", "lname"],
    ["f_name", "fname"],
    ["mrNo", "mrno"],
    ["PTNAME", "ptname"],
    ["PatNum", "patnum"],
    ["birth_dt", "birthdt"],
    ["bdate", "bdate"],
    ["name[last]", "namelast"],
    ["phoneNumber", "phonenumber"],
    ["chart-no", "chartno"],
    ["accessionNumber", "accessionnumber"],
    ["hospital.uhid", "uhid"],
    ["acct", "acct"],
    ["date-of-birth", "dateofbirth"],
    ["birthDate", "birthdate"],
    ["hospital_mrn", "mrn"],
    ["MRN-QX-778812", "mrn"],
    ["NHS number", "nhsnumber"],
    ["ahvN13", "ahvn"],
    ["userDOBValue", "dob"],
    ["Person.Name", "name"],
    ["pâtient", null],
  ])("%s is called %s, in no words of the address", (name, listed) => {
    expect(listedName(name)).toBe(listed);
  });

  it("is listed for whoever runs an installation", () => {
    const text = readFileSync(join(root, "SECURITY.md"), "utf8");
    const listed = [...text.matchAll(/`([a-z]+)`/g)].map(([, name]) => name);
    const all = [...namesAnywhere, ...namesAlone, ...namesOfTwo.flat(2)];
    const missing = all.filter((name) => !listed.includes(name));
    expect(missing).toEqual([]);
  });

  it.each([
    "hostname",
    "session_id",
    "id",
    "username",
    "lastmod",
    "product",
    "utm_source",
    "utm_content",
    "fbclid",
    "client_id",
    "part",
    "region",
    "option",
    "filename",
    "product_name",
    "set_id",
    "update",
    "plan_no",
  ])("%s is none", (name) => {
    expect(isPatientLike(name)).toBe(false);
  });
});

it("an address is searched in a time that grows with the text, not with its square", () => {
  expect(holdsPatientLike("y".repeat(300_000))).toBe(false);
}, 5_000);

/** Returns the text with one mistake within the word "patient". */
function mistaken(text: string, kind: string, place: number): string {
  const at = Math.max(text.indexOf("p"), 0) + place;
  const [before, letter, after] = [text.slice(0, at), text.slice(at, at + 1), text.slice(at + 1)];
  switch (kind) {
    case "add":
      return `${before}x${letter}${after}`;
    case "drop":
      return before + after;
    case "change":
      return `${before}x${after}`;
    default:
      return `${before}${after.slice(0, 1)}${letter}${after.slice(1)}`;
  }
}
