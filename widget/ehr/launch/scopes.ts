/** Scopes: the least that the comparison needs of a record, and those that were granted. */

/** The patient is needed to say whose record it is; the rest can be refused. */
export const resources = [
  "Patient",
  "Condition",
  "MedicationRequest",
  "MedicationAdministration",
  "Medication",
] as const;

export type ResourceType = (typeof resources)[number];

/** Asked for only where the server knows them, because some refuse a sign-in for what they do not know. */
const moreIfKnown: readonly ResourceType[] = ["MedicationAdministration", "Medication"];

export function scopesFor(
  context: "launch" | "launch/patient",
  { scopes, isFirstVersion }: { scopes: readonly string[] | null; isFirstVersion: boolean },
): string {
  const asked = resources.filter(
    (type) => !moreIfKnown.includes(type) || scopes === null || granted(scopes.join(" "), type),
  );
  return [
    context,
    ...asked.map((type) => `patient/${type}.${isFirstVersion ? "read" : "rs"}`),
  ].join(" ");
}

const scope = /^(?:patient|user|system)\/(\w+|\*)\.(read|\*|c?r?u?d?s?)(?:\?.*)?$/;

/** `patient/*.rs`, which SMART 1 does not know. */
export function isOfSecondVersion(text: string): boolean {
  const [, , rights = ""] = scope.exec(text) ?? [];
  return !["", "read", "*"].includes(rights);
}

/** Whether this resource may be searched (a patient: read). */
export function granted(text: string, type: ResourceType): boolean {
  return text.split(" ").some((one) => {
    const [, named, rights = ""] = scope.exec(one) ?? [];
    const needed = type === "Patient" ? "r" : "s";
    const isEnough = ["read", "*"].includes(rights) || rights.includes(needed);
    return (named === type || named === "*") && isEnough;
  });
}
