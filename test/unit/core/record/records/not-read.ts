/** Records with codes, elements or versions of FHIR that are not read. */
import { codeSystems } from "../code-systems.ts";
import {
  administered,
  bispecific,
  born,
  bundle,
  carT,
  cilta,
  coded,
  condition,
  inWords,
  type MadeRecord,
  medication,
  procedure,
  record,
  referring,
  resource,
  withPatient,
} from "../made-records.ts";

const { icd10cm, icd10pcs, snomed } = codeSystems;
const ops = "http://fhir.de/CodeSystem/bfarm/ops";
const pzn = "http://fhir.de/CodeSystem/ifa/pzn";

const tecvayli = inWords("Tecvayli");
const changed = { modifierExtension: [{ url: "http://example.org/negated", valueBoolean: true }] };
const nothing = (what: string, item: unknown, ...tells: string[]) =>
  withPatient(what, item, [], [], "therapy-none", ...tells);

export const notRead: readonly MadeRecord[] = [
  ...[ops, pzn, snomed, "urn:oid:1.2.3"].map((system) =>
    nothing(
      `only a code of ${system}`,
      administered({ medicationCodeableConcept: coded(system, "12345678") }),
      "codes-not-read",
    ),
  ),
  nothing(
    "a procedure by OPS with words, which name no CAR-T cells",
    procedure(coded(ops, "8-802.24", "Transfusion von Leukozyten: Lymphozyten")),
    "codes-not-read",
  ),
  withPatient(
    "a product by PZN with its name",
    administered({ medicationCodeableConcept: coded(pzn, "17946521", "Tecvayli 153 mg") }),
    bispecific,
    ["teclistamab: 1 administration (completed, in words)"],
  ),
  nothing("another procedure, by a code that is read", procedure(coded(icd10pcs, "0DTJ4ZZ"))),
  nothing(
    "an element that changes the meaning",
    administered({ ...tecvayli, ...changed }),
    "meaning-changed",
  ),
  nothing(
    "an element that changes the meaning, in a dose",
    administered({ ...tecvayli, dosage: { dose: { value: 153 }, ...changed } }),
    "meaning-changed",
  ),
  nothing(
    "an element that changes the meaning, in a contained Medication",
    administered({
      contained: [medication(changed)],
      medicationReference: { reference: "#m", display: "Elrexfio" },
    }),
    "meaning-changed",
  ),
  nothing(
    "an element that changes the meaning, in the Medication",
    bundle([referring("Medication/m"), medication(changed)]),
    "meaning-changed",
    "medication-unnamed",
  ),
  nothing(
    "implicit rules",
    condition(coded(icd10cm, "C90.00"), { implicitRules: "http://example.org/rules" }),
    "meaning-changed",
    "myeloma-none",
  ),
  record(
    "a patient whose meaning is changed",
    [born("1959-03-05", changed)],
    [],
    [],
    "meaning-changed",
    "patient-missing",
  ),
  withPatient(
    "no element that changes it",
    administered({ ...tecvayli, modifierExtension: [] }),
    bispecific,
    ["teclistamab: 1 administration (completed, in words)"],
  ),
  nothing(
    "a statement of R5, which names its medication elsewhere",
    resource("MedicationStatement", "recorded", { medication: { concept: { text: "Tecvayli" } } }),
    "medication-unnamed",
  ),
  withPatient(
    "a procedure of R5, without its date",
    resource("Procedure", "completed", {
      ...{ code: { text: "Carvykti" } },
      occurrenceDateTime: "2031-01-02",
    }),
    carT,
    [`${cilta}: 1 procedure (completed, in words)`],
  ),
];
