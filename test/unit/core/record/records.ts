/** Records made for the tests: each way in which a record says something, and each fault that one was found to have. */
import { codeSystems } from "./code-systems.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What is to be told of a record, by codes; of a therapy also its drug, and why it did not count. */
export interface Expected {
  readonly handsOver: Fields | null;
  readonly tells: readonly string[];
}

export interface MadeRecord {
  readonly what: string;
  readonly sent: unknown;
  readonly said?: Fields;
  readonly expected: Expected;
}

export const now = new Date(2026, 10, 28, 12);

const { icd10cm, icd10gm, icd9cm, snomed, rxnorm, atc, hcpcs, icd10pcs, cpt } = codeSystems;

const subject = { reference: "Patient/p1" };
export const born = (birthDate: unknown, more: Fields = {}) => ({
  ...{ resourceType: "Patient", id: "p1", birthDate },
  ...more,
});
const patient = born("1959-03-05");

const coded = (system: string, code: string, display?: string) => ({
  coding: [{ system, code, ...(display === undefined ? {} : { display }) }],
});
const status = (code: string) => coded("http://terminology.hl7.org/CodeSystem/x", code);

export function resource(resourceType: string, state: string, more: Fields = {}) {
  return { resourceType, id: "1", status: state, subject, ...more };
}
const text = (words: string) => ({ medicationCodeableConcept: { text: words } });
const given = (more: Fields) =>
  resource("MedicationAdministration", "completed", { effectiveDateTime: "2025-01-15", ...more });
const ordered = (more: Fields) =>
  resource("MedicationRequest", "active", { intent: "order", authoredOn: "2025-01-10", ...more });
const procedure = (code: Fields, more: Fields = {}) =>
  resource("Procedure", "completed", { performedDateTime: "2024-06-03", code, ...more });
const condition = (code: Fields, more: Fields = {}) => ({
  ...{ resourceType: "Condition", id: "c", subject, clinicalStatus: status("active"), code },
  ...more,
});
const bundle = (resources: readonly unknown[], more: Fields = {}) => ({
  ...{ resourceType: "Bundle", type: "searchset" },
  entry: resources.map((item) => ({ resource: item, search: { mode: "match" } })),
  ...more,
});
const outcome = (severity: string, code: string) => ({
  resourceType: "OperationOutcome",
  issue: [{ severity, code, diagnostics: "Mrs. Q. Presently" }],
});

const age = 67;
const only = (priorBcma: readonly string[] | null) => ({ age, priorLines: null, priorBcma });

function record(
  what: string,
  sent: unknown,
  handsOver: Fields | null,
  ...tells: string[]
): MadeRecord {
  return { what, sent, expected: { handsOver, tells } };
}

/** With the patient beside it. */
const beside = (what: string, item: unknown, kinds: readonly string[] | null, ...tells: string[]) =>
  record(what, [patient, item], only(kinds), ...tells);

const bispecific = ["bispecific"];
const carT = ["car-t"];
const notCounted = (why: string, drug = "teclistamab") => `therapy-not-counted ${drug} ${why}`;

const medication = (more: Fields = {}) => ({
  ...{ resourceType: "Medication", id: "m", code: { text: "Elrexfio 76 mg/1.9 mL" } },
  ...more,
});
const referring = (reference: string, more: Fields = {}) =>
  given({ medicationReference: { reference, ...more } });

