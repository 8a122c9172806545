/** Records of a diagnosis, and of an age. */
import { codeSystems } from "../code-systems.ts";
import {
  born,
  coded,
  condition,
  type MadeRecord,
  record,
  status,
  withPatient,
} from "../made-records.ts";

const { icd10cm, icd10gm, icd9cm, snomed } = codeSystems;

const coding = coded(icd10cm, "C90.00");

export const conditions: readonly MadeRecord[] = [
  ...[
    [icd10cm, "C90.02"],
    [icd10cm, "c9000"],
    [icd10gm, "C90.00"],
    [icd10gm, "C90.0-"],
    ["http://fhir.de/CodeSystem/dimdi/icd-10-gm", "C90.01"],
    ["http://hl7.org/fhir/sid/icd-10", "C90.0"],
    [icd9cm, "203.00"],
    [icd9cm, "20301"],
    [snomed, "109989006"],
    [snomed, "285421005"],
    [`${snomed}/900000000000207008`, "414553000"],
  ].map(([system = "", code = ""]) =>
    withPatient(
      `myeloma as ${code} of ${system}`,
      condition(coded(system, code)),
      [],
      [],
      "myeloma",
    ),
  ),
  withPatient(
    "resolved",
    condition(coding, { clinicalStatus: status("resolved") }),
    [],
    [],
    "myeloma",
  ),
  withPatient(
    "myeloma by a SNOMED code that is not known",
    condition(coded(snomed, "1", "Multiple myeloma in relapse")),
    [],
    [],
    "myeloma-none",
  ),
  ...["refuted", "entered-in-error"].map((state) =>
    withPatient(
      state,
      condition(coding, { verificationStatus: status(state) }),
      [],
      [],
      "myeloma-none",
    ),
  ),
  withPatient("another disease", condition(coded(icd10cm, "C90.10")), [], [], "myeloma-none"),
  withPatient(
    "the code in another system",
    condition(coded("http://example.org", "C90.00")),
    [],
    [],
    "myeloma-none",
  ),
];

export const ages: readonly MadeRecord[] = [
  record("a birth date without its day", [born("1955-11")], [], [], "age-not-used"),
  record("a birth year", [born("1959")], [], [], "age-not-used"),
  record("a month that leaves no doubt", [born("1959-03")], [], [], "age"),
  record("a child", [born("2020-01-01")], [], [], "age-not-used"),
  record("no birth date", [born(undefined)], [], [], "age-unknown"),
  record("a day that does not exist", [born("1959-02-30")], [], [], "age-unknown"),
  ...[{ deceasedDateTime: "2021-06-01T10:00:00Z" }, { deceasedBoolean: true }].map((more) =>
    record(
      `who died, ${Object.keys(more)}`,
      [born("1950-01-02", more)],
      [],
      [],
      "age-unknown",
      "patient-died",
    ),
  ),
];
