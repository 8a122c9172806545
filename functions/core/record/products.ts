/** Therapies that the orders and administrations of a record name. */
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
export interface EarlierTherapy extends Named {
  /** `MedicationRequest/12`; `null` without an id. */
  readonly reference: string | null;
  /** When it was ordered or given, as the record writes it: `2024-05-12T10:00:00Z`. */
  readonly date: string | null;
  /** The record says that it was given; otherwise only that it was ordered. */
  readonly isGiven: boolean;
}

interface Named {
  /** Our name of it, never the words of the record. */
  readonly name: string;
  /** `null` for what is directed at BCMA and no product of ours. */
  readonly therapyClass: RecognisableProduct["therapyClass"] | null;
  readonly targets: RecognisableProduct["targets"];
}

/** What is read, with the states in which it was given: an order may never have been. */
const givenIf = new Map([
  ["MedicationAdministration", ["completed", "in-progress", "stopped"]],
  ["MedicationRequest", ["completed"]],
]);
const mayBeGiven = ["active", "completed", "in-progress", "on-hold", "stopped", "unknown"];
/** Nobody has decided on these. */
const notDecided = ["proposal", "option"];

/** More than any medication has; what is listed behind them is not read. */
export const mostIngredients = 50;

export function therapiesIn(resources: unknown): readonly EarlierTherapy[] {
  return said(resources, mayBeEarlier).flatMap(({ resource, named }) => {
    const { type, reference, fields } = resource;
    const isGiven = says(fields.status, givenIf.get(type) ?? []);
    return named.map((one) => ({ ...one, reference, date: dateOf(resource), isGiven }));
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
    .filter((resource) => givenIf.has(resource.type) && counts(resource))
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
  const { status, intent, doNotPerform } = fields;
  return doNotPerform !== true && says(status, mayBeGiven) && !says(intent, notDecided);
}

function namedBy(concept: Concept): readonly Named[] {
  const words = wordsOf(concept);
  const products = productsOf(concept, words);
  const others = recognition.otherBcma.filter(({ names }) => isNamed(words, names));
  return [
    ...products.map(({ name, therapyClass, targets }) => ({ name, therapyClass, targets })),
    ...others.map(({ name }) => ({ name, therapyClass: null, targets: ["bcma"] as const })),
  ];
}

/** What an order says itself, and the Medications that it refers to. */
function orderOf({ fields }: Resource, all: Medications) {
  const medication = fieldsOf(fields.medication);
  const references = [fields.medicationReference, medication, medication.reference].map(fieldsOf);
  return {
    concepts: [
      ...[fields.medicationCodeableConcept, medication].map(conceptOf),
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
  return (
    textOf(fields.effectiveDateTime) ??
    textOf(fieldsOf(fields.effectivePeriod).start) ??
    textOf(fields.authoredOn)
  );
}
