/**
 * Answers a question for one patient: of the selected cohorts, only those that enrolled such
 * patients count.
 */
import type { Dataset } from "../evidence/dataset.ts";
import { type Judged, judge } from "../evidence/patient-fit.ts";
import { select } from "../evidence/select.ts";
import type { Patient } from "../question/patient.ts";
import type { Query } from "../question/query.ts";
import { answerQuestion } from "./answer-question.ts";
import type { Beyond } from "./beyond.ts";
import type { CodedComparison, CodedPatientFit } from "./coded-answer.ts";
import type { AnswerCaution } from "./coded-remarks.ts";

export function answerPatient(
  query: Query,
  patient: Patient,
  dataset: Dataset,
  more?: Beyond,
  canonical?: string,
): CodedComparison<string> {
  const judged = select(query, dataset).included.map((cohort) => ({
    cohort,
    ...judge(cohort, patient),
  }));
  const left = judged.filter((one) => isLeft(one, patient));
  const leftIds = new Set(left.map(({ cohort }) => cohort.id));
  const cohorts = dataset.cohorts.filter(({ id }) => !leftIds.has(id));
  const comparison = answerQuestion(query, { ...dataset, cohorts }, more, canonical);
  const named = (fit: Judged["fit"]) =>
    judged
      .filter((one) => one.fit === fit)
      .map(({ cohort: { id, label, therapyClass }, reason }) => ({
        cohort: id,
        label,
        therapyClass,
        reason,
      }));
  const fits = {
    ...patient,
    fits: named("fits"),
    outside: named("outside"),
    notReported: named("not-reported"),
  };
  return {
    ...comparison,
    cautions: [caution(fits), ...comparison.cautions],
    selection: {
      ...comparison.selection,
      excluded: [
        ...comparison.selection.excluded,
        ...left.flatMap(({ cohort: { id, label, therapyClass }, reason }) =>
          reason === null
            ? []
            : [{ cohort: id, label, therapyClass, parameter: reason.parameter, reason }],
        ),
      ],
    },
    patient: fits,
  };
}

function isLeft({ fit }: Judged, patient: Patient): boolean {
  return fit === "outside" || (fit === "not-reported" && patient.fit === "confirmed");
}

function caution({ fits, notReported, fit }: CodedPatientFit): AnswerCaution {
  return {
    code: "patient-fit",
    fits: fits.length,
    notReported: notReported.length,
    kept: fit === "any",
  };
}
