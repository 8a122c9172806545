import fc from "fast-check";
import { expect, it } from "vitest";
import { myelomaIn } from "#core/record/myeloma.ts";
import { codeSystems } from "./code-systems.ts";

function condition(code: string, more: object = {}) {
  return {
    resourceType: "Condition",
    id: "c",
    code: { coding: [{ system: codeSystems.icd10cm, code, display: "as the record says" }] },
    ...more,
  };
}

const status = (name: string, code: string) => ({ [name]: { coding: [{ code }] } });

it.each(["C90.0", "C90.00", "C90.01", "C90.02", "c9000"])("%s is myeloma", (code) => {
  expect(myelomaIn([condition(code)])).toEqual([
    { system: codeSystems.icd10cm, code, display: "as the record says", reference: "Condition/c" },
  ]);
});

it.each(["C90", "C90.1", "C90.10", "C90.20", "C90.30", "D47.2", "C90.000", "XC90.00"])(
  "%s is not",
  (code) => {
    expect(myelomaIn([condition(code)])).toEqual([]);
  },
);

it("a code counts in its system only, and words do not", () => {
  const elsewhere = { code: { coding: [{ system: "http://example.org", code: "C90.00" }] } };
  expect(myelomaIn([{ resourceType: "Condition", ...elsewhere }])).toEqual([]);
  expect(myelomaIn([{ resourceType: "Condition", code: { text: "multiple myeloma" } }])).toEqual(
    [],
  );
});

it.each([
  status("clinicalStatus", "inactive"),
  status("clinicalStatus", "resolved"),
  status("verificationStatus", "refuted"),
  status("verificationStatus", "entered-in-error"),
  status("verificationStatus", "unconfirmed"),
  status("verificationStatus", "provisional"),
  status("verificationStatus", "differential"),
  { clinicalStatus: "inactive" },
])("%j takes it back", (more) => {
  expect(myelomaIn([condition("C90.00", more)])).toEqual([]);
});

it.each([status("clinicalStatus", "active"), status("clinicalStatus", "remission")])(
  "%j leaves it",
  (more) => {
    expect(myelomaIn([condition("C90.00", more)])).toHaveLength(1);
  },
);

it("is found in a Bundle, beside others", () => {
  const entry = [{ resource: condition("I10") }, { resource: condition("C90.02") }];
  expect(myelomaIn({ resourceType: "Bundle", entry })).toHaveLength(1);
});

it("never throws", () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      myelomaIn(value);
      myelomaIn([condition("C90.00", { code: value, clinicalStatus: value })]);
    }),
  );
});
