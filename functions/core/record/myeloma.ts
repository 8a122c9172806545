/** Multiple myeloma among the conditions of a record: by code and coding system, never by words. */
import { recognition } from "#data/generated/recognition.ts";
import { type Coding, conceptOf, resourcesIn, says } from "./fhir.ts";

export interface RecordedMyeloma {
  readonly system: string;
  /** As printed: `C90.00`. */
  readonly code: string;
  readonly display: string | null;
  /** `Condition/7`; `null` without an id. */
  readonly reference: string | null;
}

/** Remission is still myeloma; a condition that is inactive or resolved, or was refuted, is none. */
const notNow = ["inactive", "resolved"];
/** A suspicion is no diagnosis. */
const notTrue = ["refuted", "entered-in-error", "unconfirmed", "provisional", "differential"];

export function myelomaIn(conditions: unknown): readonly RecordedMyeloma[] {
  return resourcesIn(conditions).flatMap(({ type, reference, fields }) => {
    if (type !== "Condition") return [];
    if (says(fields.clinicalStatus, notNow) || says(fields.verificationStatus, notTrue)) {
      return [];
    }
    const coding = conceptOf(fields.code).codings.find(isMyeloma);
    if (coding === undefined) return [];
    const { system, code, display } = coding;
    return [{ system, code, display, reference }];
  });
}

function isMyeloma(coding: Coding): coding is Coding & { system: string; code: string } {
  return recognition.myeloma.some(
    ({ systems, codes }) =>
      coding.system !== null &&
      coding.code !== null &&
      systems.includes(coding.system) &&
      codes.some((code) => plain(code) === plain(coding.code ?? "")),
  );
}

/** Some systems keep ICD codes without their dot. */
function plain(code: string): string {
  return code.replace(".", "").toUpperCase();
}
