/** One row of an answer: both classes, their difference, its notes. */
import type { Comparison, OutcomeComparison, Pool } from "#core/comparison/answer.ts";
import { knownFollowUp } from "#core/comparison/certainty-rules.ts";
import { isKept } from "#core/comparison/verdict.ts";
import type { Query } from "#core/question/query.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { Numberless, ScreenWords } from "../words/catalogue.ts";
import { type DifferenceWords, differenceWords } from "../words/rates.ts";
import { axisOf } from "./axis.ts";
import { nounOf, type StatedCertainty, withFirst } from "./headline.ts";
import { lostText } from "./lost-check.ts";
import { keepsApart, whyMissing } from "./missing.ts";
import { leadOf } from "./notes.ts";
import { isSilent } from "./reported.ts";
import { excludesZero, type ShownDifference, shownDifference, shownOf } from "./shown-numbers.ts";
import { namedIn, type SideStatement, sideOf } from "./side.ts";

/** One row of an answer, shown while the other rows are still being computed. */
export interface FirstRow {
  row: OutcomeComparison;
  query: Query;
  /** Number of selected cohorts of each class. */
  cohorts: Record<TherapyClass, number>;
}

/**
 * Whether more of the outcome is better or worse. `access` is whether patients were treated at all,
 * which is not an effect of the treatment.
 */
export type SectionName = "benefit" | "harm" | "access";

export interface RowStatement {
  outcome: string;
  label: string;
  detail: string | null;
  /** Completes the difference for screen readers: "responded". */
  phrase: string;
  section: SectionName;
  sides: Record<TherapyClass, SideStatement>;
  /**
   * `null` if there is no contrast. `sure`: the whole interval has the same direction, in every check,
   * too. `withWhat`: "with CAR-T", or with its only product. `note`:
   * "(rounded)" if the rates do not subtract to it, and what is subtracted, if not two pools.
   */
  difference: (DifferenceWords & { sure: boolean; withWhat: string; note: string }) | null;
  /** The upper end of the axis, in patients of 100. */
  axis: 20 | 100;
  followUp: string | null;
  /** In words. */
  certainty: string;
  /** Set if it is rated, and another one than that below the headline: then the row says it. */
  ownCertainty?: true | undefined;
  /**
   * The caution or reason for doubt that could change the reading most, and the number of the others,
   * which the opened row explains: "only eque-cel +8".
   */
  caution: string | null;
  /** Why there is no difference. Empty if a notice above the rows says it for all of them. */
  missing: string;
  /**
   * The check in which the difference loses its direction, and what was published, where a class has no number
   * here or the directions differ; empty if neither is to be said.
   */
  beneath: string;
  /** Rows without any number are named in one line at the end. */
  numberless?: Numberless | undefined;
}

/** What a row is read with. */
export interface RowContext {
  strings: ScreenWords;
  query: Comparison["query"];
  selected: Record<TherapyClass, number>;
  stated: StatedCertainty | null;
}

export function rowStatement(row: OutcomeComparison, context: RowContext): RowStatement {
  const { strings, stated } = context;
  const { "car-t": carT, bsab } = row.pools;
  const shown = shownDifference(row);
  const lead = leadOf(row);
  const { level } = row.certainty;
  const [contrast] = row.contrasts;
  const isOneSided = excludesZero(shown?.interval);
  const lost = contrast && isOneSided ? lostText(contrast, strings) : "";
  const sides = {
    "car-t": sideOf("car-t", row, context),
    bsab: sideOf("bsab", row, context),
  };
  const beneath = [lost, row.published?.line].filter(Boolean).join(" · ");
  // Medians and published pools are numbers, too.
  const anyNumber = beneath !== "" || therapyClasses.some((group) => sides[group].evidence !== "");
  return {
    outcome: row.outcome,
    label: row.label,
    detail: row.detail,
    phrase: row.phrase,
    section: sectionOf(row),
    sides,
    difference: shown && {
      ...differenceWords(shown.difference, shown.interval, strings),
      withWhat: withFirst(carT, strings),
      note: noteOn(shown, row, context),
      sure: isOneSided && contrast !== undefined && isKept(contrast),
    },
    axis: axisOf(row),
    followUp: row.timeDependent ? followUpText(carT, bsab, strings) : null,
    certainty: strings.certainty[level],
    ownCertainty: level === stated || level === "not-rated" ? undefined : true,
    caution: lead && strings.caution(lead.label, lead.others),
    missing: missingSentence(row, context),
    beneath,
    numberless: anyNumber ? undefined : isSilentRow(row) ? "silent" : "unpooled",
  };
}

