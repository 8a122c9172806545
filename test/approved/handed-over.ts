/** What is said of a patient whose record launched the app: in the banner, in the form and beside the answer. */

import { h } from "preact";
import { render } from "preact-render-to-string";
import { anyone } from "#core/question/patient.ts";
import { handedOverBy } from "#widget/ehr/launch/in-words.ts";
import { understood } from "#widget/ehr/launch/record-facts.ts";
import { Banner } from "#widget/ehr/launch/screens.tsx";
import { PatientForm } from "#widget/sheets/patient-form.tsx";
import { htmlAsLines } from "./html-as-lines.ts";
import { jsonAsText } from "./json-as-text.ts";

type Read = Parameters<typeof understood>[0];

const part = (...resources: readonly object[]) => ({
  resources: [{ resourceType: "Bundle", entry: resources.map((resource) => ({ resource })) }],
  ...{ isCut: false, isMixed: false },
});
const order = (text: string, status: string) => ({
  ...{ resourceType: "MedicationRequest", id: "1", status, authoredOn: "2024-05-12" },
  medicationCodeableConcept: { text },
});
const unnamed = {
  ...{ resourceType: "MedicationRequest", status: "completed" },
  medicationReference: { reference: "Medication/m" },
};
const born = (birthDate: string) => ({ patient: { resourceType: "Patient", id: "p", birthDate } });
const myeloma = {
  ...{ resourceType: "Condition", recordedDate: "2020-02-03" },
  code: { coding: [{ system: "http://hl7.org/fhir/sid/icd-10-cm", code: "C90.00" }] },
};

/** What was read beside a birth date and nothing else. */
const records: Readonly<Record<string, Partial<Read>>> = {
  nothing: {},
  given: { orders: part(order("Tecvayli", "completed")), conditions: part(myeloma) },
  ordered: { orders: part(order("Tecvayli", "active")) },
  "two kinds": { orders: part(order("Abecma", "completed"), order("Tecvayli", "completed")) },
  "another drug": { orders: part(order("lenalidomide", "active")) },
  "a drug without a name": { orders: part(unnamed, order("lenalidomide", "active")) },
  "born in a year": born("1955"),
  "a child": born("2016-03-02"),
  "administrations refused": { administrations: "refused" },
  "medications unread": { orders: "failed", administrations: "refused" },
  "refused and failed": { patient: "refused", conditions: "failed", orders: "refused" },
  "nobody known": { patient: "failed" },
  unreached: { orders: "unreached" },
  "cut and mixed": {
    orders: { ...part(), isCut: true },
    conditions: { ...part(), isMixed: true },
  },
};

const usual: Read = {
  ...born("1955-03-02"),
  ...{ conditions: part(), orders: part(), administrations: part() },
};

function linesOf(name: string, read: Partial<Read>): string[] {
  const one = understood({ ...usual, ...read }, new Date(2026, 10, 21));
  const handed = handedOverBy(one, { opens: true, needsBanner: true, onAgain: () => undefined });
  const form = h(PatientForm, {
    ...{ question: "", patient: undefined, handed, live: false },
    ...{ onPress: { current: () => undefined }, onPatient: () => undefined },
  });
  const beside = [handed.patient, { ...anyone, age: 65, priorLines: 3, priorBcma: [] }, undefined];
  return [
    `# ${name}`,
    jsonAsText(handed.patient),
    ...htmlAsLines(render(h(Banner, one))),
    ...htmlAsLines(render(form)),
    ...beside.map((patient) => handed.saidOfRecord(patient)),
    "",
  ];
}

/** Of all but the first what is not said of the first. */
export function handedOver(): string {
  const [usual = [], ...others] = Object.entries(records).map(([name, read]) =>
    linesOf(name, read),
  );
  return [usual, ...others.map((lines) => lines.filter((line) => !line || !usual.includes(line)))]
    .flat()
    .join("\n");
}
