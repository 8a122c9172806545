/**
 * The text and positions that the Compare view shows. They are made from a full answer: on the
 * server for `/embed`, and in the widget after every change of a filter. So both show the same
 * digits. The result is small enough to be embedded in the page.
 */

import type {
  Comparison,
  Interval,
  OutcomeComparison,
  Pool,
  Relaxation,
} from "#core/comparison/answer.ts";
import { knownFollowUp, rules } from "#core/comparison/certainty-rules.ts";
import { isSilent } from "#core/comparison/reported.ts";
import { groups } from "#core/evidence/classes.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Noun, ScreenWords } from "../words/contract/screen.ts";
import { type DifferenceWords, differenceWords, rangeOf100, rateOf100 } from "../words/rates.ts";
import { type Chip, chipValues } from "./chips.ts";
import type { FirstRow } from "./first-row.ts";
import {
  type Headline,
  headlineOf,
  nounOf,
  onlyProduct,
  type StatedCertainty,
  statedCertainty,
  toldIn,
} from "./headline.ts";
import { remarksOf } from "./remarks.ts";
import { type ShownRate, shownDifference, shownRate } from "./shown-numbers.ts";

export interface CompareView {
  canonical: string;
  dataDate: string;
  answerVersion: string;
  headline: Headline;
  /** The products behind the numbers of the headline, by class, and the label of the outcome. */
  products: Record<TherapyClass | "label", string>;
  /** The certainty below the headline. Rows show their own only if it differs. */
  stated: StatedCertainty | null;
  chips: readonly Chip[];
  /** The evidence that was asked for, in one line. */
  scope: string;
  /** Canonical query with every filter at its default. */
  reset: string;
  rows: readonly RowView[];
  cohorts: Record<TherapyClass, number>;
  relax: readonly Relaxation[];
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
   * `null` if there is no contrast. `between`: what is subtracted, if not two pools.
   * `sure`: the whole interval has the same direction.
   */
  difference: (DifferenceWords & { sure: boolean; between: string }) | null;
  /** The upper end of the axis, in patients of 100. */
  axis: 20 | 100;
  followUp: string | null;
  certainty: string | null;
  /** Cautions in a few words, the most important first. */
  tags: readonly string[];
  /** Those tags that change who or what is counted. They are shown on the smallest screens, too. */
  essential: readonly string[];
  /** Number of reasons for doubt that the opened row explains. */
  remarks: number;
  /** Why there is no difference. Empty if a notice above the rows says it for all of them. */
  missing: string;
  /** What was published, where a class has no number here or the directions differ. */
  published: string | null;
}

export interface Side {
  /** `92`, `<1`; `null` when there is no pool. */
  rate: string | null;
  range: string | null;
  /** "7 trials · 415", or why there is no number. */
  evidence: string;
  /** Whether there are too few cohorts to estimate the spread between them. */
  thin: boolean;
  /** Whether the number is the count of the only trial. */
  single: boolean;
  /** The other kind of regimen with its own rate; empty if there is none. */
  beside: string;
  /** Lower end, estimate and upper end in patients of 100, for the chart. */
  at: readonly [number, number, number] | null;
}

/** These cautions are not shown as tags: the number of trials, which is marked, says the same. */
const saidByCount = new Set(["single-cohort", "few-cohorts", "one-class"]);

/**
 * These cautions change who is counted, or say that a rate was estimated from no events or from
 * nothing but events.
 */
const essential = new Set(["combination", "intention-to-treat", "no-events", "all-events"]);

