/** Records with codes, elements or versions of FHIR that are not read. */
import { codeSystems } from "../code-systems.ts";
import {
  administered,
  beside,
  bispecific,
  born,
  bundle,
  coded,
  condition,
  inWords,
  type MadeRecord,
  medication,
  notCounted,
  only,
  patient,
  procedure,
  record,
  referring,
  resource,
} from "../made-records.ts";

const { icd10cm, icd10pcs } = codeSystems;
const ops = "http://fhir.de/CodeSystem/bfarm/ops";
const pzn = "http://fhir.de/CodeSystem/ifa/pzn";
const snomed = codeSystems.snomed;

const tecvayli = inWords("Tecvayli");
const changed = { modifierExtension: [{ url: "http://example.org/negated", valueBoolean: true }] };

export const notRead: readonly MadeRecord[] = [
  ...["XW033C3", "XW043C3", "XW033C7", "XW043C7", "XW033G7", "XW043G7"].map((code) =>
    beside(
      `CAR-T cells without a product by ICD-10-PCS ${code}`,
      procedure(coded(icd10pcs, code)),
      null,
      notCounted("unnamed", "CAR-T cells"),
      "therapy-none",
    ),
  ),
  ...[ops, pzn, snomed, "urn:oid:1.2.3"].map((system) =>
    beside(
      `only a code of ${system}`,
      administered({ medicationCodeableConcept: coded(system, "12345678") }),
      null,
      "codes-not-read",
      "therapy-none",
    ),
  ),
  beside(
    "a procedure by OPS with words, which name no CAR-T cells",
    procedure(coded(ops, "8-802.24", "Transfusion von Leukozyten: Lymphozyten")),
    null,
    "codes-not-read",
    "therapy-none",
  ),
  beside(
    "a product by PZN with its name",
    administered({ medicationCodeableConcept: coded(pzn, "17946521", "Tecvayli 153 mg") }),
    bispecific,
    "therapy teclistamab",
  ),
  beside(
    "another procedure, by a code that is read",
    procedure(coded(icd10pcs, "0DTJ4ZZ")),
    null,
    "therapy-none",
  ),
  beside(
    "an element that changes the meaning",
    administered({ ...tecvayli, ...changed }),
    null,
    "meaning-changed",
    "therapy-none",
  ),
  beside(
    "an element that changes the meaning, in a dose",
    administered({ ...tecvayli, dosage: { dose: { value: 153 }, ...changed } }),
    null,
    "meaning-changed",
    "therapy-none",
  ),
  beside(
    "an element that changes the meaning, in a contained Medication",
    administered({
      contained: [medication(changed)],
      medicationReference: { reference: "#m", display: "Elrexfio" },
    }),
    null,
    "meaning-changed",
    "therapy-none",
  ),
  beside(
    "an element that changes the meaning, in the Medication",
    bundle([referring("Medication/m"), medication(changed)]),
    null,
    "meaning-changed",
    "medication-unnamed",
    "therapy-none",
  ),
  beside(
    "implicit rules",
    condition(coded(icd10cm, "C90.00"), { implicitRules: "http://example.org/rules" }),
    null,
    "meaning-changed",
    "myeloma-none",
  ),
  record(
    "a patient whose meaning is changed",
    [born("1959-03-05", changed)],
    null,
    "meaning-changed",
    "patient-missing",
  ),
  beside(
    "no element that changes it",
    administered({ ...tecvayli, modifierExtension: [] }),
    bispecific,
  ),
  beside(
    "a statement of R5",
    resource("MedicationStatement", "recorded", {
      medication: { concept: { text: "Tecvayli" } },
      adherence: { code: coded("http://hl7.org/fhir/CodeSystem/x", "taking") },
    }),
    null,
    "not-r4",
    "therapy-none",
  ),
  beside(
    "an administration of R5",
    resource("MedicationAdministration", "completed", {
      medication: { reference: { reference: "Medication/m" } },
      occurenceDateTime: "2025-01-02",
    }),
    null,
    "not-r4",
    "therapy-none",
  ),
  beside(
    "a procedure of R5",
    resource("Procedure", "completed", {
      code: { text: "Carvykti infusion" },
      occurrenceDateTime: "2031-01-02",
    }),
    null,
    "not-r4",
    "therapy-none",
  ),
  record(
    "a server of R5",
    [patient, { resourceType: "CapabilityStatement", fhirVersion: "5.0.0" }],
    only(null),
    "not-r4",
  ),
  record(
    "a server of R4",
    [patient, { resourceType: "CapabilityStatement", fhirVersion: "4.0.1" }],
    only(null),
    "age",
  ),
];
