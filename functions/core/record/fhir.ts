/**
 * Reads FHIR resources that others wrote (R4, and R5 where it moved a field). Nothing is refused: a
 * part that does not have its shape is as if it were not there, and what is not read is not looked
 * at. So no record can make reading throw.
 */

/** Of any resource or data type. Their values may be anything. */
export type Fields = Readonly<Record<string, unknown>>;

const none: Fields = {};

/** What is not an object has no fields. */
export function fieldsOf(value: unknown): Fields {
  return isObject(value) ? value : none;
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

export function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export interface Resource {
  readonly type: string;
  /** `MedicationRequest/12`; `null` without an id. */
  readonly reference: string | null;
  /** By which its Bundle knows it, also before it has an id: `urn:uuid:…`. */
  readonly fullUrl: string | null;
  readonly fields: Fields;
}

/** The resources of a list, of a Bundle, of a list of both, or the one that is given. */
export function resourcesIn(value: unknown): readonly Resource[] {
  return (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => {
    const { resourceType, entry } = fieldsOf(item);
    if (resourceType !== "Bundle") return resource(item);
    return listOf(entry)
      .map(fieldsOf)
      .flatMap((each) => resource(each.resource, textOf(each.fullUrl)));
  });
}

/** Without those of another patient. One that does not say of whom it is was sent for this one. */
export function ofPatient(value: unknown, id: string) {
  const sent = resourcesIn(value);
  const own = sent.filter((one) => !isOfAnother(one, id));
  return { own, isMixed: own.length < sent.length };
}

/** `Patient/12`, or the same as a whole address. */
function isOfAnother({ fields: { subject, patient } }: Resource, id: string): boolean {
  return [subject, patient].some((value) => {
    const reference = textOf(fieldsOf(value).reference) ?? "";
    const [, named = id] = /(?:^|\/)Patient\/([^/]+)(?:\/_history\/[^/]+)?$/.exec(reference) ?? [];
    return named !== id;
  });
}

function resource(value: unknown, fullUrl: string | null = null): Resource[] {
  const fields = fieldsOf(value);
  const type = textOf(fields.resourceType);
  if (type === null) return [];
  const id = textOf(fields.id);
  return [{ type, reference: id === null ? null : `${type}/${id}`, fullUrl, fields }];
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

/** A CodeableConcept, or what R5 has around it (`{ concept }`). A plain code is a coding. */
export function conceptOf(value: unknown): Concept {
  const plain = textOf(value);
  if (plain !== null)
    return { codings: [{ system: null, code: plain, display: null }], text: null };
  const fields = fieldsOf(value);
  const { coding, text } = fieldsOf(fields.concept ?? fields);
  return {
    codings: listOf(coding).map((one) => {
      const { system, code, display } = fieldsOf(one);
      return { system: textOf(system), code: textOf(code), display: textOf(display) };
    }),
    text: textOf(text),
  };
}

/** Whether the concept has one of the codes, whatever its system: for FHIR's own short lists. */
export function says(value: unknown, codes: readonly string[]): boolean {
  return conceptOf(value).codings.some(({ code }) => code !== null && codes.includes(code));
}
