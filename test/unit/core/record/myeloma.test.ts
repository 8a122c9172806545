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

const elsewhere = { coding: [{ system: "http://example.org", code: "C90.00" }] };

it.each<[string, object]>([
  ..."C90 C90.1 C90.10 C90.20 C90.30 D47.2 C90.000 XC90.00"
    .split(" ")
    .map((code): [string, object] => [code, condition(code)]),
  ["its code in another system", { resourceType: "Condition", code: elsewhere }],
  ["its name", { resourceType: "Condition", code: { text: "multiple myeloma" } }],
])("%s is not", (_, one) => {
  expect(myelomaIn([one])).toEqual([]);
});

it.each([
  [status("clinicalStatus", "inactive"), 0],
  [status("clinicalStatus", "resolved"), 0],
  [status("verificationStatus", "refuted"), 0],
  [status("verificationStatus", "entered-in-error"), 0],
  [status("verificationStatus", "unconfirmed"), 0],
  [status("verificationStatus", "provisional"), 0],
  [status("verificationStatus", "differential"), 0],
  [{ clinicalStatus: "inactive" }, 0],
  [status("clinicalStatus", "active"), 1],
  [status("clinicalStatus", "remission"), 1],
])("with %j it counts %d times", (more, times) => {
  expect(myelomaIn([condition("C90.00", more)])).toHaveLength(times);
});

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
