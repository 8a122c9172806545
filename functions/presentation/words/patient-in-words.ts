/** The answer for one patient in words, for a comparison of the two classes. */
import type { Comparison } from "#core/comparison/answer.ts";
import { answerPatient } from "#core/comparison/answer-patient.ts";
import type { Beyond } from "#core/comparison/beyond.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import type { Patient } from "#core/question/patient.ts";
import type { Query } from "#core/question/query.ts";
import type { Words } from "./codes.ts";
import { withWords } from "./with-words.ts";

/** @throws Error if the question compares groups other than the classes. */
export function patientInWords(
  query: Query,
  patient: Patient,
  dataset: Dataset,
  words: Words,
  canonical?: string,
  more?: Beyond,
): Comparison {
  const comparison = withWords(answerPatient(query, patient, dataset, more, canonical), words);
  if (isOfClasses(comparison)) return comparison;
  throw new Error("other groups than the classes were compared");
}

function isOfClasses(comparison: Comparison<string>): comparison is Comparison {
  return comparison.reference === "bsab";
}
