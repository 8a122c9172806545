/** Records of which it must be told whose they are. */
import { codeSystems } from "../code-systems.ts";
import {
  administered,
  bispecific,
  born,
  coded,
  condition,
  inWords,
  type MadeRecord,
  patient,
  record,
} from "../made-records.ts";

const { icd10cm } = codeSystems;

const ofAnother = { subject: { reference: "Patient/p2" } };
const mixed = [
  patient,
  administered({ id: "a", ...inWords("Tecvayli") }),
  administered({ id: "b", ...inWords("Abecma"), ...ofAnother }),
];

/** A patient on one server, and an administration on another, which refers to the patient beside itself. */
const onServers = (ofPatient: string, ofTherapy: string) => ({
  resourceType: "Bundle",
  entry: [
    { fullUrl: `${ofPatient}/Patient/p1`, resource: patient },
    {
      fullUrl: `${ofTherapy}/MedicationAdministration/1`,
      resource: administered(inWords("Tecvayli")),
    },
  ],
});

const tec = ["teclistamab: 1 administration (completed, in words)"];

export const belonging: readonly MadeRecord[] = [
  {
    ...record(
      "another one's by the address of an entry",
      {
        resourceType: "Bundle",
        entry: [
          { resource: patient },
          { fullUrl: "urn:uuid:8", resource: { ...patient, id: "p2" } },
          {
            resource: administered({
              ...inWords("Tecvayli"),
              subject: { reference: "urn:uuid:8" },
            }),
          },
        ],
      },
      [],
      [],
      "of-another-patient",
    ),
    answers: { patient: "p1" },
  },
  record("of two patients, none chosen", mixed, [], [], "several-patients"),
  ...[
    "p1",
    "Patient/p1",
    "https://fhir.example/r4/Patient/p1",
    "https://fhir.example/r4/Patient/p1/_history/3",
  ].map(
    (patient): MadeRecord => ({
      ...record(`of two patients, ${patient} chosen`, mixed, bispecific, tec, "of-another-patient"),
      answers: { patient: patient },
    }),
  ),
  {
    ...record(
      "a patient whose id is a number",
      [
        born("1959-03-05", { id: 12 }),
        administered({ ...inWords("Tecvayli"), subject: { reference: "Patient/12" } }),
      ],
      bispecific,
      tec,
      "age",
    ),
    answers: { patient: 12 },
  },
  record(
    "by the address of its entry",
    {
      resourceType: "Bundle",
      entry: [
        { fullUrl: "urn:uuid:7", resource: patient },
        {
          resource: administered({ ...inWords("Tecvayli"), subject: { reference: "urn:uuid:7" } }),
        },
      ],
    },
    bispecific,
    tec,
    "age",
  ),
  {
    ...record(
      "another one than was asked for",
      [patient],
      [],
      [],
      "patient-missing",
      "of-another-patient",
    ),
    answers: { patient: "p7" },
  },
  ...Object.entries({
    "no subject": {},
    "an identifier": { subject: { identifier: { value: "p1" } } },
    "a display": { subject: { display: "Patient p1" } },
    "a group": { subject: { reference: "Group/p1" } },
    "a urn:uuid that nothing has": { subject: { reference: "urn:uuid:9" } },
    "what it contains": { subject: { reference: "#p1" } },
  }).map(([what, named]) =>
    record(
      `of ${what}`,
      [patient, { ...administered(inWords("Tecvayli")), subject: undefined, ...named }],
      [],
      [],
      "patient-not-named",
      "therapy-none",
    ),
  ),
  record(
    "a diagnosis without a subject",
    [patient, { ...condition(coded(icd10cm, "C90.00")), subject: undefined }],
    [],
    [],
    "patient-not-named",
    "myeloma-none",
  ),
  record(
    "nobody's",
    [{ ...administered(inWords("Tecvayli")), subject: undefined }],
    [],
    [],
    "patient-not-named",
    "patient-missing",
  ),
  {
    ...record(
      "another server's",
      [
        patient,
        administered({
          ...inWords("Tecvayli"),
          subject: { reference: "https://elsewhere.example/r4/Patient/p1" },
        }),
      ],
      [],
      [],
      "patient-not-named",
    ),
    answers: { patient: "https://fhir.example/r4/Patient/p1" },
  },
  record(
    "another server's, by the address of the patient's entry",
    onServers("https://fhir.example/r4", "https://elsewhere.example/r4"),
    [],
    [],
    "patient-not-named",
  ),
  record(
    "the same server's, by the address of the patient's entry",
    onServers("https://fhir.example/r4", "https://fhir.example/r4"),
    bispecific,
    tec,
  ),
  record(
    "another server's, where nothing says which is the patient's",
    [
      patient,
      administered({
        ...inWords("Tecvayli"),
        subject: { reference: "https://fhir.example/r4/Patient/p1" },
      }),
    ],
    [],
    [],
    "patient-not-named",
  ),
  {
    ...record(
      "a patient asked for by nothing",
      [patient, administered(inWords("Tecvayli"))],
      [],
      [],
      "patient-missing",
      "of-another-patient",
    ),
    answers: { patient: "", priorLines: 3 },
  },
  record(
    "two servers', without an address of the patient",
    [
      patient,
      ...["fhir", "elsewhere"].map((server) =>
        administered({
          ...inWords("Tecvayli"),
          subject: { reference: `https://${server}.example/r4/Patient/p1` },
        }),
      ),
    ],
    [],
    [],
    "patient-not-named",
  ),
  record(
    "by the address of an entry of a patient without an id",
    {
      resourceType: "Bundle",
      entry: [
        { fullUrl: "urn:uuid:7", resource: { ...patient, id: undefined } },
        {
          resource: administered({ ...inWords("Tecvayli"), subject: { reference: "urn:uuid:7" } }),
        },
      ],
    },
    bispecific,
    tec,
  ),
  record(
    "of two patients of one id, on two servers",
    {
      resourceType: "Bundle",
      entry: ["fhir", "elsewhere"].map((server) => ({
        fullUrl: `https://${server}.example/r4/Patient/p1`,
        resource: patient,
      })),
    },
    [],
    [],
    "several-patients",
  ),
];
