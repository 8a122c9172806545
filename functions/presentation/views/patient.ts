/**
 * Collects data for a clinician with one patient: what is labelled, what single studies report of groups of patients,
 * and whom each trial of a question enrolled. The data are the same for every patient. Only the device knows the
 * patient, and it selects what applies.
 */

import type { Answer } from "#core/answer/answer.ts";
import { listAlternativesToAfterTherapy } from "#core/answer/other-questions.ts";
import { divideTrialsByAskedTherapyKinds } from "#core/evidence/after-kinds.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import { summariseEarlierTherapyFit } from "#core/evidence/earlier-fit.ts";
import { findEnrolledElseAdmittedLineRange } from "#core/evidence/earlier-therapy.ts";
import { type Enrolling, groupByTrial } from "#core/evidence/eligibility.ts";
import { gatherLabelledRegimens, type LabelledRegimen } from "#core/evidence/labelled-regimens.ts";
import {
  isProductApprovedInRegion,
  listChosenElseAllRegions,
  listChosenRegions,
} from "#core/evidence/regimen-labels.ts";
import { nameTrial } from "#core/evidence/trials.ts";
import type { SubgroupTable } from "#core/others/subgroups.ts";
import { type PatientsOfQuestion, readPatientsOfQuestion } from "#core/question/earlier-kinds.ts";
import { type PatientNumber, type PropertyName, propertyNames } from "#core/question/patient.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { listPooledStudiesOfClass } from "../row/figures.ts";
import { nameWholeTrial } from "../row/names.ts";
import { findPooledStudyOfCohort } from "../row/trial-lines.ts";
import {
  afterLines,
  joinRegionsByOr,
  nameRefractoryAndPriorDrugs,
  nameRegimen,
} from "../words/labels.ts";
import { chooseStudyWord, type StudyWord } from "../words/names.ts";
import { describeRange } from "../words/numbers.ts";
import { listClassesOfProducts } from "../words/parameter-words.ts";
import {
  describeAgeOrLineBounds,
  describeAlternativeQuestion,
  describeAskedLines,
  describeAssumedEarlierTherapy,
} from "../words/patient-codes.ts";
import type { LabelView } from "../words/patient-labels.ts";
import { nameProduct } from "../words/product-name.ts";
import { shortenRegion } from "../words/properties.ts";
import { formatCountWithNoun, joinByCommas } from "../words/sentences.ts";
import {
  describeEnrolledPatients,
  describeEnrolmentByEarlierTherapy,
  describeTrialsRequiringLenalidomideRefractory,
} from "../words/subgroups.ts";
import { veryLowCertainty } from "./answer-texts.ts";
import { makeBriefQuestionTexts } from "./question-view.ts";
import { makeReportedTablesByOutcome, type ReportedTable } from "./reported-groups.ts";

