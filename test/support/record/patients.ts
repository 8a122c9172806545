/** Invented patients (FHIR R4, as small as a record may be): nobody has this history. */

interface Coded {
  system: string;
  code: string;
  display?: string;
}

export interface Resource {
  resourceType: string;
  id: string;
  [field: string]: unknown;
}

interface RecordedPatient {
  patient: Resource;
  resources: readonly Resource[];
}

const icd10cm = "http://hl7.org/fhir/sid/icd-10-cm";
const rxnorm = "http://www.nlm.nih.gov/research/umls/rxnorm";

const inRelapse = {
  system: icd10cm,
  code: "C90.02",
  display: "Multiple myeloma in relapse",
};
const hypertension = {
  system: icd10cm,
  code: "I10",
  display: "Essential (primary) hypertension",
};
const gammopathy = { system: icd10cm, code: "D47.2", display: "Monoclonal gammopathy" };

function person(
  id: string,
  family: string,
  given: string,
  gender: string,
  birthDate: string | undefined,
): Resource {
  return {
    resourceType: "Patient",
    id,
    active: true,
    name: [{ use: "official", family, given: [given] }],
    gender,
    ...(birthDate === undefined ? {} : { birthDate }),
  };
}

const subject = (id: string) => ({ reference: `Patient/${id}` });

function condition(patient: string, coding: Coded, verification = "confirmed"): Resource {
  return {
    resourceType: "Condition",
    id: `${patient}-${coding.code.replace(".", "-").toLowerCase()}`,
    clinicalStatus: { coding: [{ code: "active" }] },
    verificationStatus: { coding: [{ code: verification }] },
    code: { coding: [coding], text: coding.display },
    subject: subject(patient),
  };
}

interface Order {
  text: string;
  status: string;
  authoredOn: string;
  coding?: Coded;
}

function order(patient: string, number: number, { text, status, authoredOn, coding }: Order) {
  return {
    resourceType: "MedicationRequest",
    id: `${patient}-order-${number}`,
    status,
    intent: "order",
    medicationCodeableConcept: { ...(coding ? { coding: [coding] } : {}), text },
    subject: subject(patient),
    authoredOn,
  };
}

function administration(patient: string, text: string, effectiveDateTime: string): Resource {
  return {
    resourceType: "MedicationAdministration",
    id: `${patient}-infusion`,
    status: "completed",
    medicationCodeableConcept: { text },
    subject: subject(patient),
    effectiveDateTime,
  };
}

export const patients: readonly RecordedPatient[] = [
  // Had a bispecific antibody against BCMA.
  {
    patient: person("alba", "Invented", "Alba", "female", "1955-03-02"),
    resources: [
      condition("alba", inRelapse),
      condition("alba", hypertension),
      order("alba", 1, {
        text: "Tecvayli 30 mg/3 mL injection",
        status: "completed",
        authoredOn: "2024-05-12",
        coding: { system: rxnorm, code: "2619432" },
      }),
      order("alba", 2, { text: "amlodipine 5 mg", status: "active", authoredOn: "2023-01-10" }),
    ],
  },
  // Had CAR-T cells against BCMA.
  {
    patient: person("bruno", "Imaginary", "Bruno", "male", "1962-08-30"),
    resources: [
      condition("bruno", inRelapse),
      administration("bruno", "idecabtagene vicleucel", "2023-09-04T09:30:00Z"),
    ],
  },
  // Nothing against BCMA on record.
  {
    patient: person("clara", "Fictitious", "Clara", "female", "1971-12-11"),
    resources: [
      condition("clara", { ...inRelapse, code: "C90.00", display: "Multiple myeloma" }),
      order("clara", 1, { text: "lenalidomide", status: "stopped", authoredOn: "2022-02-01" }),
    ],
  },
  // No myeloma on the chart.
  {
    patient: person("dario", "Made-Up", "Dario", "male", "1946-05-05"),
    resources: [condition("dario", gammopathy), condition("dario", hypertension)],
  },
  // No birth date; a bispecific antibody against BCMA was ordered, and perhaps never given.
  {
    patient: person("edda", "Nobody", "Edda", "female", undefined),
    resources: [
      condition("edda", inRelapse),
      order("edda", 1, { text: "Elrexfio", status: "active", authoredOn: "2026-11-02" }),
    ],
  },
  // Only the year of birth; myeloma was entered in error.
  {
    patient: person("fabio", "Pretended", "Fabio", "male", "1949"),
    resources: [condition("fabio", inRelapse, "entered-in-error")],
  },
];

export function patientNamed(id: string): RecordedPatient | undefined {
  return patients.find(({ patient }) => patient.id === id);
}
