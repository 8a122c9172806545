/**
 * Lists what single studies report of subgroups, in one table for each outcome: the levels whose patients match a
 * question, or may match it.
 */

import { isOfFew } from "#core/evidence/small-trials.ts";
import type { SubgroupLevel, SubgroupTable } from "#core/others/subgroups.ts";
import {
  belongingOf,
  complementOf,
  isRange,
  type NotCountedReason,
} from "#core/others/subgroups-of-patient.ts";
import type { PatientsOfQuestion } from "#core/question/earlier-kinds.ts";
import type { Range } from "#core/question/range.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { patientsText } from "../row/subgroups.ts";
import { sayReason } from "../words/codes.ts";
import { figureTexts } from "../words/figures-in-print.ts";
import { plain } from "../words/numbers.ts";
import { outcomeLabel } from "../words/outcome-names.ts";
import { notCountedTexts } from "../words/patient-codes.ts";
import { productNames } from "../words/product-name.ts";
import { withCommas } from "../words/sentences.ts";

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

/** Makes two tables of an outcome if it has both medians and percentages. */
export function tablesByOutcome(
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
const designs = { trial: null, "real-world": "practice", unknown: "design not found" };

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
