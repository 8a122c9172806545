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
import { isOfFew } from "#core/evidence/small-trials.ts";
import type { SubgroupLevel, SubgroupTable } from "#core/others/subgroups.ts";
import {
  belongingOf,
  complementOf,
  isRange,
  type NotCountedReason,
} from "#core/others/subgroups-of-patient.ts";
import { type PatientsOfQuestion, patientsOfQuestion } from "#core/question/earlier-kinds.ts";
import { type PatientNumber, type PropertyName, propertyNames } from "#core/question/patient.ts";
import type { Range } from "#core/question/range.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { trialsOfClass } from "../row/figures.ts";
import { patientsText } from "../row/subgroups.ts";
import { sayReason } from "../words/codes.ts";
import { figureTexts } from "../words/figures-in-print.ts";
import { leftOutText } from "../words/labels.ts";
import { plain } from "../words/numbers.ts";
import { outcomeLabel } from "../words/outcome-names.ts";
import { classesOf } from "../words/parameter-texts.ts";
import type { OfQuestion } from "../words/patient.ts";
import {
  earlierUnknown,
  insteadText,
  linesOfQuestion,
  notCountedTexts,
} from "../words/patient-codes.ts";
import { productNames } from "../words/product-name.ts";
import { rangeText } from "../words/range-text.ts";
import { withCommas, withSpaces } from "../words/sentences.ts";
import { studyWordOf } from "../words/study-word.ts";
import { earlierText, enrolmentText, refractoryText } from "../words/subgroups.ts";
import { labelsInBrief } from "./doubt-box.ts";
import { questionInBrief } from "./question-view.ts";
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

export interface ReportedTable {
  /** Names the outcome, as in "Response", "Progression-free, median months". */
  readonly name: string;
  readonly levels: readonly ReportedLevel[];
}

/** Holds a level of a subgroup whose patients match the question, or may match it. */
export interface ReportedLevel {
  readonly group: TherapyClass;
  /** Names the record of the same patients by its id; `null` if there is none. */
  readonly cohort: string | null;
  /** Names the drugs, or the study if it does not separate them. */
  readonly name: string;
  /**
   * Names the level with what is particular about its figure, and why it is listed but not counted, as in "≥ 75,
   * practice".
   */
  readonly text: string;
  /** Holds the bounds of a group by age or number of lines; absent for other groups. */
  readonly of?: Range;
  /** True if the level is listed but not counted as one of such patients. */
  readonly isUncounted?: true;
  /** The position on the axis is 0 to 100; absent for months. */
  readonly at?: number;
  readonly rate: LevelText;
  /**
   * States the level in counts, for a list in which a level has `few` patients, because a count next to a rate is
   * misread.
   */
  readonly count: LevelText;
  /** True if the level or its complement has fewer than 30 patients. */
  readonly few?: true;
  /** Links to the source; `null` if the source has no address. */
  readonly href: string | null;
}

