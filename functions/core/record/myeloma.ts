/** Multiple myeloma among the conditions of a record: by code and coding system; words alone are for a person. */
import { recognition } from "#data/generated/recognition.ts";
import { comparable } from "#data/recognition.ts";
import { type Concept, conceptOf, hasCode, type Resource, wordsOf } from "./fhir.ts";
import type { NotActive } from "./findings.ts";
import { hasCodeOf } from "./recognise.ts";

/** `null` of a condition that says nothing of myeloma, or that was refuted or entered in error. */
export function myelomaOf({ type, fields }: Resource): "active" | NotActive | null {
  if (type !== "Condition" || hasCode(fields.verificationStatus, notTrue)) return null;
  const concept = conceptOf(fields.code);
  if (!hasCodeOf(recognition.myeloma, concept)) return isNamed(concept) ? "in-words" : null;
  if (hasCode(fields.verificationStatus, notCertain)) return "unconfirmed";
  return hasCode(fields.clinicalStatus, notNow) ? "inactive" : "active";
}

/** Remission is still myeloma. */
const notNow = ["inactive", "resolved"];
const notTrue = ["refuted", "entered-in-error"];
/** A suspicion is no diagnosis. */
const notCertain = ["unconfirmed", "provisional", "differential"];

function isNamed(concept: Concept): boolean {
  return wordsOf(concept).some((text) => name.test(comparable(text)));
}

/** In the languages of the regions of which labels are known; negations are for a person to read. */
const name = /my?eloma?\b|mieloma|骨髄腫|骨髓瘤/;
