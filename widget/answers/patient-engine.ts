/** The answer for one patient: a part of the engine, which has the evidence, so that it never leaves the browser. */
import type { Comparison } from "#core/comparison/answer.ts";
import { answerPatient } from "#core/comparison/answer-patient.ts";
import { dataset } from "#core/dataset.ts";
import type { Patient } from "#core/evidence/patient-fit.ts";
import { parseQuery } from "#core/question/parse-query.ts";
import { english } from "#presentation/words/english/codes.ts";
import { withWords } from "#presentation/words/with-words.ts";
import { SourceError } from "./client.ts";

/** @throws SourceError For a text that asks nothing these two classes can answer. */
export function computeForPatient(text: string, patient: Patient): Comparison {
  const { query, problems } = parseQuery(new URLSearchParams(text), dataset, { onlyClasses: true });
  if (problems) {
    const details = problems.map(({ parameter, message }) => `${parameter}: ${message}`);
    throw new SourceError({ kind: "refused", details });
  }
  const comparison = withWords(answerPatient(query, patient, dataset), english);
  if (isOfClasses(comparison)) return comparison;
  throw new SourceError({ kind: "failed" });
}

function isOfClasses(comparison: Comparison<string>): comparison is Comparison {
  return comparison.reference === "bsab";
}
