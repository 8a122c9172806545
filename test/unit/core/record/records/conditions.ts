/** Records of a diagnosis, and of an age. */
import { codeSystems } from "../code-systems.ts";
import {
  beside,
  born,
  coded,
  condition,
  type MadeRecord,
  only,
  record,
  status,
} from "../made-records.ts";

const { icd10cm, icd10gm, icd9cm, snomed } = codeSystems;

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
    beside(`myeloma as ${code} of ${system}`, condition(coded(system, code)), null, "myeloma"),
  ),
  beside(
    "myeloma by a SNOMED code that is not known",
    condition(coded(snomed, "1", "Multiple myeloma in relapse")),
    null,
    "myeloma-not-counted in-words",
    "myeloma-none",
  ),
  beside(
    "a suspicion",
    condition(coded(icd10cm, "C90.00"), { verificationStatus: status("provisional") }),
    null,
    "myeloma-not-counted unconfirmed",
    "myeloma-none",
  ),
  beside(
    "refuted",
    condition(coded(icd10cm, "C90.00"), { verificationStatus: status("refuted") }),
    null,
    "myeloma-none",
  ),
  beside(
    "resolved",
    condition(coded(icd10cm, "C90.01"), { clinicalStatus: status("resolved") }),
    null,
    "myeloma-not-counted inactive",
    "myeloma-none",
  ),
  beside(
    "in remission",
    condition(coded(icd10cm, "C90.01"), { clinicalStatus: status("remission") }),
    null,
    "myeloma",
  ),
  beside("another disease", condition(coded(icd10cm, "C90.10")), null, "myeloma-none"),
  beside(
    "the code in another system",
    condition(coded("http://example.org", "C90.00")),
    null,
    "myeloma-none",
  ),
];

export const ages: readonly MadeRecord[] = [
  record("a birth date without its day", [born("1955-11")], null, "age-range"),
  record("a birth year", [born("1959")], null, "age-range"),
  record("a month that leaves no doubt", [born("1959-03")], only(null), "age"),
  record("a child", [born("2020-01-01")], null, "age-outside"),
  record("no birth date", [born(undefined)], null, "age-unknown"),
  record("a day that does not exist", [born("1959-02-30")], null, "age-unknown"),
  record(
    "who died",
    [born("1950-01-02", { deceasedDateTime: "2021-06-01T10:00:00Z" })],
    null,
    "age",
    "patient-died",
  ),
  record(
    "who died, it is not said when",
    [born("1950-01-02", { deceasedBoolean: true })],
    null,
    "age-unknown",
    "patient-died",
  ),
];