const profiles: readonly MadeRecord[] = [
  beside(
    "Epic, orders alone, at its scopes",
    ordered(text("TECVAYLI 153 MG/1.7 ML SC SOLN")),
    null,
    notCounted("to-confirm"),
    "therapy-none",
  ),
  beside(
    "Epic, an administration that refers to a Medication by name",
    referring("Medication/elsewhere", {
      display: "idecabtagene vicleucel (ABECMA) CAR-T infusion",
    }),
    carT,
    "therapy idecabtagene vicleucel",
  ),
  beside(
    "Oracle, a code of RxNorm",
    given({ medicationCodeableConcept: coded(rxnorm, "2619432") }),
    bispecific,
    "therapy teclistamab",
  ),
  beside(
    "a German chart, ATC of BfArM",
    resource("MedicationStatement", "completed", {
      effectivePeriod: { start: "2025-02-01" },
      medicationCodeableConcept: coded("http://fhir.de/CodeSystem/bfarm/atc", "L01XL07"),
    }),
    carT,
    "therapy idecabtagene vicleucel",
  ),
  beside(
    "a Nordic chart, ATC of WHO",
    given({ medicationCodeableConcept: coded(atc, "L01FX29") }),
    ["gprc5d"],
    "therapy talquetamab",
  ),
  beside(
    "a claim, HCPCS",
    given({ medicationCodeableConcept: coded(hcpcs, "Q2056") }),
    carT,
    "therapy ciltacabtagene autoleucel",
  ),
  beside(
    "a pharmacy, dispensed, perhaps returned",
    resource("MedicationDispense", "completed", {
      whenHandedOver: "2025-03-01",
      ...text("Lynozyfic 200 mg"),
    }),
    null,
    notCounted("to-confirm", "linvoseltamab"),
    "therapy-none",
  ),
  beside(
    "an antibody drug conjugate",
    given(text("Blenrep 100 mg")),
    ["adc"],
    "therapy belantamab mafodotin",
  ),
  beside("Japan", given(text("エルレフィオ皮下注76mg")), bispecific, "therapy elranatamab"),
  beside(
    "France, with accents",
    given(text("idécabtagène vicleucel, perfusion")),
    carT,
    "therapy idecabtagene vicleucel",
  ),
  beside(
    "Germany, joined",
    given(text("Tecvayli-Injektionslösung 153mg")),
    bispecific,
    "therapy teclistamab",
  ),
  beside(
    "joined by underscores",
    given(text("ELRANATAMAB_INJ_76MG")),
    bispecific,
    "therapy elranatamab",
  ),
  beside(
    "a trial's product",
    given(text("INV_IRB_2020-1234_TECLISTAMAB")),
    bispecific,
    "therapy teclistamab",
  ),
  beside(
    "two drugs in one text",
    given(text("Talvey with Tecvayli")),
    ["bispecific", "gprc5d"],
    "therapy talquetamab",
    "therapy teclistamab",
  ),
];

const procedures: readonly MadeRecord[] = [
  beside(
    "CAR-T as a procedure in words",
    procedure({ text: "Infusion of Abecma" }),
    carT,
    "therapy idecabtagene vicleucel",
  ),
  beside(
    "CAR-T as a procedure, ICD-10-PCS",
    procedure(coded(icd10pcs, "XW043A7")),
    carT,
    "therapy ciltacabtagene autoleucel",
  ),
  beside(
    "CAR-T as a procedure, CPT without a product",
    procedure(coded(cpt, "38228")),
    null,
    notCounted("unnamed", "CAR-T cells"),
    "therapy-none",
  ),
  beside(
    "CAR-T in words without a product",
    procedure({ text: "CAR-T cell infusion" }),
    null,
    notCounted("unnamed", "CAR-T cells"),
    "therapy-none",
  ),
  beside(
    "the product among what was used",
    procedure(coded(cpt, "0540T"), { usedCode: [{ text: "Carvykti" }] }),
    carT,
    "therapy ciltacabtagene autoleucel",
  ),
  beside(
    "collection of cells",
    procedure({ text: "Leukapheresis for Carvykti" }),
    null,
    notCounted("mentioned", "ciltacabtagene autoleucel"),
    "therapy-none",
  ),
  beside(
    "an infusion that was not done",
    resource("Procedure", "not-done", { code: { text: "Abecma infusion" } }),
    null,
    notCounted("not-given", "idecabtagene vicleucel"),
    "therapy-none",
  ),
];

