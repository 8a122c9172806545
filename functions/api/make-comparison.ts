/** The whole answer of `/v1/comparison`: asked for by a request, or made beforehand by the build. */
import type { Comparison } from "../comparison/answer.ts";
import { answerPatient } from "../comparison/answer-patient.ts";
import { answerQuestion } from "../comparison/answer-question.ts";
import { compare } from "../comparison/compare.ts";
import { dataset } from "../dataset.ts";
import type { Patient } from "../evidence/patient-fit.ts";
import type { Query } from "../evidence/query.ts";
import { beyondRemembering } from "../remembered-pools.ts";
import { english } from "../words/english.ts";
import { withWords } from "../words/with-words.ts";
import { withCitations } from "./citations.ts";

export function makeComparison(query: Query, patient: Patient | null = null): Comparison<string> {
  const answer = patient
    ? answerPatient(query, patient, dataset, beyondRemembering)
    : answerQuestion(query, dataset, beyondRemembering);
  return withWords(withCitations(answer), english);
}

/** Its text, to the byte what is served. */
export function comparisonJson(query: Query): string {
  return JSON.stringify(makeComparison(query));
}

/** The same between the two classes: what briefs and opened rows are made from. */
export function compareWithSources(query: Query): Comparison {
  return withWords(withCitations(compare(query, dataset, beyondRemembering)), english);
}
