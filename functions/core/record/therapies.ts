/** Therapies that the orders, administrations, dispenses, statements and procedures of a record name. */

import { daysOf, today } from "./dates.ts";
import {
  conceptOf,
  containedIn,
  type Fields,
  fieldsOf,
  hasCode,
  listOf,
  type Resource,
  textOf,
} from "./fhir.ts";
import type { NotGiven } from "./findings.ts";
import { carTCells, type Drug, drugsIn, type Recognised } from "./recognise.ts";

/** How certain the record is that a drug was given, the surest first. */
export const certainties = [
  "given",
  "unnamed",
  "to-confirm",
  "mentioned",
  "planned",
  "not-given",
] as const satisfies readonly ("given" | NotGiven)[];

type Certainty = (typeof certainties)[number];

export interface RecordedTherapy {
  readonly drug: Drug;
  readonly certainty: Certainty;
  readonly reference: string | null;
  /** When it was ordered or given, as the record writes it: `2024-05-12T10:00:00Z`. */
  readonly date: string | null;
}

export interface Therapies {
  readonly recorded: readonly RecordedTherapy[];
  /** Resources with neither a word nor a code: their medication was not sent along. */
  readonly unnamed: readonly Resource[];
  /** Number of resources read that may name a therapy. */
  readonly read: number;
}

/**
 * Statuses of a therapy that was given, if only in part, by the resources that are read. An order and a dispense
 * have none: systems complete an order when it expires, and what was dispensed may be returned or discarded.
 */
const statusesOfGiven: ReadonlyMap<string, readonly string[]> = new Map([
  ["MedicationAdministration", ["completed", "in-progress", "stopped"]],
  ["MedicationDispense", []],
  ["MedicationRequest", []],
  ["MedicationStatement", ["completed", "active", "stopped"]],
  ["Procedure", ["completed", "in-progress"]],
]);

/** Entered by mistake: as if it were not there. */
const mistaken = ["entered-in-error"];

/** The drugs that a resource names as ordered or given. */
interface Content {
  readonly named: readonly Recognised[];
  /** It has neither a word nor a code. */
  readonly isEmpty: boolean;
}

export function therapiesIn(resources: readonly Resource[], now: Date): Therapies {
  const contentOf = reader(resources);
  const read = resources
    .filter(({ type, fields }) => statusesOfGiven.has(type) && !hasCode(fields.status, mistaken))
    .map((resource) => ({
      resource,
      certainty: certaintyOf(resource, now),
      ...contentOf(resource),
    }));
  return {
    recorded: read.flatMap(({ resource, certainty, named }) =>
      named.map(({ drug, doubt }) => ({
        drug,
        reference: resource.reference,
        date: dateOf(resource.fields),
        certainty:
          certainty === "given" || certainty === "to-confirm" ? (doubt ?? certainty) : certainty,
      })),
    ),
    unnamed: read.filter(({ isEmpty }) => isEmpty).map(({ resource }) => resource),
    read: read.length,
  };
}

function certaintyOf({ type, fields }: Resource, now: Date): Certainty {
  const { status, intent, doNotPerform } = fields;
  if (doNotPerform === true || hasCode(status, refused)) return "not-given";
  const isLater = startsOf(fields).some((date) => (daysOf(date)?.first ?? "") > today(now));
  if (isLater || hasCode(status, prepared) || hasCode(intent, proposed)) return "planned";
  return hasCode(status, statusesOfGiven.get(type) ?? []) ? "given" : "to-confirm";
}

const refused = ["cancelled", "not-done", "declined", "not-taken", "stopped-before-start"];
const prepared = ["draft", "preparation", "intended"];
/** Nobody has decided on these. */
const proposed = ["proposal", "plan", "option"];