const references: readonly MadeRecord[] = [
  beside(
    "contained",
    given({ contained: [medication()], medicationReference: { reference: "#m" } }),
    bispecific,
    "therapy elranatamab",
  ),
  record(
    "in the Bundle, by a whole address",
    bundle([patient, referring("https://fhir.example/r4/Medication/m"), medication()]),
    only(bispecific),
    "therapy elranatamab",
  ),
  record(
    "in the Bundle, by urn:uuid",
    {
      resourceType: "Bundle",
      entry: [
        { resource: patient },
        {
          fullUrl: "urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0",
          resource: medication({ id: undefined }),
        },
        { resource: referring("urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0") },
      ],
    },
    only(bispecific),
    "therapy elranatamab",
  ),
  record(
    "as an ingredient that is a Medication",
    [
      patient,
      referring("Medication/mix"),
      {
        resourceType: "Medication",
        id: "mix",
        ingredient: [{ itemReference: { reference: "Medication/m" } }],
      },
      medication(),
    ],
    only(bispecific),
    "therapy elranatamab",
  ),
  record(
    "in the Bundle, by a version",
    bundle([patient, referring("Medication/m/_history/2"), medication()]),
    only(bispecific),
    "therapy elranatamab",
  ),
  beside("nowhere", referring("Medication/elsewhere"), null, "medication-unnamed", "therapy-none"),
];

const notTheCase: readonly MadeRecord[] = [
  beside(
    "premedication",
    given(text("dexamethasone premedication before teclistamab")),
    null,
    notCounted("mentioned"),
    "therapy-none",
  ),
  beside(
    "naive",
    ordered(text("teclistamab-naive, IVIG 30 g")),
    null,
    notCounted("mentioned"),
    "therapy-none",
  ),
  beside(
    "for an effect",
    given(text("tocilizumab for Tecvayli CRS")),
    null,
    notCounted("mentioned"),
    "therapy-none",
  ),
  beside(
    "an effect",
    given(text("teclistamab-induced CRS, tocilizumab")),
    null,
    notCounted("mentioned"),
    "therapy-none",
  ),
  beside(
    "an order that may be dispensed in the future",
    ordered({
      status: "completed",
      dispenseRequest: { validityPeriod: { start: "2027-01-04" } },
      ...text("Tecvayli"),
    }),
    null,
    notCounted("planned"),
    "therapy-none",
  ),
  beside(
    "education",
    procedure({ text: "Education: teclistamab" }),
    null,
    notCounted("mentioned"),
    "therapy-none",
  ),
  beside(
    "before it in German",
    given(text("Dexamethason vor Tecvayli")),
    null,
    notCounted("mentioned"),
    "therapy-none",
  ),
  beside(
    "a draft",
    resource("MedicationRequest", "draft", text("Tecvayli")),
    null,
    notCounted("planned"),
    "therapy-none",
  ),
  beside(
    "a plan",
    ordered({ status: "completed", intent: "plan", ...text("Tecvayli") }),
    null,
    notCounted("planned"),
    "therapy-none",
  ),
  beside(
    "a proposal",
    ordered({ intent: "proposal", ...text("Tecvayli") }),
    null,
    notCounted("planned"),
    "therapy-none",
  ),
  beside(
    "cancelled",
    resource("MedicationRequest", "cancelled", text("Tecvayli")),
    null,
    notCounted("not-given"),
    "therapy-none",
  ),
  beside(
    "forbidden",
    ordered({ doNotPerform: true, ...text("Tecvayli") }),
    null,
    notCounted("not-given"),
    "therapy-none",
  ),
  beside(
    "entered in error",
    resource("MedicationAdministration", "entered-in-error", text("Tecvayli")),
    null,
    "therapy-none",
  ),
  beside(
    "not done",
    resource("MedicationAdministration", "not-done", text("Tecvayli")),
    null,
    notCounted("not-given"),
    "therapy-none",
  ),
  beside(
    "not taken",
    resource("MedicationStatement", "not-taken", text("Tecvayli")),
    null,
    notCounted("not-given"),
    "therapy-none",
  ),
  beside(
    "dated in the future",
    given({ effectiveDateTime: "2031-01-01", ...text("Tecvayli") }),
    null,
    notCounted("planned"),
    "therapy-none",
  ),
  beside(
    "an order that begins in the future",
    ordered({
      status: "completed",
      dosageInstruction: [{ timing: { repeat: { boundsPeriod: { start: "2026-12-07" } } } }],
      ...text("Tecvayli"),
    }),
    null,
    notCounted("planned"),
    "therapy-none",
  ),
  beside(
    "a completed order, which may only have expired",
    ordered({ status: "completed", ...text("Tecvayli") }),
    null,
    notCounted("to-confirm"),
    "therapy-none",
  ),
  beside(
    "stopped, perhaps before it began",
    resource("MedicationRequest", "stopped", text("Tecvayli")),
    null,
    notCounted("to-confirm"),
    "therapy-none",
  ),
  beside(
    "a drug of another target",
    given(text("cevostamab 132 mg")),
    null,
    "therapy cevostamab",
    "therapy-none",
  ),
];

