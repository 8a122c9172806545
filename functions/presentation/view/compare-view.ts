/**
 * The text and positions that the Compare view shows. They are made from a full answer: on the
 * server for `/embed`, and in the widget after every change of a filter. So both show the same
 * digits. The result is small enough to be embedded in the page.
 */

import type {
  Comparison,
  OutcomeComparison,
  Pool,
  Relaxation,
  Remark,
} from "#core/comparison/answer.ts";
import { knownFollowUp } from "#core/comparison/certainty-rules.ts";
import { isSilent } from "#core/comparison/reported.ts";
import { isKept } from "#core/comparison/verdict.ts";
import { groups } from "#core/evidence/classes.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Numberless, ScreenWords } from "../words/catalogue.ts";
import { type DifferenceWords, differenceWords } from "../words/rates.ts";
import { axisOf } from "./axis.ts";
import { type Chip, chipValues } from "./chips.ts";
import type { FirstRow } from "./first-row.ts";
import {
  type Headline,
  headlineOf,
  nounOf,
  type StatedCertainty,
  statedCertainty,
  toldIn,
  withFirst,
} from "./headline.ts";
import { lostText } from "./lost-check.ts";
import { leadOf } from "./remark-order.ts";
import { askedOf } from "./scope.ts";
import { excludesZero, type ShownDifference, shownDifference, shownOf } from "./shown-numbers.ts";
import { namedIn, sideOf } from "./side.ts";
import { keepsApart } from "./why-no-number.ts";

export interface CompareView {
  canonical: string;
  /** As in the data, `2026-11-20`: a text in the reader's words cannot be counted with. */
  dataDate: string;
  dataVersion: string;
  answerVersion: string;
  headline: Headline;
  /** The products behind the numbers of the headline, by class, and the label of the outcome. */
  products: Record<TherapyClass | "label", string>;
  /** The certainty below the headline. Rows show their own only if it differs. */
  stated: StatedCertainty | null;
  chips: readonly Chip[];
  /** The evidence that was asked for, without the region, which can be changed beside it. */
  asked: string;
  region: string;
  /** Which pooled products only one region has approved; empty if the question names a region. */
  oneRegion: string;
  /** Canonical query with every filter at its default. */
  reset: string;
  rows: readonly RowView[];
  cohorts: Record<TherapyClass, number>;
  relax: readonly Relaxation[];
  /** Whether it is drawn with a part that is loaded later: ways out, a grid, rows without numbers. */
  later?: boolean;
  cautions: readonly string[];
  /** States what nobody has reviewed yet; empty after a clinician's review. */
  review: string;
}

/**
 * Whether more of the outcome is better or worse. `access` is whether patients were treated at all,
 * which is not an effect of the treatment.
 */
export type SectionName = "benefit" | "harm" | "access";