/** Reads each Medication once, however many orders and other Medications refer to it. */
function reader(resources: readonly Resource[]): (resource: Resource) => Content {
  const medications = byReference(resources);
  const ofCode = remembered((medication: Resource) => contentOfConcept(medication.fields.code));
  const ofMedication = remembered((medication: Resource) =>
    together([
      ofCode(medication),
      ...listOf(medication.fields.ingredient).flatMap((part) => {
        const { itemCodeableConcept, itemReference } = fieldsOf(part);
        const other = medicationAt(itemReference, medication, medications);
        return [contentOfConcept(itemCodeableConcept), ...(other ? [ofCode(other)] : [])];
      }),
    ]),
  );
  return (resource) => {
    const { concepts, references } = partsOf(resource);
    return together([
      ...concepts.map(contentOfConcept),
      ...references.flatMap((reference) => {
        const medication = medicationAt(reference, resource, medications);
        return [
          // The medication may be elsewhere; the reference itself then still names it.
          contentOfConcept({ text: fieldsOf(reference).display }),
          ...(medication ? [ofMedication(medication)] : []),
        ];
      }),
    ]);
  };
}

function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

function contentOfConcept(value: unknown): Content {
  const concept = conceptOf(value);
  return {
    named: drugsIn(concept),
    isEmpty: concept.text === null && concept.codings.length === 0,
  };
}

/**
 * Each drug once, without a doubt if one place has none; CAR-T cells without a product only if no product is named.
 */
function together(all: readonly Content[]): Content {
  const doubts = new Map<Drug, Recognised["doubt"]>();
  for (const { drug, doubt } of all.flatMap((content) => content.named)) {
    const before = doubts.get(drug);
    doubts.set(drug, before === undefined ? doubt : before && doubt);
  }
  if (doubts.size > 1) doubts.delete(carTCells);
  return {
    named: [...doubts].map(([drug, doubt]) => ({ drug, doubt })),
    isEmpty: all.every(({ isEmpty }) => isEmpty),
  };
}

/** Returns the fields in which an order, an administration or a procedure names its drug. */
function partsOf({ type, fields }: Resource) {
  if (type === "Procedure") {
    return {
      concepts: [fields.code, ...listOf(fields.usedCode)],
      references: listOf(fields.usedReference),
    };
  }
  return {
    concepts: [fields.medicationCodeableConcept],
    references: [fields.medicationReference],
  };
}

type Medications = ReadonlyMap<string | null, Resource>;

/** Contained resources may have their `#` in the id. */
function byReference(resources: readonly Resource[]): Medications {
  return new Map(
    resources
      .filter(({ type }) => type === "Medication")
      .flatMap((medication) => [
        [medication.reference?.replace("/#", "/") ?? null, medication] as const,
        [medication.fullUrl, medication] as const,
      ]),
  );
}

/** Finds a medication by `#contained`, `Medication/3`, a version of it, or the same as a whole address. */
function medicationAt(value: unknown, around: Resource, all: Medications): Resource | undefined {
  const reference = textOf(fieldsOf(value).reference);
  if (reference === null) return undefined;
  if (reference.startsWith("#")) {
    return byReference(containedIn(around)).get(`Medication/${reference.slice(1)}`);
  }
  const present = reference.replace(/\/_history\/[^/]+$/, "");
  return all.get(reference) ?? all.get(present.split("/").slice(-2).join("/"));
}

/** When it was given or ordered, the first that the record says. */
function dateOf(fields: Fields): string | null {
  const { effectiveDateTime, effectivePeriod, performedDateTime, performedPeriod } = fields;
  const starts = [effectivePeriod, performedPeriod].map((period) => fieldsOf(period).start);
  const { whenHandedOver, whenPrepared, authoredOn } = fields;
  const dates = [effectiveDateTime, performedDateTime, ...starts, whenHandedOver, whenPrepared];
  return [...dates, authoredOn].map(textOf).find((date) => date !== null) ?? null;
}

/** When it began, or is to begin: an order may be written long before. */
function startsOf(fields: Fields): readonly (string | null)[] {
  const [dosage] = listOf(fields.dosageInstruction);
  const { boundsPeriod } = fieldsOf(fieldsOf(fieldsOf(dosage).timing).repeat);
  const periods = [boundsPeriod, fieldsOf(fields.dispenseRequest).validityPeriod];
  return [dateOf(fields), ...periods.map((period) => textOf(fieldsOf(period).start))];
}
