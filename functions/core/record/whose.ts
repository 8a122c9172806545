/** Divides resources by the patient whose they are. */
import { type Fields, fieldsOf, idOf, type Resource, textOf } from "./fhir.ts";

export interface Whose {
  /** `null` without a Patient resource of this patient. */
  readonly patient: Resource | null;
  /** Resources of this patient, and those that do not name a patient. */
  readonly own: readonly Resource[];
  readonly others: readonly Resource[];
  /** Number of patients in the resources, if the page did not name one. */
  readonly candidates: number;
}

/** @param asked an id, a reference or an address; else the only patient of the resources is meant */
export function whose(resources: readonly Resource[], asked: unknown): Whose {
  const patients = resources.filter(({ type }) => type === "Patient");
  const names = new Map(
    patients.flatMap(({ id, fullUrl }) =>
      id !== null && fullUrl !== null ? [[fullUrl, id] as const] : [],
    ),
  );
  const keyOf = (reference: string | null) => patientId(reference, names);
  const patientKeys = new Set([
    ...patients.map(({ id, fullUrl }) => id ?? fullUrl),
    ...resources.flatMap(({ fields }) => subjectsOf(fields).map(keyOf)),
  ]);
  patientKeys.delete(null);
  const wanted = idOf(asked);
  const key = wanted === null ? null : (keyOf(wanted) ?? wanted);
  const [only = null] = patientKeys;
  if (key === null && patientKeys.size > 1) {
    return { patient: null, own: [], others: resources, candidates: patientKeys.size };
  }
  const meant = key ?? only;
  const isOther = ({ type, id, fullUrl, fields }: Resource): boolean =>
    type === "Patient"
      ? (id ?? fullUrl) !== meant
      : subjectsOf(fields).some((subject) => (keyOf(subject) ?? meant) !== meant);
  const own = resources.filter((resource) => !isOther(resource));
  return {
    patient: own.find(({ type }) => type === "Patient") ?? null,
    own,
    others: resources.filter(isOther),
    candidates: meant === null ? 0 : 1,
  };
}

function subjectsOf({ subject, patient }: Fields): (string | null)[] {
  return [subject, patient].map((value) => textOf(fieldsOf(value).reference));
}

/** `p1` of `Patient/p1`, of a version of it, and of a whole address; `null` of what names no patient. */
function patientId(reference: string | null, names: ReadonlyMap<string, string>): string | null {
  if (reference === null) return null;
  const [, id] = /(?:^|\/)Patient\/([^/?#]+)(?:\/_history\/[^/]+)?$/.exec(reference) ?? [];
  return names.get(reference) ?? id ?? null;
}
