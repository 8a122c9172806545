/**
 * Reads FHIR resources (R4) that others wrote. Nothing is refused: a part that does
 * not have its shape is as if it were not there. How much is read has an end, whatever was sent.
 */

/** Fields of any resource or data type. Their values may be anything. */
export type Fields = Readonly<Record<string, unknown>>;

/** This is more than a record of one patient has. */
export const mostResources = 20_000;

/** Bundles and lists in one another: an answer to a batch holds Bundles in a Bundle. */
const mostLevels = 4;

/**
 * States the most entries that are read of a list within a resource: codings of a concept, ingredients, contained
 * resources.
 */
export const mostOfList = 50;

const longestText = 2_000;

const noFields: Fields = {};

/** Returns the fields of an object; a value that is no object has none. */
export function fieldsOf(value: unknown): Fields {
  return isObject(value) ? value : noFields;
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

export function textOf(value: unknown): string | null {
  return (typeof value === "string" && value.slice(0, longestText).trim()) || null;
}

/** Returns an id as text, because some servers write it as a number. */
export function idOf(value: unknown): string | null {
  return typeof value === "number" && Number.isFinite(value) ? String(value) : textOf(value);
}

export function listOf(value: unknown, most = mostOfList): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, most) : [];
}

export interface Resource {
  readonly type: string;
  readonly id: string | null;
  /** `reference` is text such as `MedicationRequest/12`; `null` without an id. */
  readonly reference: string | null;
  /** `fullUrl` is the address of the resource in its Bundle, also before the resource has an id: `urn:uuid:…`. */
  readonly fullUrl: string | null;
  readonly fields: Fields;
}

export interface Sent {
  readonly resources: readonly Resource[];
  /** Bundles in the order in which they were sent. */
  readonly bundles: readonly Fields[];
  /** States whether something was left unread because there is too much of it. */
  readonly isCut: boolean;
}

interface Item {
  readonly value: unknown;
  readonly fullUrl: string | null;
  readonly level: number;
}

/** Returns the resources of a list, of a Bundle, of Bundles in one another, or the one that is sent. */
export function sentIn(value: unknown): Sent {
  const resources: Resource[] = [];
  const bundles: Fields[] = [];
  let isCut = false;
  // The list grows while the loop reads it.
  const items: Item[] = [{ value, fullUrl: null, level: 0 }];
  for (const item of items) {
    const fields = fieldsOf(item.value);
    if (fields.resourceType === "Bundle") bundles.push(fields);
    const inner = Array.isArray(item.value) ? item.value : entriesOf(fields);
    if (inner === null) {
      const resource = resourceOf(fields, item.fullUrl);
      if (resource !== null) resources.push(resource);
      continue;
    }
    const room = item.level < mostLevels ? mostResources - items.length : 0;
    isCut ||= inner.length > room;
    for (const content of inner.slice(0, room)) items.push(itemOf(content, item));
  }
  return { resources, bundles, isCut };
}

/** Returns the entries of a Bundle; `null` for any other resource. */
function entriesOf({ resourceType, entry }: Fields): readonly unknown[] | null {
  if (resourceType !== "Bundle") return null;
  return Array.isArray(entry) ? entry : [];
}

/** Wraps a value of a list, or an entry of a Bundle: its resource, or the outcome that stands in for it. */
function itemOf(value: unknown, around: Item): Item {
  const level = around.level + 1;
  if (Array.isArray(around.value)) return { value, fullUrl: null, level };
  const { resource, fullUrl, response } = fieldsOf(value);
  return { value: resource ?? fieldsOf(response).outcome, fullUrl: textOf(fullUrl), level };
}

/** Returns the server of an address without the scheme: `fhir.example/r4` for `https://fhir.example/r4/Patient/1`. */
export function serverOf(address: string | null): string | undefined {
  const [, server] =
    /^https?:\/\/(.+?)\/[A-Z]\w+\/[^/]+(?:\/_history\/[^/]+)?$/.exec(address ?? "") ?? [];
  return server;
}

/** Returns the resources that are contained in a resource. */
export function containedIn({ fields }: Resource): readonly Resource[] {
  return listOf(fields.contained).flatMap((item) => resourceOf(fieldsOf(item), null) ?? []);
}

function resourceOf(fields: Fields, fullUrl: string | null): Resource | null {
  const type = textOf(fields.resourceType);
  if (type === null) return null;
  const id = idOf(fields.id);
  // What is no id of FHIR may be words of the record, and is repeated nowhere.
  const isId = /^[\w.-]{1,64}$/.test(id ?? " ");
  return { type, id, reference: isId ? `${type}/${id}` : null, fullUrl, fields };
}

/**
 * Returns whether the resource, a part of it or one contained in it has an element that may change its meaning: by the
 * rules of FHIR, who does not know that element must not read the rest.
 */
export function isModified({ fields }: Resource): boolean {
  const parts = Object.values(fields).flatMap((value) =>
    Array.isArray(value) ? listOf(value) : [value],
  );
  return [fields, ...parts.map(fieldsOf)].some(
    ({ modifierExtension, implicitRules }) =>
      listOf(modifierExtension).length > 0 || textOf(implicitRules) !== null,
  );
}

export interface Coding {
  readonly system: string | null;
  readonly code: string | null;
  readonly display: string | null;
}

export interface Concept {
  readonly codings: readonly Coding[];
  readonly text: string | null;
}

/** Reads a CodeableConcept. A plain code is read as its only coding. */
export function conceptOf(value: unknown): Concept {
  const plain = textOf(value);
  if (plain !== null) {
    return { codings: [{ system: null, code: plain, display: null }], text: null };
  }
  const { coding, text } = fieldsOf(value);
  return {
    codings: listOf(coding).map((item) => {
      const { system, code, display } = fieldsOf(item);
      return { system: textOf(system), code: idOf(code), display: textOf(display) };
    }),
    text: textOf(text),
  };
}

/** Returns the text of a concept and the displays of its codings, each once. */
export function wordsOf({ text, codings }: Concept): readonly string[] {
  const words = [text, ...codings.map(({ display }) => display)];
  return [...new Set(words)].filter((word) => word !== null);
}

/**
 * Returns whether the concept has one of the codes, in small letters, in any system: the short lists of FHIR
 * itself need no system.
 */
export function hasCode(value: unknown, codes: readonly string[]): boolean {
  return conceptOf(value).codings.some(
    ({ code }) => code !== null && codes.includes(code.toLowerCase().replaceAll("_", "-")),
  );
}

/** Divides items into those for which the test holds, and all others. */
export function divide<Item>(
  items: readonly Item[],
  holds: (item: Item) => boolean,
): [Item[], Item[]] {
  const parts: [Item[], Item[]] = [[], []];
  for (const item of items) parts[holds(item) ? 0 : 1].push(item);
  return parts;
}
