/** Records of which it must be told whose they are. */
import {
  administered,
  bispecific,
  born,
  inWords,
  type MadeRecord,
  only,
  patient,
  record,
} from "../made-records.ts";

const ofAnother = { subject: { reference: "Patient/p2" } };
const mixed = [
  patient,
  administered({ id: "a", ...inWords("Tecvayli") }),
  administered({ id: "b", ...inWords("Abecma"), ...ofAnother }),
];

export const whose: readonly MadeRecord[] = [
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
      only(null),
      "of-another-patient",
    ),
    said: { patient: "p1" },
  },
  record("of two patients, none chosen", mixed, null, "several-patients"),
  ...[
    "p1",
    "Patient/p1",
    "https://fhir.example/r4/Patient/p1",
    "https://fhir.example/r4/Patient/p1/_history/3",
  ].map(
    (asked): MadeRecord => ({
      ...record(`of two patients, ${asked} chosen`, mixed, only(bispecific), "of-another-patient"),
      said: { patient: asked },
    }),
  ),
  {
    ...record(
      "a patient whose id is a number",
      [
        born("1959-03-05", { id: 12 }),
        administered({ ...inWords("Tecvayli"), subject: { reference: "Patient/12" } }),
      ],
      only(bispecific),
      "age",
    ),
    said: { patient: 12 },
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
    only(bispecific),
    "age",
  ),
  {
    ...record(
      "another one than was asked for",
      [patient],
      null,
      "patient-missing",
      "of-another-patient",
    ),
    said: { patient: "p7" },
  },
];