export interface PatientsView {
  readonly answerVersion: string;
  readonly noun: StudyWord;
  /** States that no trial is counted; empty if there are trials. */
  readonly none: string;
  /** Lists the classes of drugs that the question asks about. */
  readonly classes: readonly TherapyClass[];
  /** Lists the regimens that are labelled in the regions of the question. */
  readonly labels: readonly LabelView[];
  /** Names the regions, as in "US or EU". */
  readonly regions: string;
  /** States the lines of the question, as in " after 3 or more lines", and their least number; `null` for any. */
  readonly afterLines: string;
  readonly leastLines: number | null;
  /** States what the question assumes of a patient of whom it is not known; empty where it assumes nothing. */
  readonly assumed: { readonly lines: string; readonly earlier: string };
  /** Lists groups by property of the patient; each outcome has a table, response first. */
  readonly reported: readonly ReportedBy[];
  /** States how certain the groups are: the first words of the box above them, and its text. */
  readonly certainty: { readonly lead: string; readonly text: string };
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
   * States how many trials enrolled patients without earlier therapy, how many those of the kind that the question asks
   * for, and which trials required disease refractory to lenalidomide; empty where nothing is known.
   */
  readonly enrolment: {
    readonly none: string;
    readonly had: string;
    readonly refractory: string;
  };
  /**
   * Lists questions to ask instead, one button each. They are about all patients, because this question already
   * describes the patient.
   */
  readonly offers: readonly { readonly query: string; readonly label: string }[];
  /** States the question of the numbers in short, as in "3+ prior lines, US or EU". */
  readonly asked: string;
  /** Names further filters of the question except earlier therapy, as in "of bispecifics only talquetamab". */
  readonly filters: string;
  /** States medians of all patients of these trials, as in "median ages 60–70"; empty if none is reported. */
  readonly medians: string;
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

/**
 * Returns what the answer for one patient needs of a question about all patients: whom its trials enrolled, the
 * labels, groups reported by property of the patient, and other questions to ask. It depends on no single patient.
 */
export function makePatientsView(
  answer: Answer,
  dataset: Dataset,
  tables: readonly SubgroupTable[],
): PatientsView {
  const { answerVersion, query, selection, patients } = answer;
  const included = new Set(selection.included.map(({ cohort }) => cohort));
  const counted = gatherCountedTrialIds(answer, dataset.cohorts);
  const countedCohorts = dataset.cohorts.filter(
    ({ id, trial }) => included.has(id) && counted.has(trial),
  );
  const medians = therapyClasses.flatMap((group) => patients[group].medianAge ?? []);
  const questionPatients = readPatientsOfQuestion(query);
  const noun = chooseStudyWord(query);
  const brief = makeBriefQuestionTexts(answer);
  const unknown = divideTrialsByAskedTherapyKinds(query, dataset)?.unknown ?? [];
  const by = listReportedGroupsByProperty(answer, tables, dataset, included);
  const cohorts =
    countedCohorts.length > 0
      ? countedCohorts
      : listCohortsWithGroupsAfterEarlierTherapy(by, dataset.cohorts);
  return {
    answerVersion,
    noun,
    none:
      countedCohorts.length === 0
        ? `No ${noun} is counted for ${joinByCommas([brief.asked, brief.after, brief.filters])}.`
        : "",
    classes: therapyClasses.filter((group) => isClassAsked(group, query)),
    labels: gatherLabelledRegimens(query, dataset).map(makeRegimenLabelView),
    regions: joinRegionsByOr(listChosenElseAllRegions(query)),
    afterLines: afterLines[query.lines],
    leastLines: query.lines === "any" ? null : Number.parseInt(query.lines, 10),
    assumed: {
      lines: describeAskedLines(query.lines),
      earlier: query.priorBcma.includes("any")
        ? ""
        : describeAssumedEarlierTherapy(questionPatients.earlier),
    },
    reported: by,
    certainty: {
      lead: `${veryLowCertainty}:`,
      text: "single studies, not compared; none is an estimate for one patient.",
    },
    trials: cohorts.map(({ id, label, trial, therapyClass, ...cohort }) => ({
      cohort: id,
      label,
      trial,
      therapyClass,
      ageRange: cohort.ageRange,
      priorLinesRange: cohort.priorLinesRange,
      text: describeEnrolledPatients(cohort),
    })),
    enrolled: listEnrolledRangesByTrial(cohorts),
    enrolment: {
      none: describeEnrolmentByEarlierTherapy(
        [],
        summariseEarlierTherapyFit([], countedCohorts),
        noun,
        [],
      ),
      had:
        questionPatients.earlier === null
          ? ""
          : describeEnrolmentByEarlierTherapy(
              questionPatients.earlier,
              summariseEarlierTherapyFit(questionPatients.earlier, countedCohorts),
              noun,
              unknown,
            ),
      refractory: describeTrialsRequiringLenalidomideRefractory(
        cohorts
          .filter(({ refractoryTo }) => refractoryTo.includes("lenalidomide"))
          .map(({ label }) => label),
      ),
    },
    offers: listAlternativesToAfterTherapy(query, dataset).map((instead) => ({
      query: instead.query,
      label: describeAlternativeQuestion(instead),
    })),
    asked: brief.asked,
    filters: brief.filters,
    medians:
      medians.length === 0
        ? ""
        : `median ages ${describeRange({
            min: Math.min(...medians.map(({ lowest }) => lowest)),
            max: Math.max(...medians.map(({ highest }) => highest)),
          })}`,
  };
}

function makeRegimenLabelView(regimen: LabelledRegimen): LabelView {
  const { product, therapyClass, targets, labels, conditions } = regimen;
  return {
    group: therapyClass,
    target: targets[0] ?? "",
    product,
    name: nameProduct(product),
    partners: nameRegimen(regimen).slice(nameProduct(product).length).trim(),
    regions: labels.map(({ region, status, minPriorLines }) => ({
      region: shortenRegion(region),
      from: status === "pending" ? null : minPriorLines,
      isLabelled: status === "labelled",
      onProgression: conditions.some(({ progressionOnLast }) => progressionOnLast.includes(region)),
    })),
    conditions: conditions.map((condition) => ({
      regions: condition.regions.map(shortenRegion),
      ...nameRefractoryAndPriorDrugs(condition),
    })),
  };
}

/** Lists, by property of the patient, the groups of the classes that the question asks about. */
function listReportedGroupsByProperty(
  { query, outcomes }: Answer,
  tables: readonly SubgroupTable[],
  dataset: Dataset,
  counted: ReadonlySet<string>,
): ReportedBy[] {
  const ofPatients = readPatientsOfQuestion(query);
  const ofClass = tables.filter(({ study }) => isClassAsked(study.therapyClass, query));
  return propertyNames.flatMap((property) => {
    const byOutcome = makeReportedTablesByOutcome(
      ofClass.filter(
        ({ study, variable }) =>
          variable === property && !isOfKindHad(study, ofPatients, property, dataset),
      ),
      {
        property,
        patients: ofPatients,
        cohorts: dataset.cohorts,
        counted,
        findCount: (cohort, outcome) => findPooledStudyOfCohort(outcomes, cohort, outcome),
        describeOutside: (study) => describeWhyOutsideQuestion(study, query, dataset),
        describeLines: describePriorLinesOfStudy,
      },
    );
    return byOutcome.length === 0 ? [] : [{ property, tables: byOutcome }];
  });
}

type Study = SubgroupTable["study"];

/**
 * Tells whether a study gave the kind of therapy that the patients had, to others: groups by earlier therapy are of
 * patients who had it, but for GPRC5D-directed therapy, after which no study reports anyone.
 */
function isOfKindHad(
  { therapyClass, products }: Study,
  { earlier }: PatientsOfQuestion,
  property: PropertyName,
  dataset: Pick<Dataset, "products">,
): boolean {
  const isOfGprc5d = dataset.products.some(
    ({ slug, targets }) => products.includes(slug) && targets.includes("gprc5d"),
  );
  const kind = isOfGprc5d ? "gprc5d" : therapyClass === "bsab" ? "bispecific" : therapyClass;
  if (earlier === null || earlier === "some" || !earlier.includes(kind)) return false;
  return isOfGprc5d || property !== "prior-bcma";
}

function describePriorLinesOfStudy({ enrolled }: Study): string {
  const range = findEnrolledElseAdmittedLineRange(enrolled)?.range ?? null;
  if (enrolled.setting === "late") return "after 3 or more lines";
  return `after ${range ? describeAgeOrLineBounds("prior-lines", range) : formatCountWithNoun(1, "early line")}`;
}

function isClassAsked(group: TherapyClass, { therapyClass }: Answer["query"]): boolean {
  return therapyClass === "both" || therapyClass === group;
}

/**
 * Tells why a study is not of the targets, drugs and regions of a question; empty if it is. If the question names no
 * drug of a class, every study of that class is.
 */
function describeWhyOutsideQuestion(
  { therapyClass, products }: Study,
  query: Answer["query"],
  dataset: Pick<Dataset, "products">,
): string {
  const { product, target } = query;
  const isOfTarget = ({ slug, targets }: Dataset["products"][number]) =>
    !products.includes(slug) || targets.some((antigen) => target.includes(antigen));
  if (!target.includes("any") && !dataset.products.every(isOfTarget)) return "another target";
  const chosenSlugs = product.filter((slug) =>
    listClassesOfProducts([slug]).includes(therapyClass),
  );
  const isOfDrugs =
    chosenSlugs.length === 0 ||
    (products.length > 0 && products.every((slug) => chosenSlugs.includes(slug)));
  if (!isOfDrugs) return "not the drug asked for";
  const regions = listChosenRegions(query);
  const isElsewhereOnly = (slug: string) =>
    dataset.products.some(
      (entry) => entry.slug === slug && entry.approvals.some(({ inForce }) => inForce),
    ) && !regions.some((region) => isProductApprovedInRegion(slug, region, dataset));
  return regions.length > 0 && products.length > 0 && products.every(isElsewhereOnly)
    ? `no ${joinRegionsByOr(regions)} label found`
    : "";
}

const isAboutEarlierTherapy = ({ property }: ReportedBy) => property === "prior-bcma";

/** Returns the cohorts of trials that report patients after earlier therapy separately. */
function listCohortsWithGroupsAfterEarlierTherapy(
  by: readonly ReportedBy[],
  cohorts: readonly ComputeCohort[],
): ComputeCohort[] {
  const groups = by
    .filter(isAboutEarlierTherapy)
    .flatMap(({ tables }) => tables.flatMap((table) => table.groups))
    .filter(({ place }) => place !== "outside");
  const reporting = new Set(groups.map(({ cohort }) => cohort));
  return cohorts.filter(({ id, evidence }) => evidence === "trial" && reporting.has(id));
}

function gatherCountedTrialIds(
  { outcomes }: Answer,
  cohorts: readonly ComputeCohort[],
): Set<string> {
  const counted = new Set(
    outcomes.flatMap((row) =>
      therapyClasses.flatMap((group) =>
        listPooledStudiesOfClass(row, group).map(({ cohort }) => cohort),
      ),
    ),
  );
  return new Set(cohorts.filter(({ id }) => counted.has(id)).map(({ trial }) => trial));
}

export function listEnrolledRangesByTrial(
  cohorts: readonly Pick<
    ComputeCohort,
    "trial" | "label" | "therapyClass" | "ageRange" | "priorLinesRange"
  >[],
): EnrolledTrial[] {
  const trials = groupByTrial(cohorts).flatMap((parts) => {
    const [first] = parts;
    if (!first) return [];
    return {
      name: nameWholeTrial(nameTrial(parts)),
      group: first.therapyClass,
      age: mergeOverlappingRanges(parts.flatMap(({ ageRange }) => (ageRange ? [ageRange] : []))),
      priorLines: mergeOverlappingRanges(
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
function mergeOverlappingRanges(ranges: readonly EnrolledRange[]): EnrolledRange[] {
  const joined: [number, number][] = [];
  for (const [least, most] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && least <= last[1] + 1) last[1] = Math.max(last[1], most);
    else joined.push([least, most]);
  }
  return joined;
}