export interface RowView {
  outcome: string;
  label: string;
  detail: string | null;
  /** Completes the difference for screen readers: "responded". */
  phrase: string;
  section: SectionName;
  sides: Record<TherapyClass, Side>;
  /**
   * `null` if there is no contrast. `sure`: the whole interval has the same direction, in every check,
   * too. `withWhat`: "with CAR-T", or with its only product. `note`:
   * "(rounded)" if the rates do not subtract to it, and what is subtracted, if not two pools.
   */
  difference: (DifferenceWords & { sure: boolean; withWhat: string; note: string }) | null;
  /** The upper end of the axis, in patients of 100. */
  axis: 20 | 100;
  followUp: string | null;
  certainty: string | null;
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

export interface Side {
  /**
   * Stands for the class in this row: the product of all its cohorts, or those of a class too small a
   * part of which is pooled.
   */
  product: string | null;
  /** `92`, `<1`; `null` when there is no pool. */
  rate: string | null;
  range: string | null;
  /** "7 trials · 415", and the other kind of regimen with its own rate; without a number, the medians if there are any. */
  evidence: string;
  /** "median months, as printed: ide-cel 8.8 in KarMMa · …", for survival at a month. */
  medians?: string | undefined;
  /** "other trials than at 12 months": not to be read together with the row above. */
  chain?: string | undefined;
  /** Whether there are too few cohorts to estimate the spread between them. */
  thin: boolean;
  /** Lower end, estimate and upper end in patients of 100, for the chart; `null` for a rate. */
  at: readonly [number, number, number] | null;
}

export function compareView(comparison: Comparison, strings: ScreenWords): CompareView {
  const { outcomes, selection, query } = comparison;
  const stated = statedCertainty(outcomes);
  const rows = outcomes.map((row) =>
    rowView(row, { strings, query, selected: selection.cohorts, stated }),
  );
  const told = toldIn(outcomes);
  const { patient } = comparison;
  return {
    canonical: comparison.canonical,
    dataDate: comparison.dataDate,
    dataVersion: comparison.dataVersion,
    answerVersion: comparison.answerVersion,
    headline:
      patient?.held === null
        ? { efficacy: [patient.text], harm: null, doubt: "" }
        : headlineOf(comparison, strings),
    products: {
      label: told.label,
      "car-t": strings.products(told["car-t"]),
      bsab: strings.products(told.bsab),
    },
    stated,
    asked: patient?.held === null ? "" : `${askedOf(comparison, strings).join(" · ")}.`,
    region: strings.scope.where(query.availability),
    oneRegion: comparison.cautions
      .filter(isOfRegion)
      .map(({ text }) => text)
      .join(" "),
    reset: selection.reset,
    chips: chipValues(comparison, strings),
    rows,
    cohorts: selection.cohorts,
    relax: selection.relax,
    // Cheaper than `hasGrid`, which the first view does not need: some of these have no grid.
    later:
      selection.relax.length > 0 ||
      rows.some(({ numberless }) => numberless) ||
      outcomes.filter(({ outcome }) => /^(pfs|os|dor)-/.test(outcome)).length > 2,
    cautions: comparison.cautions.filter((one) => !isOfRegion(one)).map(({ text }) => text),
    review: comparison.review.status === "reviewed" ? "" : strings.footer.notReviewed,
  };
}

/**
 * A single row, while the certainty of the previous answer (`stated`) is still shown below the
 * headline.
 */
export function firstRowView(
  { row, query, cohorts }: FirstRow,
  stated: StatedCertainty | null,
  strings: ScreenWords,
): RowView {
  return rowView(row, { strings, query, selected: cohorts, stated });
}

/** This caution stands beside the region that was asked for. */
function isOfRegion({ code }: Remark): boolean {
  return code === "one-region";
}

interface RowContext {
  strings: ScreenWords;
  query: Comparison["query"];
  selected: Record<TherapyClass, number>;
  stated: StatedCertainty | null;
}

function rowView(row: OutcomeComparison, context: RowContext): RowView {
  const { strings, stated } = context;
  const { "car-t": carT, bsab } = row.pools;
  const shown = shownDifference(row);
  const lead = leadOf(row);
  const axis = axisOf(row);
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
  const anyNumber = beneath !== "" || groups.some((group) => sides[group].evidence !== "");
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
    axis,
    followUp: row.timeDependent ? followUpText(carT, bsab, strings) : null,
    certainty: level === stated || level === "not-rated" ? null : strings.certainty[level],
    caution: lead && strings.caution(lead.label, lead.others),
    missing: missingSentence(row, context),
    beneath,
    numberless: anyNumber ? undefined : isSilentRow(row) ? "silent" : "unpooled",
  };
}

/**
 * Outcomes that apply to one class only, such as the infusion of cells, are about access to the
 * treatment.
 */
function sectionOf({ direction, appliesTo }: OutcomeComparison): SectionName {
  if (direction === "harm") return "harm";
  return appliesTo.length < groups.length ? "access" : "benefit";
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

/** Why a class has no pool in a row. */
export function missingText(
  group: TherapyClass,
  row: OutcomeComparison,
  { strings, query, selected }: Pick<RowContext, "strings" | "query" | "selected">,
): string {
  const noun = nounOf(query);
  if (!row.appliesTo.includes(group)) return row.notFor ?? "";
  if (selected[group] === 0) return strings.noneSelected(strings.classAdjective[group], noun);
  // The other kind of regimen has its number beneath.
  if (row.pools[group].beside) return strings.noneOfRegimen;
  const text = isSilent(row.pools[group]) ? strings.notReported : strings.notPoolable;
  return text(strings.classPlural[group], noun, selected[group]);
}

function missingSentence(row: OutcomeComparison, context: RowContext): string {
  const { strings, selected } = context;
  // If a class has no cohorts at all, the notice above the rows says so.
  const missing = groups.filter(
    (group) =>
      shownOf(row, group) === null && !(row.appliesTo.includes(group) && selected[group] === 0),
  );
  const apart = groups.flatMap((group) => {
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
  return groups.every((group) => isSilent(pools[group]));
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
