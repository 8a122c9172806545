/** Records of which something did not come. */
import {
  administered,
  bispecific,
  born,
  bundle,
  inWords,
  type MadeRecord,
  medication,
  ordered,
  outcome,
  patient,
  record,
  referring,
} from "../made-records.ts";

const tec = ["teclistamab: 1 administration (completed, in words)"];
const elra = ["elranatamab: 1 administration (completed, in words)"];

export const gaps: readonly MadeRecord[] = [
  record(
    "withheld, suppressed (Epic 4119)",
    bundle([patient, outcome("warning", "suppressed")]),
    [],
    [],
    "withheld suppressed",
  ),
  record(
    "withheld, incomplete",
    bundle([patient, outcome("information", "incomplete")]),
    [],
    [],
    "withheld incomplete",
  ),
  record(
    "nothing withheld by what is only information",
    bundle([patient, outcome("information", "informational")]),
    [],
    [],
    "age",
  ),
  record(
    "a request of a batch that was refused",
    {
      resourceType: "Bundle",
      type: "batch-response",
      entry: [
        { resource: patient },
        { response: { status: "403", outcome: outcome("error", "forbidden") } },
        { resource: bundle([administered(inWords("Tecvayli"))]) },
      ],
    },
    bispecific,
    tec,
    "withheld forbidden",
  ),
  record(
    "more counted than came",
    [patient, bundle([ordered(inWords("IVIG"))], { total: 250 })],
    [],
    [],
    "fewer-than-counted",
  ),
  record(
    "as many as were counted, with what they include",
    [
      patient,
      {
        ...bundle([]),
        total: 1,
        entry: [
          { resource: referring("Medication/m"), search: { mode: "match" } },
          { resource: medication(), search: { mode: "include" } },
        ],
      },
    ],
    bispecific,
    elra,
  ),
  record(
    "fewer than were counted, with what they include",
    [
      patient,
      {
        ...{ ...bundle([]), total: 2 },
        entry: [
          { resource: referring("Medication/m"), search: { mode: "match" } },
          { resource: medication(), search: { mode: "include" } },
        ],
      },
    ],
    bispecific,
    elra,
    "fewer-than-counted",
  ),
  record(
    "a next page that was not read",
    [
      patient,
      bundle([administered(inWords("IVIG"))], { link: [{ relation: "next", url: "?page=2" }] }),
    ],
    [],
    [],
    "next-page",
  ),
  record(
    "a next page that was not read, before a search that found nothing",
    [
      patient,
      bundle([administered(inWords("IVIG"))], { link: [{ relation: "next", url: "?page=2" }] }),
      bundle([]),
    ],
    [],
    [],
    "next-page",
  ),
  record(
    "both pages",
    [
      patient,
      bundle([administered(inWords("IVIG"))], {
        total: 2,
        link: [{ relation: "next", url: "?page=2" }],
      }),
      bundle([administered({ id: "2", ...inWords("Tecvayli") })], { total: 2 }),
    ],
    bispecific,
    tec,
  ),
  record(
    "a resource in part",
    [born("1959-03-05", { meta: { tag: [{ code: "SUBSETTED" }] } })],
    [],
    [],
    "withheld subsetted",
  ),
  record(
    "a record that is not in use",
    [born("1959-03-05", { active: false })],
    [],
    [],
    "patient-replaced",
  ),
  record(
    "a record that was replaced",
    [born("1959-03-05", { link: [{ type: "replaced-by", other: { reference: "Patient/p9" } }] })],
    [],
    [],
    "patient-replaced",
  ),
  record(
    "a request of a batch that failed without a word",
    {
      resourceType: "Bundle",
      type: "batch-response",
      entry: [{ resource: patient }, { response: { status: "500 Internal Server Error" } }],
    },
    [],
    [],
    "withheld 500",
  ),
  record(
    "Parameters",
    {
      resourceType: "Parameters",
      parameter: [{ resource: patient }, { resource: administered(inWords("Tecvayli")) }],
    },
    bispecific,
    tec,
  ),
  record("nothing", [], [], [], "nothing-read", "patient-missing"),
  record(
    "therapy without the patient's resource",
    [administered(inWords("Tecvayli"))],
    bispecific,
    tec,
    "patient-missing",
  ),
];
