/**
 * Data for a clinician with one patient: whom each trial of a question enrolled, and what single studies report of
 * subgroups. It is the same for every patient. The device, which alone knows the patient, picks what applies.
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
import { printed } from "../words/figures-in-print.ts";
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
   * Every part of the trials with a figure in the summary, whichever outcomes are shown. Where there is none:
   * of the trials that report such patients separately.
   */
  readonly trials: readonly TrialText[];
  /** Holds the same, a line a trial: CAR-T first, and of a class first those that report ages; empty if no trial reports a range. */
  readonly enrolled: readonly EnrolledTrial[];
  /** Questions to ask instead, a button each. They are about all patients, because this question describes the patient. */
  readonly offers: readonly { readonly query: string; readonly label: string }[];
  /** Holds the question of the numbers, in short: "3+ prior lines, US or EU". */
  readonly asked: string;
  /** Further filters of the question except earlier therapy, and the lines that labels require: "of bispecifics only talquetamab". */
  readonly filters: string;
  /** "median ages 60–70 years", of all patients of these trials; empty where none is reported. */
  readonly medians: string;
  /** Subgroups by property of the patient; each outcome has a table, response first. */
  readonly reported: readonly ReportedBy[];
}

interface TrialText extends Enrolling {
  /** Holds ages, prior lines and earlier therapy of the enrolled patients, as reported. */
  readonly text: string;
}

/** The ranges that the parts of a trial report, for a drawing. */
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
  /** Holds text such as "Response", "Progression-free, median months". */
  readonly name: string;
  readonly levels: readonly ReportedLevel[];
}

/** A level that holds such patients as the question is of, or may hold them. */
export interface ReportedLevel {
  readonly group: TherapyClass;
  /** Our record of the same patients. */
  readonly cohort: string | null;
  /** The drugs, or the study where they are not told apart. */
  readonly name: string;
  /** "≥ 75, practice", what is particular about the figure, and why it is listed, not counted. */
  readonly text: string;
  /** The bounds of a group by age or number of lines; absent for other groups. */
  readonly of?: Range;
  /** The level is listed, not counted as one of such patients. */
  readonly isUncounted?: true;
  /** The place on an axis of 0 to 100; absent for months. */
  readonly at?: number;
  readonly rate: LevelText;
  /** Holds the same in counts, for a list of which a level has `few` patients: a count next to a rate is misread. */
  readonly count: LevelText;
  /** Its patients, or those of its complement, are fewer than 30. */
  readonly few?: true;
  /** The address of the source; `null` if it has none. */
  readonly href: string | null;
}

export interface LevelText {
  /** "71"; in counts "12 of 20", or "71 %" without a count; empty where no number is reported. */
  readonly number: string;
  /** The other groups of the same study, outcome and analysis, if their text is short: "< 75: 53". */
  readonly under: string;
  /** Holds text such as "31 patients, others no prior BCMA therapy: 61.5". */
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

/** @param question "3+ prior lines, EU, after a bispecific" */
function noneText(question: string, isReported: boolean): string {
  return `No trial is counted for ${question}.${isReported ? " Single results stand below." : ""}`;
}

/** "Label of talquetamab: US only from 4 lines, EU only from 3 lines." of drugs that a question names; empty where each is labelled. */
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

/** Tells whether a study is of the targets and drugs of a question. If the question names no drug of a class, every study of that class is. */
function isOfDrugs(
  { therapyClass, products }: SubgroupTable["study"],
  { product, target, therapyClass: chosenClass }: Answer["query"],
  dataset: Pick<Dataset, "products">,
): boolean {
  if (chosenClass !== "both" && chosenClass !== therapyClass) return false;
  const isOfTarget = ({ slug, targets }: Dataset["products"][number]) =>
    !products.includes(slug) || targets.some((antigen) => target.includes(antigen));
  if (!target.includes("any") && !dataset.products.every(isOfTarget)) return false;
  const named = product.filter((slug) => classesOf([slug]).includes(therapyClass));
  return (
    named.length === 0 || (products.length > 0 && products.every((slug) => named.includes(slug)))
  );
}

const isOfEarlierTherapy = ({ property }: ReportedBy) => property === "prior-bcma";

/** The trials that report patients after earlier therapy separately. */
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

/** The label of a trial without its part, arm or dose, because one line holds all parts. */
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

/** Medians and percentages of one outcome are two tables. */
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

/** Holds the design of a study in words; `null` for a trial. */
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
  const textBy = (figureIn: (reported: SubgroupLevel) => string) => {
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
      // It is a link otherwise.
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
 * Connects the number of a subgroup with the whole cohort: the trial reported the subgroup elsewhere, often at another
 * cut. It is empty if there is no larger cohort.
 */
function separateReportText(
  { n }: SubgroupLevel,
  whole: Pick<ComputeCohort, "label" | "n"> | null,
): string {
  if (whole === null || whole.n === null || n === null || n >= whole.n) return "";
  return `reported apart from the ${whole.n} of ${whole.label}`;
}

/** The name of a level. A level of earlier therapy is only yes or no, so the wording of the study names the therapy. */
function nameOf(
  variable: SubgroupTable["variable"],
  { level, wording, patients }: SubgroupLevel,
): string {
  if (variable !== "prior-bcma") return level;
  return patients === false ? `no ${wording}` : wording;
}

/** Matches groups that are short enough to stand beneath a number. */
const short = /^[<≤≥].{1,8}$/;

function isRateOfFew(level: SubgroupLevel): boolean {
  return level.medianMonths === null && isOfFew(level);
}

function countIn({ events, n }: SubgroupLevel): string {
  return events === null || n === null ? "" : printed.counted(events, n);
}

function countElsePercent(level: SubgroupLevel): string {
  const { medianMonths, percentPrinted } = level;
  if (medianMonths !== null || percentPrinted === null) return rateIn(level);
  return countIn(level) || printed.percent(percentPrinted);
}

function rateIn({ medianMonths, percentPrinted }: SubgroupLevel): string {
  const value = medianMonths ?? percentPrinted;
  return value === null ? "" : plain(value);
}

const rankOf = ({ outcome, study }: SubgroupTable) =>
  (outcome === "orr" ? 0 : 2) + therapyClasses.indexOf(study.therapyClass);