/**
 * A single row, while the certainty of the previous answer (`stated`) is still shown below the
 * headline.
 */
export function firstRowStatement(
  { row, query, cohorts }: FirstRow,
  stated: StatedCertainty | null,
  strings: ScreenWords,
): RowStatement {
  return rowStatement(row, { strings, query, selected: cohorts, stated });
}

/**
 * Outcomes that apply to one class only, such as the infusion of cells, are about access to the
 * treatment.
 */
function sectionOf({ direction, appliesTo }: OutcomeComparison): SectionName {
  if (direction === "harm") return "harm";
  return appliesTo.length < therapyClasses.length ? "access" : "benefit";
}

function noteOn(
  { between, rounded }: ShownDifference,
  { pools }: OutcomeComparison,
  { strings }: RowContext,
): string {
  const single = strings.classAdjective[pools.bsab.observed ? "bsab" : "car-t"];
  const notes = [strings.between[between](single), rounded && strings.rounded].filter(Boolean);
  return notes.length > 0 ? `(${notes.join(", ")})` : "";
}

/** Why a class has no number in a row, in words. */
export function missingText(
  group: TherapyClass,
  row: OutcomeComparison,
  context: Pick<RowContext, "strings" | "query" | "selected">,
): string {
  const { strings, query, selected } = context;
  const noun = nounOf(query);
  const why = whyMissing(group, row, context);
  if (why === "not-for") return row.notFor ?? "";
  if (why === "other-regimen") return strings.noneOfRegimen;
  if (why === "none-selected" || why === "not-asked") {
    return strings.noneSelected(strings.classAdjective[group], noun);
  }
  const text = why === "silent" ? strings.notReported : strings.notPoolable;
  return text(strings.classPlural[group], noun, selected[group]);
}

function missingSentence(row: OutcomeComparison, context: RowContext): string {
  const { strings, selected } = context;
  // If a class has no cohorts at all, the notice above the rows says so.
  const missing = therapyClasses.filter(
    (group) =>
      shownOf(row, group) === null && !(row.appliesTo.includes(group) && selected[group] === 0),
  );
  const apart = therapyClasses.flatMap((group) => {
    const pool = row.pools[group];
    const { share } = pool;
    return pool.k > 0 && pool.representative === false && share !== null
      ? { group, name: strings.classShort[group], products: namedIn(pool, strings), share }
      : [];
  });
  const why = row.cautions.find(keepsApart);
  if (apart.length === 0 && missing.length > 1 && row.appliesTo.length > 1) {
    return isSilentRow(row) ? strings.nothingReported : strings.nothingToPool;
  }
  const others = missing.filter((group) => apart.every((one) => one.group !== group));
  return [
    why ? why.label : apart.length > 0 && strings.notRepresentative(apart),
    ...others.map((group) => missingText(group, row, context)),
  ]
    .filter(Boolean)
    .join("; ");
}

function isSilentRow({ pools }: OutcomeComparison): boolean {
  return therapyClasses.every((group) => isSilent(pools[group]));
}

function followUpText(
  carT: Pool,
  bsab: Pool,
  { months, followUpUnknown, numbers }: ScreenWords,
): string | null {
  if (carT.k === 0 || bsab.k === 0) return null;
  const text = (pool: Pool) => {
    const known = knownFollowUp(pool);
    return known === null ? followUpUnknown : numbers.fixed(Math.round(known));
  };
  return months(text(carT), text(bsab));
}
