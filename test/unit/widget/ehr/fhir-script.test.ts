/** The module that pages of hospitals import: what its types say is what it gives. */
import { expect, expectTypeOf, it } from "vitest";
import { readPatient } from "#widget/ehr/fhir-script.ts";
import { readHandedOver } from "#widget/ehr/hand-over-message.ts";
import type * as Published from "../../../../widget/ehr/fhir-patient.d.ts";

const patient = { resourceType: "Patient", id: "p1", birthDate: "1959-03-05" };
const infusion = {
  ...{ resourceType: "MedicationAdministration", id: "m", status: "completed" },
  subject: { reference: "Patient/p1" },
  medicationCodeableConcept: { text: "Carvykti" },
};

it("gives the message that the frame takes", () => {
  const { message } = readPatient([patient, infusion], {
    now: new Date(2026, 10, 28),
    priorLines: 4,
    confirmed: ["ciltacabtagene autoleucel"],
  });
  expect(message).toEqual({
    type: "myeloma-compare:patient",
    patient: { age: 67, priorLines: 4, priorBcma: ["car-t"] },
  });
  expect(readHandedOver(message ?? {}).refusedFields).toBeNull();
});

it("needs neither options nor resources", () => {
  expect(readPatient(undefined)).toMatchObject({ message: null, found: [] });
});

it("has the types that are published", () => {
  type Made = ReturnType<typeof readPatient>;
  type All<Reading extends Pick<Made, "found" | "notFound" | "incomplete">> =
    | Reading["found"][number]
    | Reading["notFound"][number]
    | Reading["incomplete"][number];
  expectTypeOf<Made["message"]>().toEqualTypeOf<Published.PatientReading["message"]>();
  expectTypeOf<Made["found"][number]["code"]>().toEqualTypeOf<
    All<Published.PatientReading>["code"]
  >();
  expectTypeOf<Made["found"][number]>().toExtend<All<Published.PatientReading>>();
  expectTypeOf<Published.Answers>().toExtend<Parameters<typeof readPatient>[1]>();
});
