/** The whole answer of `/v1/comparison`, for a request or for a precomputed file. */

import type { Comparison, PatientFit } from "#core/comparison/answer.ts";
import { answerPatient } from "#core/comparison/answer-patient.ts";
import { answerQuestion } from "#core/comparison/answer-question.ts";
import type { CodedComparison } from "#core/comparison/coded-answer.ts";
import { compare } from "#core/comparison/compare.ts";
import { dataset } from "#core/dataset.ts";
import type { Patient } from "#core/question/patient.ts";
import type { Query } from "#core/question/query.ts";
import type { Catalogue } from "#presentation/words/catalogue.ts";
import { patientInWords } from "#presentation/words/patient-in-words.ts";
import { withWords } from "#presentation/words/with-words.ts";
import { models } from "#server/answers/made-pools.ts";
import { withByName } from "./by-name.ts";
import { withCitations } from "./citations.ts";
import { withEnrolled } from "./enrolled.ts";
import { withOthersPools } from "./others-pools.ts";

export function makeComparison(
  query: Query,
  words: Catalogue,
  canonical?: string,
): Comparison<string> {
  return inFull(answerQuestion(query, dataset, models, canonical), words);
}

/** @returns No comparison if no question holds the patient. */
export function makeForPatient(
  query: Query,
  patient: Patient,
  words: Catalogue,
): { fit: PatientFit; comparison: Comparison<string> | null } {
  const answer = answerPatient(query, patient, dataset, models);
  const fit = patientInWords(answer.patient, words.codes.patient);
  const { comparison } = answer;
  return { fit, comparison: comparison && { ...inFull(comparison, words), patient: fit } };
}

/** The response text, with exactly the bytes that are sent. */
export function comparisonJson(query: Query, words: Catalogue, canonical?: string): string {
  return JSON.stringify(makeComparison(query, words, canonical));
}

/** The comparison of the two classes with its sources, for briefs and opened rows. */
export function compareWithSources(query: Query, words: Catalogue, canonical?: string): Comparison {
  return inFull(compare(query, dataset, models, canonical), words);
}

/** With all that only the server knows, and in words. */
function inFull<G extends string>(answer: CodedComparison<G>, words: Catalogue): Comparison<G> {
  const known = withByName(withEnrolled(withCitations(answer), words), words);
  return withOthersPools(withWords(known, words.codes), words);
}
