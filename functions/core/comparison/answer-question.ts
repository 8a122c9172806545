/** Answers any question: between the two classes, or between the groups that `compare=` names. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { groupingBy } from "../evidence/dimensions.ts";
import type { Grouping } from "../evidence/grouping.ts";
import { eachSaid, type Fit, judge } from "../evidence/patient-fit.ts";
import { select } from "../evidence/select.ts";
import { type Holding, holding } from "../question/holding.ts";
import { usualDimension } from "../question/parameters.ts";
import type { Patient } from "../question/patient.ts";
import type { Query } from "../question/query.ts";
import { canonicalQuery } from "../question/query-text.ts";
import type { CodedComparison, CodedPatientFit } from "./coded-answer.ts";
import type { AnswerCaution } from "./coded-remarks.ts";
import { compare, compareGroups, named } from "./compare.ts";
import { type Models, models } from "./models.ts";

export function answerQuestion(
  query: Query,
  dataset: Dataset,
  by: Models = models,
  canonical?: string,
): CodedComparison<string> {
  if (query.compare === usualDimension) return compare(query, dataset, by, canonical);
  return answerGroups(query, dataset, by, groupingBy(query.compare, dataset), canonical);
}

/** Between the groups of `compare=`, some of which may count as one. */
export function answerGroups(
  query: Query,
  dataset: Dataset,
  by: Models,
  grouping: Grouping,
  canonical?: string,
): CodedComparison<string> {
  const comparison = compareGroups(query, dataset, by, grouping, canonical);
  return { ...comparison, cautions: [...groupCautions(comparison), ...comparison.cautions] };
}

/** Cautions for a comparison of groups other than the two classes. */
function groupCautions({ query, groups, selection }: CodedComparison<string>): AnswerCaution[] {
  const remarks: AnswerCaution[] = [];
  const mixed = groups.filter((group) => {
    const own = selection.included.filter((one) => one.group === group);
    return new Set(own.map(({ therapyClass }) => therapyClass)).size > 1;
  });
  if (mixed.length > 0) remarks.push({ code: "classes-mixed", groups: mixed });
  if (groups.length > 1) remarks.push({ code: "confounded" });
  if (query.compare.includes(":")) remarks.push({ code: "grouped-by-medians" });
  return remarks;
}

export interface PatientAnswer {
  patient: CodedPatientFit;
  /** `null` if no question holds the patient: then there are no numbers. */
  comparison: CodedComparison<string> | null;
}

/** Its numbers are those for everybody: each trial only says whether it enrolled such patients. */
export function answerPatient(
  query: Query,
  patient: Patient,
  dataset: Dataset,
  by?: Models,
): PatientAnswer {
  const found = holding(query, patient, dataset);
  const fit = fitOf(found, patient, dataset);
  const { held } = found;
  const answer = held && answerQuestion(held, dataset, by, fit.held ?? undefined);
  return { patient: fit, comparison: answer };
}

/** Which of the trials of the held question enrolled such patients. */
export function fitOf(
  { held, because, offers }: Holding,
  patient: Patient,
  dataset: Dataset,
): CodedPatientFit {
  const included = held ? select(held, dataset).included : [];
  const judged = included.map((cohort) => ({ cohort, ...judge(cohort, patient) }));
  const those = (fit: Fit) =>
    judged
      .filter((one) => one.fit === fit)
      .map(({ cohort, reason }) => ({ ...named(cohort), reason }));
  const { age, priorLines, priorBcma } = patient;
  return {
    age,
    priorLines,
    priorBcma,
    because,
    held: held && canonicalQuery(held, dataset),
    offers: offers.map(({ name, query }) => ({ name, query: canonicalQuery(query, dataset) })),
    each: held ? eachSaid(patient).map((one) => counted(one, included)) : [],
    fits: those("fits"),
    excludes: those("excludes"),
    notStated: those("not-stated"),
  };
}

/** By one thing that was said: a trial that does not state another may still have enrolled it. */
function counted(
  one: Patient,
  included: readonly ComputeCohort[],
): CodedPatientFit["each"][number] {
  const fits = included.map((cohort) => judge(cohort, one).fit);
  const count = (fit: Fit) => fits.filter((own) => own === fit).length;
  return {
    ...one,
    fits: count("fits"),
    excludes: count("excludes"),
    notStated: count("not-stated"),
  };
}
