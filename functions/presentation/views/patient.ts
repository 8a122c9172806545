/**
 * Collects data for a clinician with one patient: whom each trial of a question enrolled, and what single studies
 * report of subgroups. The data are the same for every patient. Only the device knows the patient, and it selects what
 * applies.
 */

import type { Answer } from "#core/answer/answer.ts";
import { questionsInstead } from "#core/answer/questions-instead.ts";
import { afterKinds } from "#core/evidence/after-kinds.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import { earlierFitOf } from "#core/evidence/earlier-fit.ts";
import { byTrial, type Enrolling } from "#core/evidence/eligibility.ts";
import { refractoryRequiredIn } from "#core/evidence/refractory-required.ts";
import { chosenRegions, labelsIn } from "#core/evidence/regimen-labels.ts";
import type { SubgroupTable } from "#core/others/subgroups.ts";
import { patientsOfQuestion } from "#core/question/earlier-kinds.ts";
import { type PatientNumber, type PropertyName, propertyNames } from "#core/question/patient.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { trialsOfClass } from "../row/figures.ts";
import { removePartOfTrial } from "../row/trial-names.ts";
import { leftOutText } from "../words/labels.ts";
import { classesOf } from "../words/parameter-texts.ts";
import type { OfQuestion } from "../words/patient.ts";
import { earlierUnknown, insteadText, linesOfQuestion } from "../words/patient-codes.ts";
import { rangeText } from "../words/range-text.ts";
import { withCommas, withSpaces } from "../words/sentences.ts";
import { studyWordOf } from "../words/study-word.ts";
import { earlierText, enrolmentText, refractoryText } from "../words/subgroups.ts";
import { labelsInBrief } from "./doubt-box.ts";
import { questionInBrief } from "./question-view.ts";
import { type ReportedTable, tablesByOutcome } from "./reported-tables.ts";
import { unlabelledSentence } from "./verdict.ts";

export interface PatientsView extends OfQuestion {
  readonly answerVersion: string;
  /**
   * Lists every part of the trials with a figure in the summary, whichever outcomes are shown. If there is none, lists
   * the trials that report patients after earlier therapy separately.
   */
  readonly trials: readonly TrialText[];
  /**
   * Lists the ranges of these trials, one line each: CAR-T first, and within a class trials that report ages first;
   * empty if no trial reports a range.
   */
  readonly enrolled: readonly EnrolledTrial[];
  /**
   * Lists questions to ask instead, one button each. They are about all patients, because this question already
   * describes the patient.
   */
  readonly offers: readonly { readonly query: string; readonly label: string }[];
  /** States the question of the numbers in short, as in "3+ prior lines, US or EU". */
  readonly asked: string;
  /**
   * Names further filters of the question except earlier therapy, and the lines that labels require, as in "of
   * bispecifics only talquetamab".
   */
  readonly filters: string;
  /** States medians of all patients of these trials, as in "median ages 60–70 years"; empty if none is reported. */
  readonly medians: string;
  /** Lists subgroups by property of the patient; each outcome has a table, response first. */
  readonly reported: readonly ReportedBy[];
}

interface TrialText extends Enrolling {
  /** States ages, prior lines and earlier therapy of the enrolled patients, as reported. */
  readonly text: string;
}

/** Holds the ranges that the parts of a trial report, for a drawing. */
export interface EnrolledTrial extends Readonly<Record<PatientNumber, readonly EnrolledRange[]>> {
  readonly name: string;
  readonly group: TherapyClass;
}

type EnrolledRange = readonly [least: number, most: number];

export interface ReportedBy {
  readonly property: PropertyName;
  readonly tables: readonly ReportedTable[];
}

export function patientsViewOf(
  answer: Answer,
  dataset: Dataset,
  tables: readonly SubgroupTable[],
): PatientsView {
  const { answerVersion, query, selection, patients } = answer;
  const included = new Set(selection.included.map(({ cohort }) => cohort));
  const counted = trialsCounted(answer, dataset.cohorts);
  const countedCohorts = dataset.cohorts.filter(
    ({ id, trial }) => included.has(id) && counted.has(trial),
  );
  const medians = therapyClasses.flatMap((group) => patients[group].medianAge ?? []);
  const questionPatients = patientsOfQuestion(query);
  const noun = studyWordOf(query);
  const brief = questionInBrief(answer);
  const unknown = afterKinds(query, dataset)?.unknown ?? [];
  const ofDrugs = tables.filter(({ study }) => isOfDrugs(study, query, dataset));
  const by = propertyNames.flatMap((property) => {
    const ofProperty = ofDrugs.filter(({ variable }) => variable === property);
    const byOutcome = tablesByOutcome(ofProperty, questionPatients, dataset.cohorts);
    return byOutcome.length === 0 ? [] : [{ property, tables: byOutcome }];
  });
  const cohorts = countedCohorts.length > 0 ? countedCohorts : cohortsAfter(by, dataset.cohorts);
  return {
    answerVersion,
    noun,
    none:
      countedCohorts.length === 0
        ? withSpaces([
            noneText(
              withCommas([brief.asked, brief.after, brief.filters]),
              unknown.length === 0 && by.some(isOfEarlierTherapy),
            ),
            laterLabels(query, dataset),
          ])
        : "",
    offers: questionsInstead(query, dataset).map((instead) => ({
      query: instead.query,
      label: insteadText(instead),
    })),
    asked: brief.asked,
    filters: withCommas([brief.filters, labelsInBrief(answer)]),
    linesUnknown: `Lines not known: asked as ${linesOfQuestion(query.lines)}.`,
    unlabelled: unlabelledSentence(answer),
    trials: cohorts.map(({ id, label, trial, therapyClass, ...cohort }) => ({
      cohort: id,
      label,
      trial,
      therapyClass,
      ageRange: cohort.ageRange,
      priorLinesRange: cohort.priorLinesRange,
      text: enrolmentText(cohort),
    })),
    enrolled: enrolledTrials(cohorts),
    medians:
      medians.length === 0
        ? ""
        : `median ages ${rangeText({
            min: Math.min(...medians.map(({ lowest }) => lowest)),
            max: Math.max(...medians.map(({ highest }) => highest)),
          })} years`,
    refractory: refractoryText(refractoryRequiredIn(cohorts, "lenalidomide", query, dataset)),
    earlier: {
      none: earlierText([], earlierFitOf([], countedCohorts), noun, []),
      had:
        questionPatients.earlier === null
          ? ""
          : earlierText(
              questionPatients.earlier,
              earlierFitOf(questionPatients.earlier, countedCohorts),
              noun,
              unknown,
            ),
      unknown: query.priorBcma.includes("any") ? "" : earlierUnknown(questionPatients.earlier),
    },
    reported: by,
  };
}

