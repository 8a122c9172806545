/** Divides resources by the patient whose they are. */
import { type Fields, fieldsOf, idOf, type Resource, serverOf, textOf } from "./fhir.ts";

export interface Belonging {
  /** `ofPatient` holds the resources of the patient, and those that belong to nobody, such as a Medication. */
  readonly ofPatient: readonly Resource[];
  readonly ofOthers: readonly Resource[];
  /** `nameless` holds resources that must name a patient but name none, or one whom no other resource knows. */
  readonly nameless: readonly Resource[];
  /** `candidates` is the number of patients in the resources if the page did not name one. */
  readonly candidates: number;
}

/** Types that may name a therapy or a diagnosis: each such resource must name its patient. */
export const ofPerson =
  /^(?:Condition|Procedure|Medication(?:Administration|Dispense|Request|Statement))$/;

/**
 * @param patientId an id, a reference or an address; if it is missing or `null` the only patient of the resources
 * is meant, and nobody if it is empty or of another type
 */
export function belongingOf(resources: readonly Resource[], patientId: unknown): Belonging {
  const requestedId = patientId == null ? null : (idOf(patientId) ?? "");
  const { home, keyOf } = patientsOf(resources, requestedId);
  const keyOfPatient = ({ id, fullUrl }: Resource) =>
    ((serverOf(fullUrl) ?? home) === home ? id : null) ?? fullUrl ?? "";
  const keysOf = (resource: Resource): readonly string[] =>
    resource.type === "Patient"
      ? [keyOfPatient(resource)]
      : subjectsOf(resource.fields).flatMap(
          (subject) => keyOf(subject, serverOf(resource.fullUrl) ?? home) ?? [],
        );
  const keys = new Map(resources.map((resource) => [resource, keysOf(resource)]));
  const patientKeys = new Set([...keys.values()].flat());
  const key = requestedId === null ? null : (keyOf(requestedId, home) ?? requestedId);
  if (key === null && patientKeys.size > 1) {
    return {
      ofPatient: [],
      ofOthers: resources,
      nameless: [],
      candidates: patientKeys.size,
    };
  }
  const [only] = patientKeys;
  const patientKey = key ?? only;
  const isOther = (resource: Resource) => keys.get(resource)?.some((name) => name !== patientKey);
  const isNameless = (resource: Resource) =>
    ofPerson.test(resource.type) && keys.get(resource)?.length === 0;
  const ofPatient = resources.filter((resource) => !isOther(resource) && !isNameless(resource));
  return {
    ofPatient,
    ofOthers: resources.filter(isOther),
    nameless: resources.filter(isNameless),
    candidates: patientKey === undefined ? 0 : 1,
  };
}

/** Finds the server of the patient, if any address names it, and the patient whom a reference means. */
function patientsOf(resources: readonly Resource[], requestedId: string | null) {
  const patients = resources.filter(({ type }) => type === "Patient");
  const byAddress = new Map(
    patients.flatMap(({ id, fullUrl }) =>
      fullUrl === null ? [] : [[fullUrl, id ?? fullUrl] as const],
    ),
  );
  const serversOf = (addresses: readonly (string | null)[]) => [
    ...new Set(addresses.flatMap((address) => serverOf(address) ?? [])),
  ];
  const [ofPatient] = serversOf([requestedId, ...patients.map(({ fullUrl }) => fullUrl)]);
  const ofEntries = serversOf(resources.map(({ fullUrl }) => fullUrl));
  // Without an address of the patient, the server of all other entries is meant if there is only one.
  const home = ofPatient ?? (ofEntries.length === 1 ? ofEntries[0] : undefined);
  /** @param server to which a reference without a server belongs */
  const keyOf = (reference: string | null, server: string | undefined): string | null => {
    const [, id = null] = patientReference.exec(reference ?? "") ?? [];
    const isElsewhere = (serverOf(reference) ?? server) !== home;
    return byAddress.get(reference ?? "") ?? (isElsewhere ? null : id);
  };
  return { home, keyOf };
}

function subjectsOf({ subject, patient }: Fields): (string | null)[] {
  return [subject, patient].map((value) => textOf(fieldsOf(value).reference));
}

/** Matches `Patient/p1` or a version such as `Patient/p1/_history/2`, also at the end of an address. */
const patientReference = /(?:^|\/)Patient\/([^/?#]+)(?:\/_history\/[^/]+)?$/;
