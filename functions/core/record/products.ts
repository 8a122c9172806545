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

export interface RecordedProduct {
  /**
   * `product`: one of ours. `class`: CAR-T cells that a service request does not name.
   * `lymphodepletion`: what a myeloma patient has before CAR-T cells and for nothing else.
   */
  readonly kind: "product" | "class" | "lymphodepletion";
  /** Its slug; `null` if the kind is not `product`. */
  readonly product: string | null;
  /** Our name of it, never the words of the record. */
  readonly name: string;
  readonly therapyClass: RecognisableProduct["therapyClass"];
  /** Antigens; empty where the product is not known. */
  readonly targets: RecognisableProduct["targets"];
  /** `MedicationRequest/12`; `null` without an id. */
  readonly reference: string | null;
  /** When it was ordered or given, as the record writes it: `2024-05-12T10:00:00Z`. */
  readonly date: string | null;
}

/** Earlier therapy, or an order that may have become it. */
export interface EarlierTherapy extends Omit<RecordedProduct, "kind" | "therapyClass"> {
  /** `null` if it is none of ours. */
  readonly therapyClass: RecordedProduct["therapyClass"] | null;
  /** `other`: directed at BCMA, and none of ours. */
  readonly kind: RecordedProduct["kind"] | "other";
  /** The record says that it was given or taken; otherwise only that it was ordered. */
  readonly isGiven: boolean;
}

/** An order that was taken back is none. */
const withdrawn = [
  "cancelled",
  "entered-in-error",
  "stopped",
  "revoked",
  "not-done",
  "not-taken",
  "aborted",
  "ended",
];
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

/** What is done, whose words may say CAR-T cells in general. */
const services = ["ServiceRequest", "ProcedureRequest", "Procedure"];

/**
 * From a list of resources or a Bundle. A Medication counts where an order refers to it.
 *
 * @param use Whether an order counts that is being written, or earlier therapy.
 */
export function productsIn(resources: unknown, use: "drafted"): readonly RecordedProduct[];
export function productsIn(resources: unknown, use: "given"): readonly EarlierTherapy[];
export function productsIn(
  resources: unknown,
  use: "drafted" | "given",
): readonly (RecordedProduct | EarlierTherapy)[] {
  return use === "drafted"
    ? foundIn(resources, isDrafted, recognised)
    : foundIn(resources, mayBeEarlier, earlierTherapy);
}

/** How many orders do not say of what: their medication is elsewhere and was not sent along. */
export function unnamedIn(resources: unknown): number {
  const all = resourcesIn(resources);
  const medications = byReference(all);
  return all.filter(
    (resource) =>
      read.includes(resource.type) &&
      conceptsOf(resource, medications).every(
        ({ text, codings }) => text === null && codings.length === 0,
      ),
  ).length;
}

type Place = Pick<RecordedProduct, "reference" | "date">;

function foundIn<Found extends { readonly name: string }>(
  resources: unknown,
  counts: (resource: Resource) => boolean,
  foundBy: (concept: Concept, resource: Resource) => readonly Found[],
): readonly (Found & Place)[] {
  const all = resourcesIn(resources);
  const medications = byReference(all);
  return all.flatMap((resource) => {
    const { type, reference, fields } = resource;
    if (!read.includes(type) || fields.doNotPerform === true || !counts(resource)) return [];
    const date = dateOf(resource);
    const concepts = conceptsOf(resource, medications);
    const found = new Map(
      concepts.flatMap((concept) => foundBy(concept, resource)).map((one) => [one.name, one]),
    );
    return [...found.values()].map((one) => ({ ...one, reference, date }));
  });
}

function isDrafted({ fields }: Resource): boolean {
  return !says(fields.status, withdrawn);
}

function mayBeEarlier({ fields }: Resource): boolean {
  const { status, intent } = fields;
  return says(status, mayBeGiven) && !says(intent, notDecided);
}

function earlierTherapy(
  concept: Concept,
  resource: Resource,
): readonly Omit<EarlierTherapy, keyof Place>[] {
  const isGiven = says(resource.fields.status, givenIf[resource.type] ?? []);
  const words = wordsOf(concept);
  const others = recognition.otherBcma.filter(({ names }) => isNamed(words, names));
  return [
    ...recognised(concept, resource).map((one) => ({ ...one, isGiven })),
    ...others.map(({ name }) => ({
      kind: "other" as const,
      product: null,
      name,
      therapyClass: null,
      targets: ["bcma"] as const,
      isGiven,
    })),
  ];
}

function recognised(
  concept: Concept,
  { type }: Resource,
): readonly Omit<RecordedProduct, keyof Place>[] {
  const products = productsOf(concept);
  if (products.length > 0) {
    return products.map(({ product, name, therapyClass, targets }) => ({
      kind: "product",
      product,
      name,
      therapyClass,
      targets,
    }));
  }
  const unnamed = { product: null, therapyClass: "car-t", targets: [] } as const;
  const words = wordsOf(concept);
  const preparation = recognition.lymphodepletion.find((name) => isNamed(words, [name]));
  if (preparation !== undefined) {
    return [{ ...unnamed, kind: "lymphodepletion", name: preparation }];
  }
  return services.includes(type) && isNamed(words, recognition.carT)
    ? [{ ...unnamed, kind: "class", name: "CAR-T" }]
    : [];
}

function conceptsOf({ fields }: Resource, all: Medications): Concept[] {
  const medication = fieldsOf(fields.medication);
  return [
    conceptOf(fields.medicationCodeableConcept),
    conceptOf(medication),
    conceptOf(fields.code),
    ...[fields.medicationReference, medication, medication.reference].flatMap((reference) =>
      medicationConcepts(reference, fields, all),
    ),
  ];
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

/**
 * `{ reference: "#contained" }`, `{ reference: "Medication/3" }`, or the same as a whole address.
 * What it points to may be elsewhere; its `display` then still says what it is.
 */
function medicationConcepts(value: unknown, fields: Fields, all: Medications): Concept[] {
  const { reference: given, display } = fieldsOf(value);
  const said = { codings: [], text: textOf(display) };
  const reference = textOf(given);
  if (reference === null) return [said];
  const medication = reference.startsWith("#")
    ? byReference(resourcesIn(listOf(fields.contained))).get(`Medication/${reference.slice(1)}`)
    : (all.get(reference) ?? all.get(reference.split("/").slice(-2).join("/")));
  if (medication === undefined) return [said];
  const { code, ingredient } = medication.fields;
  return [
    said,
    conceptOf(code),
    ...listOf(ingredient).flatMap((one) => {
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
