/** Reads which drugs a medication or procedure names, itself or by the Medication that it refers to. */
import {
  conceptOf,
  containedIn,
  fieldsOf,
  listOf,
  type Resource,
  serverOf,
  textOf,
  wordsOf,
} from "./fhir.ts";
import { carTCells, type Drug, drugsIn, isRead, type Recognised } from "./recognise.ts";

/** The drugs that a resource names as ordered or given. */
export interface Content {
  readonly named: readonly Recognised[];
  /** It has neither a word nor a code. */
  readonly isEmpty: boolean;
  readonly hasWords: boolean;
  /** Coding systems of its codes; `null` is a code without a system. */
  readonly systems: readonly (string | null)[];
}

/**
 * Returns whether what the resource names is not known: it has only codes of systems that are not read. OPS is not
 * read either, and its words do not name CAR-T cells.
 */
export function isUnread({ named, hasWords, systems }: Content): boolean {
  return (
    named.length === 0 &&
    systems.length > 0 &&
    !systems.some(isRead) &&
    (!hasWords || systems.some((system) => systemName(system) === "OPS"))
  );
}

/** Returns our name of a system of codes that are not read. */
export function systemName(system: string | null): string {
  const [name] = /\b(?:ops|pzn|snomed)\b/i.exec(system ?? "") ?? [];
  return name?.toUpperCase() ?? "another system";
}

/** Reads each Medication once, however many orders and other Medications refer to it. */
export function reader(resources: readonly Resource[]): (resource: Resource) => Content {
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
    hasWords: wordsOf(concept).length > 0,
    systems: concept.codings.flatMap(({ system, code }) => (code === null ? [] : [system])),
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
    hasWords: all.some(({ hasWords }) => hasWords),
    systems: all.flatMap(({ systems }) => systems),
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

/** Finds a medication by `#contained`, `Medication/3`, a version of it, or the same as a whole address; one of another server is not meant. */
function medicationAt(value: unknown, around: Resource, all: Medications): Resource | undefined {
  const reference = textOf(fieldsOf(value).reference);
  if (reference === null) return undefined;
  if (reference.startsWith("#")) {
    return byReference(containedIn(around)).get(`Medication/${reference.slice(1)}`);
  }
  const present = reference.replace(/\/_history\/[^/]+$/, "");
  const medication = all.get(reference) ?? all.get(present.split("/").slice(-2).join("/"));
  const servers = [
    serverOf(reference) ?? serverOf(around.fullUrl),
    serverOf(medication?.fullUrl ?? null),
  ];
  return new Set(servers.filter(Boolean)).size < 2 ? medication : undefined;
}