const conditions: readonly MadeRecord[] = [
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

const ages: readonly MadeRecord[] = [
  record("a birth date without its day", [born("1955-11")], null, "age-range"),
  record("a birth year", [born("1959")], null, "age-range"),
  record("a month that leaves no doubt", [born("1959-03")], only(null), "age"),
  record("a child", [born("2020-01-01")], null, "age-outside"),
  record("no birth date", [born(undefined)], null, "age-unknown"),
  record("a day that does not exist", [born("1959-02-30")], null, "age-unknown"),
  record(
    "who died",
    [born("1950-01-02", { deceasedDateTime: "2021-06-01T10:00:00Z" })],
    { ...only(null), age: 71 },
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

const gaps: readonly MadeRecord[] = [
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
        { resource: bundle([given(text("Tecvayli"))]) },
      ],
    },
    only(bispecific),
    "withheld forbidden",
  ),
  record(
    "more counted than came",
    [patient, bundle([ordered(text("IVIG"))], { total: 250 })],
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
    [patient, bundle([given(text("IVIG"))], { link: [{ relation: "next", url: "?page=2" }] })],
    only(null),
    "next-page",
  ),
  record(
    "a next page that was not read, before a search that found nothing",
    [
      patient,
      bundle([given(text("IVIG"))], { link: [{ relation: "next", url: "?page=2" }] }),
      bundle([]),
    ],
    only(null),
    "next-page",
  ),
  record(
    "both pages",
    [
      patient,
      bundle([given(text("IVIG"))], { total: 2, link: [{ relation: "next", url: "?page=2" }] }),
      bundle([given({ id: "2", ...text("Tecvayli") })], { total: 2 }),
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
    [given(text("Tecvayli"))],
    { age: null, priorLines: null, priorBcma: bispecific },
    "patient-missing",
  ),
];

const other = { subject: { reference: "Patient/p2" } };
const mixed = [
  patient,
  given({ id: "a", ...text("Tecvayli") }),
  given({ id: "b", ...text("Abecma"), ...other }),
];

const whose: readonly MadeRecord[] = [
  {
    ...record(
      "another one's by the address of an entry",
      {
        resourceType: "Bundle",
        entry: [
          { resource: patient },
          { fullUrl: "urn:uuid:8", resource: { ...patient, id: "p2" } },
          { resource: given({ ...text("Tecvayli"), subject: { reference: "urn:uuid:8" } }) },
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
        given({ ...text("Tecvayli"), subject: { reference: "Patient/12" } }),
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
        { resource: given({ ...text("Tecvayli"), subject: { reference: "urn:uuid:7" } }) },
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

const typed: readonly MadeRecord[] = [
  {
    ...record("lines typed", [patient], { ...only(null), priorLines: 3 }, "prior-lines"),
    said: { priorLines: 3 },
  },
  {
    ...record("lines that nobody has", [patient], only(null), "lines-not-typed"),
    said: { priorLines: 31 },
  },
  {
    ...record(
      "CAR-T cells that a person confirmed",
      [patient, procedure(coded(cpt, "38228"))],
      only(carT),
      "therapy CAR-T cells",
    ),
    said: { confirmed: ["CAR-T cells"] },
  },
  {
    ...record(
      "an order that a person confirmed",
      [patient, ordered(text("Tecvayli"))],
      only(bispecific),
      "therapy teclistamab",
    ),
    said: { confirmed: ["teclistamab"] },
  },
];

export const records: Readonly<Record<string, readonly MadeRecord[]>> = {
  ...{ profiles, procedures, references, "what is not the case": notTheCase },
  ...{ conditions, ages, gaps, "whose it is": whose, "what a person says": typed },
};
