/** Records that name a drug as given: by codes, by words, as a procedure, by a reference. */
import { codeSystems } from "../code-systems.ts";
import {
  administered,
  beside,
  bispecific,
  bundle,
  carT,
  coded,
  inWords,
  type MadeRecord,
  medication,
  notCounted,
  only,
  ordered,
  patient,
  procedure,
  record,
  referring,
  resource,
} from "../made-records.ts";

const { rxnorm, atc, hcpcs, icd10pcs, cpt } = codeSystems;

export const profiles: readonly MadeRecord[] = [
  beside(
    "Epic, orders alone, at its scopes",
    ordered(inWords("TECVAYLI 153 MG/1.7 ML SC SOLN")),
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
    administered({ medicationCodeableConcept: coded(rxnorm, "2619432") }),
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
    administered({ medicationCodeableConcept: coded(atc, "L01FX29") }),
    ["gprc5d"],
    "therapy talquetamab",
  ),
  beside(
    "a claim, HCPCS",
    administered({ medicationCodeableConcept: coded(hcpcs, "Q2056") }),
    carT,
    "therapy ciltacabtagene autoleucel",
  ),
  beside(
    "a pharmacy, dispensed, perhaps returned",
    resource("MedicationDispense", "completed", {
      whenHandedOver: "2025-03-01",
      ...inWords("Lynozyfic 200 mg"),
    }),
    null,
    notCounted("to-confirm", "linvoseltamab"),
    "therapy-none",
  ),
  beside(
    "an antibody drug conjugate",
    administered(inWords("Blenrep 100 mg")),
    ["adc"],
    "therapy belantamab mafodotin",
  ),
  beside(
    "Japan",
    administered(inWords("エルレフィオ皮下注76mg")),
    bispecific,
    "therapy elranatamab",
  ),
  beside(
    "France, with accents",
    administered(inWords("idécabtagène vicleucel, perfusion")),
    carT,
    "therapy idecabtagene vicleucel",
  ),
  beside(
    "Germany, joined",
    administered(inWords("Tecvayli-Injektionslösung 153mg")),
    bispecific,
    "therapy teclistamab",
  ),
  beside(
    "joined by underscores",
    administered(inWords("ELRANATAMAB_INJ_76MG")),
    bispecific,
    "therapy elranatamab",
  ),
  beside(
    "two drugs in one text",
    administered(inWords("Talvey with Tecvayli")),
    ["bispecific", "gprc5d"],
    "therapy talquetamab",
    "therapy teclistamab",
  ),
];

export const procedures: readonly MadeRecord[] = [
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

export const references: readonly MadeRecord[] = [
  beside(
    "contained",
    administered({ contained: [medication()], medicationReference: { reference: "#m" } }),
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
  record(
    "on another server, with the id of one that was sent",
    {
      resourceType: "Bundle",
      entry: [
        { resource: patient },
        { resource: referring("https://elsewhere.example/r4/Medication/m") },
        { fullUrl: "https://fhir.example/r4/Medication/m", resource: medication() },
      ],
    },
    only(null),
    "medication-unnamed",
    "therapy-none",
  ),
  beside("nowhere", referring("Medication/elsewhere"), null, "medication-unnamed", "therapy-none"),
];
