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
import {
  carTCells,
  type Drug,
  drugsIn,
  isRead,
  type NamedDrugs,
  namesTarget,
} from "./recognise.ts";

/** The drugs that a resource names as ordered or given. */
export interface Content {
  readonly drugs: NamedDrugs;
  /** States whether words name BCMA or GPRC5D. */
  readonly namesTarget: boolean;
  readonly hasWords: boolean;
  /** `systems` are the coding systems of the resource's codes; `null` stands for a code without a system. */
  readonly systems: readonly (string | null)[];
}

/** Returns whether the resource has neither a word nor a code. */
export function isUnnamed({ hasWords, systems }: Content): boolean {
  return !hasWords && systems.length === 0;
}

/**
 * Returns whether what the resource names is not known: it has only codes of systems that are not read. OPS is not
 * read either, and its words do not name CAR-T cells.
 */
export function isUnread({ drugs, hasWords, systems }: Content): boolean {
  return (
    drugs.size === 0 &&
    systems.length > 0 &&
    !systems.some(isRead) &&
    (!hasWords || systems.some((system) => /\bops\b/i.test(system ?? "")))
  );
}

/** Reads each Medication once, however many orders and other Medications refer to it. */
export function reader(resources: readonly Resource[]): (resource: Resource) => Content {
  const medications = byReference(resources);
  const contents = new Map<Resource, Content>();
  const ofMedication = (medication: Resource): Content => {
    const { code, ingredient } = medication.fields;
    const parts = listOf(ingredient).map(fieldsOf);
    const concepts = parts.flatMap(({ itemCodeableConcept, itemReference }) => [
      itemCodeableConcept,
      medicationAt(itemReference, medication, medications)?.fields.code,
    ]);
    const content = contents.get(medication) ?? together([code, ...concepts].map(contentOfConcept));
    contents.set(medication, content);
    return content;
  };
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

function contentOfConcept(value: unknown): Content {
  const concept = conceptOf(value);
  return {
    drugs: drugsIn(concept),
    namesTarget: namesTarget(concept),
    hasWords: wordsOf(concept).length > 0,
    systems: concept.codings.flatMap(({ system, code }) => (code === null ? [] : [system])),
  };
}

/** Joins what several places name; CAR-T cells without a product count only if no place names a product. */
function together(all: readonly Content[]): Content {
  const drugs = new Map<Drug, boolean>();
  for (const [drug, isCoded] of all.flatMap((content) => [...content.drugs])) {
    drugs.set(drug, isCoded || drugs.get(drug) === true);
  }
  if (drugs.size > 1) drugs.delete(carTCells);
  return {
    drugs,
    namesTarget: all.some((content) => content.namesTarget),
    hasWords: all.some(({ hasWords }) => hasWords),
    systems: all.flatMap(({ systems }) => systems),
  };
}

/** Returns the fields in which an order, an administration, a procedure or a condition names its drug. */
function partsOf({ fields }: Resource) {
  const { code, medicationCodeableConcept, medicationReference, usedCode, usedReference } = fields;
  return {
    concepts: [code, medicationCodeableConcept, ...listOf(usedCode)],
    references: [medicationReference, ...listOf(usedReference)],
  };
}

type Medications = ReadonlyMap<string | null, Resource>;

/** Maps medications by their references. Contained resources may have their `#` in the id. */
function byReference(resources: readonly Resource[]): Medications {
  return new Map(
    resources
      .filter(({ type }) => type === "Medication")
      .flatMap((medication) => [
        [`Medication/${medication.id?.replace("#", "")}`, medication] as const,
        [medication.fullUrl, medication] as const,
      ]),
  );
}

/**
 * Finds a medication by `#contained`, `Medication/3`, a version of it, or the same as a whole address; one of
 * another server is not meant.
 */
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