export interface LevelText {
  /**
   * The number is text such as "71"; in counts "12 of 20", or "71 %" without a count; empty if no number is reported.
   */
  readonly number: string;
  /** Lists the other groups of the same study, outcome and analysis if their text is short, as in "< 75: 53". */
  readonly under: string;
  /** States the size of the group and further results, as in "31 patients, others no prior BCMA therapy: 61.5". */
  readonly about: string;
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
      name: nameOfTrial(first.label),
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

/** Returns the label of a trial without its part, arm or dose, because one line holds all parts. */
function nameOfTrial(label: string): string {
  return label.replace(/(,| \(| cohort\b| \d+ mg\b).*$/, "");
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

/** Makes two tables of an outcome if it has both medians and percentages. */
function tablesByOutcome(
  tables: readonly SubgroupTable[],
  questionPatients: PatientsOfQuestion,
  cohorts: readonly ComputeCohort[],
): ReportedTable[] {
  const byName = new Map<string, ReportedLevel[]>();
  for (const table of [...tables].sort((a, b) => rankOf(a) - rankOf(b))) {
    for (const level of table.levels) {
      const belonging = belongingOf(level, table.study.enrolled, table.variable, questionPatients);
      if (belonging.is !== "such" && belonging.is !== "not-counted") continue;
      const because = belonging.is === "not-counted" ? belonging.because : null;
      const label = outcomeLabel(table.outcome);
      const name = level.medianMonths === null ? label : `${label}, median months`;
      const whole = cohorts.find(({ id }) => id === table.study.cohort) ?? null;
      const line = levelOf(table, level, because, whole);
      byName.set(name, [...(byName.get(name) ?? []), line]);
    }
  }
  return [...byName].map(([name, levels]) => ({ name, levels }));
}

/** Words the design of a study; `null` for a trial, which needs no word. */
const designs = { trial: null, "real-world": "practice", unknown: "design not reported" };

function levelOf(
  { study, definition, variable, levels }: SubgroupTable,
  level: SubgroupLevel,
  because: NotCountedReason | null,
  whole: Pick<ComputeCohort, "label" | "n"> | null,
): ReportedLevel {
  const { therapyClass, products, label, evidence, cohort } = study;
  const { medianMonths, percentPrinted, source, patients } = level;
  const isAlike = (candidate: SubgroupLevel) =>
    (candidate.medianMonths === null) === (medianMonths === null);
  const complement = complementOf(level, levels.filter(isAlike));
  const textBy = (figureIn: (part: SubgroupLevel) => string) => {
    const complementText = complement
      .map((part) => [nameOf(variable, part), figureIn(part)])
      .filter(([, value]) => value !== "")
      .map((parts) => parts.join(": "))
      .join(", ");
    const number = figureIn(level);
    const isShort = short.test(complementText);
    return {
      number,
      under: isShort ? complementText : "",
      about: withCommas([
        number !== countIn(level) && patientsText(level.n),
        complementText !== "" && !isShort && `others ${complementText}`,
      ]),
    };
  };
  return {
    group: therapyClass,
    cohort,
    name: products.length > 0 ? productNames(products) : label,
    text: withCommas([
      nameOf(variable, level),
      variable === "prior-bcma" && separateReportText(level, whole),
      designs[evidence ?? "unknown"],
      definition,
      // A source with an address is a link instead.
      source?.href === null && cohort === null && source.citation,
      because && sayReason(because, notCountedTexts),
    ]),
    ...(isRange(patients) && { of: patients }),
    ...(because && { isUncounted: true }),
    ...(medianMonths === null && percentPrinted !== null && { at: percentPrinted }),
    rate: textBy(rateIn),
    count: textBy(countElsePercent),
    ...([level, ...complement].some(isRateOfFew) && { few: true as const }),
    href: source?.href ?? null,
  };
}

/**
 * Relates the number of a subgroup to the whole cohort, because the trial reported the subgroup elsewhere, often at
 * another cut. It is empty if there is no larger cohort.
 */
function separateReportText(
  { n }: SubgroupLevel,
  whole: Pick<ComputeCohort, "label" | "n"> | null,
): string {
  if (whole === null || whole.n === null || n === null || n >= whole.n) return "";
  return `reported apart from the ${whole.n} of ${whole.label}`;
}

/**
 * Returns the name of a level. A level of earlier therapy is only yes or no, so the wording of the study names the
 * therapy.
 */
function nameOf(
  variable: SubgroupTable["variable"],
  { level, wording, patients }: SubgroupLevel,
): string {
  if (variable !== "prior-bcma") return level;
  return patients === false ? `no ${wording}` : wording;
}

/** Matches groups whose text is short enough to stand below a number. */
const short = /^[<≤≥].{1,8}$/;

function isRateOfFew(level: SubgroupLevel): boolean {
  return level.medianMonths === null && isOfFew(level);
}

function countIn({ events, n }: SubgroupLevel): string {
  return events === null || n === null ? "" : figureTexts.counted(events, n);
}

function countElsePercent(level: SubgroupLevel): string {
  const { medianMonths, percentPrinted } = level;
  if (medianMonths !== null || percentPrinted === null) return rateIn(level);
  return countIn(level) || figureTexts.percent(percentPrinted);
}

function rateIn({ medianMonths, percentPrinted }: SubgroupLevel): string {
  const value = medianMonths ?? percentPrinted;
  return value === null ? "" : plain(value);
}

const rankOf = ({ outcome, study }: SubgroupTable) =>
  (outcome === "orr" ? 0 : 2) + therapyClasses.indexOf(study.therapyClass);
