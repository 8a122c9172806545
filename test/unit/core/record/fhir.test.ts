import { expect, it } from "vitest";
import { ofPatient } from "#core/record/fhir.ts";

const address = "https://fhir.hospital.example/r4/Patient";

it.each<["kept" | "left out", string, object]>([
  ["left out", "of another patient", { subject: { reference: "Patient/p-2" } }],
  ["left out", "of a version of another", { subject: { reference: `${address}/p-2/_history/4` } }],
  ["left out", "with another in its other field", { patient: { reference: "Patient/p-2" } }],
  ["kept", "of this patient", { subject: { reference: "Patient/p-1" } }],
  ["kept", "of a version of this one", { subject: { reference: `${address}/p-1/_history/4` } }],
  ["kept", "with an address that is no patient's", { subject: { reference: "urn:uuid:7" } }],
  ["kept", "with a text in place of a reference", { subject: "Patient/p-2" }],
  ["kept", "that does not say of whom it is", {}],
])("%s is a resource %s", (expected, _, fields) => {
  const resource = { resourceType: "Condition", id: "c", ...fields };
  const sent = { resourceType: "Bundle", entry: [{ resource }] };
  const { own, isMixed } = ofPatient(sent, "p-1");
  const isKept = expected === "kept";
  expect(own.map(({ reference }) => reference)).toEqual(isKept ? ["Condition/c"] : []);
  expect(isMixed).toBe(!isKept);
});
