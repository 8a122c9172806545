/** One row of an answer: both classes, their difference, its notes. */
import type { Comparison, Contrast, OutcomeComparison } from "#core/comparison/answer.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { Numberless, ScreenWords } from "../words/catalogue.ts";
import { type DifferenceWords, differenceWords } from "../words/rates.ts";
import { keepsApart, whyMissing } from "./missing.ts";
import { isNotRepresented } from "./products.ts";
import { isSilent, isSilentRow } from "./reported.ts";
import { excludesZero, type ShownDifference, shownDifference, shownOf } from "./shown-numbers.ts";
import { type SideStatement, sideOf, tenth } from "./side.ts";
import { nounOf, type StatedCertainty, withFirst } from "./told.ts";

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
   * `null` if there is no contrast; such a row stands among those that cannot be compared.
   * `withWhat`: "with CAR-T", or with its only product. `note`:
   * "(rounded)" if the rates do not subtract to it, and what is subtracted, if not two pools.
   * `strength`: "holds in every check", "unclear in US", "either way possible"; else empty.
   * `kept`: same in every check, and ages that overlap; only then it is bold.
   * `at`: lower end, difference and upper end, of 100, for the strip.
   */
  difference:
    | (DifferenceWords & {
        withWhat: string;
        note: string;
        strength: string;
        kept?: true | undefined;
        at: readonly [number, number, number];
      })
    | null;
  /** In words. */
  certainty: string;
  /** Set if it is rated, and another one than that below the rates: then the row says it. */
  ownCertainty?: true | undefined;
  /** Why there is no difference. Empty if a notice above the rows says it for all of them. */
  missing: string;
  /** Its numbers are in the opened row only. */
  named?: boolean;
  /** What was published, where a class has no number here or the directions differ; else empty. */
  published: string;
  /** Rows without any number are named in one line at the end. */
  numberless?: Numberless | undefined;
}

/** What a row is read with. */
export interface RowContext {
  strings: ScreenWords;
  query: Comparison["query"];
  selected: Record<TherapyClass, number>;
  stated: StatedCertainty | null;
  /** Every median age of one class is below those of the other: no check can tell age and class apart. */
  agesApart: boolean;
}

export function rowStatement(row: OutcomeComparison, context: RowContext): RowStatement {
  const { strings, stated, agesApart } = context;
  const { "car-t": carT } = row.pools;
  const shown = shownDifference(row);
  const { level } = row.certainty;
  const [contrast] = row.contrasts;
  const sides = {
    "car-t": sideOf("car-t", row, context),
    bsab: sideOf("bsab", row, context),
  };
  const published = row.published?.line ?? "";
  // Medians and published pools are numbers, too.
  const anyNumber =
    published !== "" || therapyClasses.some((group) => sides[group].evidence !== "");
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
      strength: contrast ? strengthText(contrast, shown, strings) : "",
      kept: (!agesApart && contrast?.strength === "same-in-every-check") || undefined,
      at: [tenth(shown.interval[0]), tenth(shown.difference), tenth(shown.interval[1])],
    },
    certainty: strings.certainty[level],
    ownCertainty: level === stated || level === "not-rated" ? undefined : true,
    missing: missingSentence(row, context),
    published,
    numberless: anyNumber ? undefined : isSilentRow(row) ? "silent" : "unpooled",
  };
}

/** How the difference stood the checks. */
function strengthText(
  contrast: Contrast,
  { interval }: ShownDifference,
  strings: ScreenWords,
): string {
  // What was not checked says so much at least.
  const strength = contrast.strength ?? (excludesZero(interval) ? null : "either-way");
  if (strength === null) return "";
  if (strength !== "depends") return strings.strength[strength];
  return contrast.checked?.lost ? strings.unclear(contrast.checked.lost) : "";
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
  const why = row.notFor ?? row.cautions.find(keepsApart)?.label;
  if (why) return why;
  // If a class has no cohorts at all, the notice above the rows says so.
  const missing = therapyClasses.filter(
    (group) =>
      shownOf(row, group) === null && selected[group] > 0 && !isNotRepresented(row.pools[group]),
  );
  if (missing.length > 1) {
    return isSilentRow(row) ? strings.nothingReported : strings.nothingToPool;
  }
  // That nobody reports it of a class says more than that few do of the other.
  const isSilentOfOne = missing.some((group) => isSilent(row.pools[group]));
  if (!isSilentOfOne && row.cautions.some(({ code }) => code === "not-representative")) {
    return strings.tooFewKnown;
  }
  return missing.map((group) => missingText(group, row, context)).join("; ");
}