export function compareView(comparison: Comparison, strings: ScreenWords): CompareView {
  const { outcomes, selection, query } = comparison;
  const stated = statedCertainty(outcomes);
  const told = toldIn(outcomes);
  return {
    canonical: comparison.canonical,
    dataDate: strings.date(comparison.dataDate),
    answerVersion: comparison.answerVersion,
    headline: headlineOf(comparison, strings),
    products: {
      label: told.label,
      "car-t": strings.products(told["car-t"]),
      bsab: strings.products(told.bsab),
    },
    stated,
    scope: scopeOf(comparison, strings),
    reset: selection.reset,
    chips: chipValues(comparison, strings),
    rows: outcomes.map((row) =>
      rowView(row, {
        strings,
        noun: nounOf(query),
        selected: selection.cohorts,
        stated,
      }),
    ),
    cohorts: selection.cohorts,
    relax: selection.relax,
    cautions: comparison.cautions.map(({ text }) => text),
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
  return rowView(row, { strings, noun: nounOf(query), selected: cohorts, stated });
}

/** "≥ 3 lines · monotherapy · BCMA · trials · approved" or "As Roex 2020: …" */
export function scopeOf({ query, set }: Comparison, { scope }: ScreenWords): string {
  const { setting, regimen, target, evidence, availability, priorBcma } = query;
  const filters = [
    setting === "any" ? scope.anySetting : scope[setting],
    regimen === "any" ? scope.anyRegimen : scope[regimen],
    target.includes("any") ? scope.anyTarget : target.join(", ").toUpperCase(),
    priorBcma === "selected" && scope.selected,
    scope[evidence],
    availability === "approved"
      ? scope.approved
      : availability === "any"
        ? scope.anyAvailability
        : scope.approvedIn(availability.toUpperCase()),
  ];
  // The filters of a published question need no description.
  const asked =
    set === null
      ? filters
      : set.modified
        ? [scope.likeSet(set.name), ...filters]
        : [scope.asSet(set.name)];
  return asked
    .filter(Boolean)
    .join(" · ")
    .replace(/^./, (first) => first.toUpperCase());
}

interface RowContext {
  strings: ScreenWords;
  noun: Noun;
  selected: Record<TherapyClass, number>;
  stated: StatedCertainty | null;
}

function rowView(row: OutcomeComparison, context: RowContext): RowView {
  const { strings, stated } = context;
  const { "car-t": carT, bsab } = row.pools;
  const shown = shownDifference(row);
  const digits = shown?.digits ?? 0;
  const axis = axisOf(row);
  const { level } = row.certainty;
  return {
    outcome: row.outcome,
    label: row.label,
    detail: row.detail,
    phrase: row.phrase,
    section: sectionOf(row),
    sides: {
      "car-t": side("car-t", row, digits, context),
      bsab: side("bsab", row, digits, context),
    },
    difference: shown && {
      ...differenceWords(shown.difference, shown.interval, shown.digits, strings),
      between: strings.between[shown.between],
      // What two single trials differ by may be chance that the classes do not share.
      sure: excludesZero(shown.interval) && excludesZero(row.contrasts[0]?.differenceInterval),
    },
    axis,
    followUp: row.timeDependent ? followUpText(carT, bsab, strings) : null,
    certainty: level === stated || level === "not-rated" ? null : strings.certainty[level],
    remarks: remarksOf(row).length,
    missing: missingSentence(row, context),
    published: row.published?.line ?? null,
    tags: row.cautions.filter(({ code }) => !saidByCount.has(code)).map(({ label }) => label),
    essential: row.cautions.filter(({ code }) => essential.has(code)).map(({ label }) => label),
  };
}

/** Judged by the printed numbers: "0 to 42 more" does not look certain to a reader. */
function excludesZero(interval: Interval | null | undefined): boolean {
  return interval != null && (Math.round(interval[0]) > 0 || Math.round(interval[1]) < 0);
}

/**
 * Outcomes that apply to one class only, such as the infusion of cells, are about access to the
 * treatment.
 */
function sectionOf({ direction, appliesTo }: OutcomeComparison): SectionName {
  if (direction === "harm") return "harm";
  return appliesTo.length < groups.length ? "access" : "benefit";
}

function side(
  group: TherapyClass,
  row: OutcomeComparison,
  digits: 0 | 1,
  context: RowContext,
): Side {
  const { strings } = context;
  const pool = row.pools[group];
  const shown = shownRate(pool);
  if (shown === null) {
    return {
      rate: null,
      range: null,
      evidence: missingText(group, row, context),
      thin: false,
      single: false,
      beside: "",
      at: null,
    };
  }
  return {
    rate: rateOf100(shown.estimate, digits, strings.numbers),
    range: rangeOf100(shown.interval, strings.numbers),
    evidence: evidenceText(pool, context),
    thin: pool.k < rules.minimumCohorts,
    single: pool.observed !== null,
    beside: besideText(pool, context),
    at: positions(shown),
  };
}

/** "7 trials · 415", or "94 of 97 in one trial". */
function evidenceText(pool: Pool, { strings, noun }: RowContext): string {
  const { events, n } = pool.observed ?? { events: null, n: null };
  return events === null || n === null
    ? strings.evidence(noun, pool.k, pool.n, onlyProduct(pool))
    : strings.oneTrial(noun, events, n, onlyProduct(pool));
}

/** The other kind of regimen with its own rate; empty if there is none. */
function besideText({ beside }: Pool, { strings, noun }: RowContext): string {
  const shown = beside && shownRate(beside);
  if (!beside || !shown) return "";
  return strings.beside(
    beside.regimen,
    `${rateOf100(shown.estimate, 0, strings.numbers)} ${rangeOf100(shown.interval, strings.numbers)}`,
    strings.evidence(noun, beside.k, beside.n, null),
  );
}

/** Why a class has no pool in a row. */
export function missingText(
  group: TherapyClass,
  row: OutcomeComparison,
  { strings, noun, selected }: Pick<RowContext, "strings" | "noun" | "selected">,
): string {
  if (!row.appliesTo.includes(group)) return strings.noManufacturing;
  if (selected[group] === 0) return strings.noneSelected(strings.classAdjective[group], noun);
  const text = isSilent(row.pools[group]) ? strings.notReported : strings.notPoolable;
  return text(strings.classPlural[group], noun, selected[group]);
}

function missingSentence(row: OutcomeComparison, context: RowContext): string {
  const concerned = groups.filter((group) => row.appliesTo.includes(group));
  // If a class has no cohorts at all, the notice above the rows says so.
  const missing = groups.filter(
    (group) =>
      row.pools[group].estimate === null &&
      !(concerned.includes(group) && context.selected[group] === 0),
  );
  const { nothingReported, nothingToPool } = context.strings;
  if (row.contrasts[0]?.status === "not-representative") {
    const { strings } = context;
    return strings.notRepresentative(
      groups
        .filter((group) => row.pools[group].representative === false)
        .map((group) => {
          const { products, share } = row.pools[group];
          return {
            name: strings.classShort[group],
            products: strings.products(products.map(({ product }) => product)),
            percent: Math.round(100 * (share ?? 0)),
          };
        }),
    );
  }
  if (missing.length > 1 && concerned.length > 1) {
    return groups.every((group) => isSilent(row.pools[group])) ? nothingReported : nothingToPool;
  }
  return missing.map((group) => missingText(group, row, context)).join("; ");
}

function positions({ estimate, interval: [lower, upper] }: ShownRate): [number, number, number] {
  return [tenth(lower * 100), tenth(estimate * 100), tenth(upper * 100)];
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** On the full axis, marks of rare harms would be squeezed together at the left end. */
function axisOf({ direction, pools }: OutcomeComparison): 20 | 100 {
  const ends = groups.flatMap((group) => shownRate(pools[group])?.interval[1] ?? []);
  return direction === "harm" && ends.length > 0 && Math.max(...ends) <= 0.2 ? 20 : 100;
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