/** @param question The question in short, such as "3+ prior lines, EU, after a bispecific". */
function noneText(question: string, isReported: boolean): string {
  return `No trial is counted for ${question}.${isReported ? " Single results stand below." : ""}`;
}

/**
 * Returns text such as "Label of talquetamab: US only from 4 lines, EU only from 3 lines." for drugs that a question
 * names; empty if each is labelled for the question.
 */
function laterLabels(query: Answer["query"], dataset: Dataset): string {
  const regimens = query.product
    .map((product) => ({ product, partners: [] }))
    .map((regimen) => ({
      ...regimen,
      labels: labelsIn(regimen, chosenRegions(query), query, dataset),
    }))
    .filter(({ labels }) => labels.some(({ status }) => status !== "labelled"));
  return regimens.length === 0 ? "" : `Label of ${leftOutText(regimens, new Set())}`;
}

/**
 * Tells whether a study is of the targets and drugs of a question. If the question names no drug of a class, every
 * study of that class is.
 */
function isOfDrugs(
  { therapyClass, products }: SubgroupTable["study"],
  { product, target, therapyClass: chosenClass }: Answer["query"],
  dataset: Pick<Dataset, "products">,
): boolean {
  if (chosenClass !== "both" && chosenClass !== therapyClass) return false;
  const isOfTarget = ({ slug, targets }: Dataset["products"][number]) =>
    !products.includes(slug) || targets.some((antigen) => target.includes(antigen));
  if (!target.includes("any") && !dataset.products.every(isOfTarget)) return false;
  const chosenSlugs = product.filter((slug) => classesOf([slug]).includes(therapyClass));
  return (
    chosenSlugs.length === 0 ||
    (products.length > 0 && products.every((slug) => chosenSlugs.includes(slug)))
  );
}

const isOfEarlierTherapy = ({ property }: ReportedBy) => property === "prior-bcma";

/** Returns the cohorts of trials that report patients after earlier therapy separately. */
function cohortsAfter(
  by: readonly ReportedBy[],
  cohorts: readonly ComputeCohort[],
): ComputeCohort[] {
  const levels = by
    .filter(isOfEarlierTherapy)
    .flatMap(({ tables }) => tables.flatMap((table) => table.levels));
  const reporting = new Set(levels.map(({ cohort }) => cohort));
  return cohorts.filter(({ id, evidence }) => evidence === "trial" && reporting.has(id));
}

function trialsCounted({ outcomes }: Answer, cohorts: readonly ComputeCohort[]): Set<string> {
  const counted = new Set(
    outcomes.flatMap((row) =>
      therapyClasses.flatMap((group) => trialsOfClass(row, group).map(({ cohort }) => cohort)),
    ),
  );
  return new Set(cohorts.filter(({ id }) => counted.has(id)).map(({ trial }) => trial));
}

export function enrolledTrials(
  cohorts: readonly Pick<
    ComputeCohort,
    "trial" | "label" | "therapyClass" | "ageRange" | "priorLinesRange"
  >[],
): EnrolledTrial[] {
  const trials = byTrial(cohorts).flatMap((parts) => {
    const [first] = parts;
    if (!first) return [];
    return {
      name: removePartOfTrial(first.label),
      group: first.therapyClass,
      age: joinedRanges(parts.flatMap(({ ageRange }) => (ageRange ? [ageRange] : []))),
      priorLines: joinedRanges(
        parts.flatMap(({ priorLinesRange }) => (priorLinesRange ? [priorLinesRange] : [])),
      ),
    };
  });
  const rank = ({ group, age }: EnrolledTrial) =>
    2 * therapyClasses.indexOf(group) + (age.length > 0 ? 0 : 1);
  const isReported = trials.some(({ age, priorLines }) => age.length + priorLines.length > 0);
  return isReported ? trials.sort((a, b) => rank(a) - rank(b)) : [];
}

/** Merges ranges of whole numbers that overlap or adjoin. */
function joinedRanges(ranges: readonly EnrolledRange[]): EnrolledRange[] {
  const joined: [number, number][] = [];
  for (const [least, most] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && least <= last[1] + 1) last[1] = Math.max(last[1], most);
    else joined.push([least, most]);
  }
  return joined;
}
