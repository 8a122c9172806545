/** The effect of a release in words: by ready-made question and outcome, only what changed. */

import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import type { Effect, Shown, ShownPool } from "#data/schema.ts";
import { type Catalogue, catalogue } from "#presentation/words/catalogue.ts";
import { outcomeName } from "../../answers/outcome-names.ts";

/** What a line is said with. */
type Words = Pick<Catalogue, "pages" | "screen">;

export interface EffectLine {
  /** A class, or the difference. */
  name: string;
  before: string;
  after: string;
}

interface PresetEffect {
  id: string;
  label: string;
  rows: readonly { outcome: string; lines: readonly EffectLine[] }[];
}

/** The page and the feed of the history are in English only. */
export function effectsByPreset(effect: readonly Effect[]): PresetEffect[] {
  return [...new Set(effect.map(({ preset }) => preset))].map((id) => ({
    id,
    // A ready-made question of an earlier release may be gone.
    label: dataset.presets.find((preset) => preset.id === id)?.label ?? id,
    rows: effect
      .filter(({ preset }) => preset === id)
      .map((row) => ({ outcome: outcomeName(row.outcome), lines: effectLines(row, catalogue) })),
  }));
}

/** @param poolText How the numbers of a class are written. */
export function effectLines(
  { before, after }: Pick<Effect, "before" | "after">,
  words: Words,
  poolText = pooled,
): EffectLine[] {
  const {
    pages: { changes },
    screen: { className },
  } = words;
  const parts: [string, (shown: Shown | null) => string][] = [
    ...groups.map((group): [string, (shown: Shown | null) => string] => [
      className[group],
      (shown) => {
        const pool = shown?.[group] ?? null;
        return pool === null ? changes.nothing : poolText(pool, words);
      },
    ]),
    [changes.difference, (shown) => differenceText(shown, words)],
  ];
  return parts
    .map(([name, text]) => ({ name, before: text(before), after: text(after) }))
    .filter((line) => line.before !== line.after);
}

export function pooled({ rate, interval, k, n }: ShownPool, words: Words): string {
  const tenths = tenthsIn(words);
  // Pooled rates are never exactly none or all.
  const shown = rate === 0 ? "<0.1" : rate === 100 ? ">99.9" : tenths(rate);
  return words.pages.changes.pool(shown, rangeText(interval, words, tenths), k, n);
}

function differenceText(shown: Shown | null, words: Words): string {
  const { changes } = words.pages;
  if (!shown?.difference) return changes.noDifference;
  const { per100, interval } = shown.difference;
  const signed = signedIn(words);
  return changes.withRange(signed(per100), rangeText(interval, words, signed));
}

type Digits = (value: number) => string;

function rangeText([lower, upper]: readonly [number, number], { pages }: Words, text: Digits) {
  return pages.changes.range(text(lower), text(upper));
}

function tenthsIn({ screen }: Words): Digits {
  return (value) => screen.numbers.fixed(value, 1);
}

/** With a minus sign instead of a hyphen. */
function signedIn(words: Words): Digits {
  const tenths = tenthsIn(words);
  return (value) => `${value > 0 ? "+" : value < 0 ? "−" : ""}${tenths(Math.abs(value))}`;
}
