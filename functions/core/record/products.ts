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
  /** `class`: CAR-T without a name. `lymphodepletion`: for CAR-T cells and nothing else. */
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

/** More than any medication has; what is listed behind them is not read. */
export const mostIngredients = 50;

/** @param use Whether an order counts that is being written, or earlier therapy. */
export function productsIn(resources: unknown, use: "drafted"): readonly RecordedProduct[];
export function productsIn(resources: unknown, use: "given"): readonly EarlierTherapy[];
export function productsIn(
  resources: unknown,
  use: "drafted" | "given",
): readonly (RecordedProduct | EarlierTherapy)[] {
  const counts = use === "drafted" ? isDrafted : mayBeEarlier;
  return said(resources, counts).flatMap(
    ({ resource, named }): (RecordedProduct | EarlierTherapy)[] => {
      const { type, reference, fields } = resource;
      if (fields.doNotPerform === true) return [];
      const place = { reference, date: dateOf(resource) };
      const own = named.filter(({ kind }) => kind !== "class" || services.includes(type));
      if (use === "drafted")
        return own.flatMap((one) => (isOther(one) ? [] : { ...one, ...place }));
      const isGiven = says(fields.status, givenIf[type] ?? []);
      return own.map((one) => ({ ...one, isGiven, ...place }));
    },
  );
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

type Place = Pick<RecordedProduct, "reference" | "date">;
type Other = Omit<EarlierTherapy, keyof Place | "isGiven"> & { readonly kind: "other" };
type Named = Omit<RecordedProduct, keyof Place> | Other;

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

function isDrafted({ fields }: Resource): boolean {
  return !says(fields.status, withdrawn);
}

function mayBeEarlier({ fields }: Resource): boolean {
  const { status, intent } = fields;
  return says(status, mayBeGiven) && !says(intent, notDecided);
}

function isOther(one: Named): one is Other {
  return one.kind === "other";
}

function namedBy(concept: Concept): readonly Named[] {
  const words = wordsOf(concept);
  const others = recognition.otherBcma.filter(({ names }) => isNamed(words, names));
  return [
    ...recognised(concept, words),
    ...others.map(({ name }) => ({
      kind: "other" as const,
      product: null,
      name,
      therapyClass: null,
      targets: ["bcma"] as const,
    })),
  ];
}

function recognised(concept: Concept, words: readonly string[]): readonly Named[] {
  const products = productsOf(concept, words);
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
  const preparation = recognition.lymphodepletion.find((name) => isNamed(words, [name]));
  if (preparation !== undefined) {
    return [{ ...unnamed, kind: "lymphodepletion", name: preparation }];
  }
  return isNamed(words, recognition.carT) ? [{ ...unnamed, kind: "class", name: "CAR-T" }] : [];
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
