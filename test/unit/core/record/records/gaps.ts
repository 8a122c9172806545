/** Records of which something did not come. */
import {
  administered,
  beside,
  bispecific,
  born,
  bundle,
  carT,
  inWords,
  type MadeRecord,
  medication,
  only,
  ordered,
  outcome,
  patient,
  procedure,
  record,
  referring,
} from "../made-records.ts";

export const gaps: readonly MadeRecord[] = [
  record(
    "withheld, suppressed (Epic 4119)",
    bundle([patient, outcome("warning", "suppressed")]),
    only(null),
    "withheld suppressed",
  ),
  record(
    "withheld, incomplete",
    bundle([patient, outcome("information", "incomplete")]),
    only(null),
    "withheld incomplete",
  ),
  record(
    "nothing withheld by what is only information",
    bundle([patient, outcome("information", "informational")]),
    only(null),
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
    only(bispecific),
    "withheld forbidden",
  ),
  record(
    "more counted than came",
    [patient, bundle([ordered(inWords("IVIG"))], { total: 250 })],
    only(null),
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
    only(bispecific),
    "therapy elranatamab",
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
    only(bispecific),
    "fewer-than-counted",
  ),
  record(
    "a next page that was not read",
    [
      patient,
      bundle([administered(inWords("IVIG"))], { link: [{ relation: "next", url: "?page=2" }] }),
    ],
    only(null),
    "next-page",
  ),
  record(
    "a next page that was not read, before a search that found nothing",
    [
      patient,
      bundle([administered(inWords("IVIG"))], { link: [{ relation: "next", url: "?page=2" }] }),
      bundle([]),
    ],
    only(null),
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
    only(bispecific),
    "therapy teclistamab",
  ),
  record(
    "a resource in part",
    [born("1959-03-05", { meta: { tag: [{ code: "SUBSETTED" }] } })],
    only(null),
    "withheld subsetted",
  ),
  beside(
    "a date without its day",
    procedure({ text: "Abecma infusion" }, { performedDateTime: "2023" }),
    carT,
    "date-without-day",
  ),
  record(
    "a record that is not in use",
    [born("1959-03-05", { active: false })],
    only(null),
    "patient-replaced",
  ),
  record(
    "a record that was replaced",
    [born("1959-03-05", { link: [{ type: "replaced-by", other: { reference: "Patient/p9" } }] })],
    only(null),
    "patient-replaced",
  ),
  record("nothing", [], null, "nothing-read", "patient-missing"),
  record(
    "therapy without the patient's resource",
    [administered(inWords("Tecvayli"))],
    { age: null, priorLines: null, priorBcma: bispecific },
    "patient-missing",
  ),
];
