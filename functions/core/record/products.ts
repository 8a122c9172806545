/** The products in orders and medication lists of a record. */
import { recognition } from "#data/generated/recognition.ts";
import type { RecognisableProduct } from "#data/recognition.ts";
import {
  type Concept,
  conceptOf,
  type Fields,
  fieldsOf,
  listOf,
  type Resource,
  resourcesIn,
  says,
  textOf,
} from "./fhir.ts";
import { isNamed, productsOf, wordsOf } from "./recognise.ts";

/** Earlier therapy, or an order that may have become it. */
export interface EarlierTherapy {
  /** Its slug; `null` if it is none of ours, which is directed at BCMA. */
  readonly product: string | null;
  /** Our name of it, never the words of the record. */
  readonly name: string;
  /** `null` if it is none of ours. */
  readonly therapyClass: RecognisableProduct["therapyClass"] | null;
  readonly targets: RecognisableProduct["targets"];
  /** `MedicationRequest/12`; `null` without an id. */
  readonly reference: string | null;
  /** When it was ordered or given, as the record writes it: `2024-05-12T10:00:00Z`. */
  readonly date: string | null;
  /** The record says that it was given or taken; otherwise only that it was ordered. */
  readonly isGiven: boolean;
}

/** An order that is active or was stopped may never have been given. */
const givenIf: Readonly<Partial<Record<string, readonly string[]>>> = {
  MedicationAdministration: ["completed", "in-progress", "stopped"],
  MedicationDispense: ["completed"],
  MedicationOrder: ["completed"],
  MedicationRequest: ["completed"],
  MedicationStatement: ["active", "completed"],
  MedicationUsage: ["active", "completed"],
  Procedure: ["completed"],
};
const mayBeGiven = ["active", "completed", "in-progress", "on-hold", "stopped", "unknown"];
/** Nobody has decided on these. */
const notDecided = ["proposal", "option"];

const read = [
  "MedicationRequest",
  "MedicationStatement",
  "MedicationUsage",
  "MedicationAdministration",
  "MedicationDispense",
  "MedicationOrder",
  "ServiceRequest",
  "ProcedureRequest",
  "Procedure",
];

/** More than any medication has; what is listed behind them is not read. */
export const mostIngredients = 50;

/** What was given, and what was ordered and may have been. */
export function productsIn(resources: unknown): readonly EarlierTherapy[] {
  return said(resources, mayBeEarlier).flatMap(({ resource, named }) => {
    const { type, reference, fields } = resource;
    if (fields.doNotPerform === true) return [];
    const isGiven = says(fields.status, givenIf[type] ?? []);
    return named.map((one) => ({ ...one, isGiven, reference, date: dateOf(resource) }));
  });
}

/** How many orders do not say of what: their medication is elsewhere and was not sent along. */
export function unnamedIn(resources: unknown): number {
  return said(resources, () => true).filter(({ isEmpty }) => isEmpty).length;
}

/** Whether a Medication, also one inside an order, lists more ingredients than are read. */
export function hasMoreIngredients(resources: unknown): boolean {
  const all = resourcesIn(resources);
  const inside = all.flatMap(({ fields }) => resourcesIn(listOf(fields.contained)));
  return [...all, ...inside].some(
    ({ fields }) => listOf(fields.ingredient).length > mostIngredients,
  );
}

type Named = Omit<EarlierTherapy, "reference" | "date" | "isGiven">;

interface Said {
  /** Each name once. */
  readonly named: readonly Named[];
  /** It has neither a word nor a code. */
  readonly isEmpty: boolean;
}

/** Reads the orders that count, and once each Medication that any number of them refer to. */
function said(
  resources: unknown,
  counts: (resource: Resource) => boolean,
): readonly (Said & { resource: Resource })[] {
  const all = resourcesIn(resources);
  const medications = byReference(all);
  const known = new Map<Resource, Said>();
  const saidBy = (medication: Resource): Said => {
    const read = known.get(medication) ?? saidIn(medicationConcepts(medication));
    known.set(medication, read);
    return read;
  };
  return all
    .filter((resource) => read.includes(resource.type) && counts(resource))
    .map((resource) => {
      const { concepts, referred } = orderOf(resource, medications);
      return { resource, ...together([saidIn(concepts), ...referred.map(saidBy)]) };
    });
}

function saidIn(concepts: readonly Concept[]): Said {
  const full = concepts.filter(({ text, codings }) => text !== null || codings.length > 0);
  return together(full.map((concept) => ({ named: namedBy(concept), isEmpty: false })));
}

function together(all: readonly Said[]): Said {
  const named = all.flatMap((one) => one.named);
  return {
    named: [...new Map(named.map((one) => [one.name, one])).values()],
    isEmpty: all.every(({ isEmpty }) => isEmpty),
  };
}

function mayBeEarlier({ fields }: Resource): boolean {
  const { status, intent } = fields;
  return says(status, mayBeGiven) && !says(intent, notDecided);
}

function namedBy(concept: Concept): readonly Named[] {
  const words = wordsOf(concept);
  const others = recognition.otherBcma.filter(({ names }) => isNamed(words, names));
  return [
    ...productsOf(concept, words).map(({ product, name, therapyClass, targets }) => ({
      product,
      name,
      therapyClass,
      targets,
    })),
    ...others.map(({ name }) => ({
      product: null,
      name,
      therapyClass: null,
      targets: ["bcma"] as const,
    })),
  ];
}

/** What an order says itself, and the Medications that it refers to. */
function orderOf({ fields }: Resource, all: Medications) {
  const medication = fieldsOf(fields.medication);
  const references = [fields.medicationReference, medication, medication.reference].map(fieldsOf);
  return {
    concepts: [
      ...[fields.medicationCodeableConcept, medication, fields.code].map(conceptOf),
      // What is referred to may be elsewhere; the reference then still says what it is.
      ...references.map(({ display }) => ({ codings: [], text: textOf(display) })),
    ],
    referred: [...new Set(references.map(({ reference }) => textOf(reference)))].flatMap(
      (reference) => (reference === null ? [] : (medicationAt(reference, fields, all) ?? [])),
    ),
  };
}

type Medications = ReadonlyMap<string | null, Resource>;

/** Contained resources may have their `#` in the id. */
function byReference(resources: readonly Resource[]): Medications {
  const medications = resources.filter(({ type }) => type === "Medication");
  return new Map(
    medications.flatMap((one) => [
      [one.reference?.replace("/#", "/") ?? null, one],
      [one.fullUrl, one],
    ]),
  );
}

/** `#contained`, `Medication/3`, or the same as a whole address. */
function medicationAt(reference: string, fields: Fields, all: Medications): Resource | undefined {
  return reference.startsWith("#")
    ? byReference(resourcesIn(listOf(fields.contained))).get(`Medication/${reference.slice(1)}`)
    : (all.get(reference) ?? all.get(reference.split("/").slice(-2).join("/")));
}

function medicationConcepts({ fields: { code, ingredient } }: Resource): Concept[] {
  return [
    conceptOf(code),
    ...listOf(ingredient)
      .slice(0, mostIngredients)
      .flatMap((one) => {
        const { itemCodeableConcept, item } = fieldsOf(one);
        return [conceptOf(itemCodeableConcept), conceptOf(item)];
      }),
  ];
}

function dateOf({ fields }: Resource): string | null {
  const start = (period: unknown) => textOf(fieldsOf(period).start);
  return (
    textOf(fields.effectiveDateTime) ??
    start(fields.effectivePeriod) ??
    textOf(fields.performedDateTime) ??
    start(fields.performedPeriod) ??
    textOf(fields.authoredOn) ??
    textOf(fields.occurrenceDateTime) ??
    textOf(fields.dateAsserted)
  );
}
