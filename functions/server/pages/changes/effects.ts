/** The effect of a release in words: by ready-made question and outcome, only what changed. */
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import type { Effect, Shown, ShownPool } from "#data/schema.ts";
import { english } from "#presentation/words/catalogues.ts";
import { outcomeName } from "../../answers/outcome-names.ts";

/** Both pages of the history are in English only. */
const {
  pages: { changes: words },
  screen: { className, numbers },
} = english;

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

export function effectsByPreset(effect: readonly Effect[]): PresetEffect[] {
  return [...new Set(effect.map(({ preset }) => preset))].map((id) => ({
    id,
    // A ready-made question of an earlier release may be gone.
    label: dataset.presets.find((preset) => preset.id === id)?.label ?? id,
    rows: effect
      .filter(({ preset }) => preset === id)
      .map((row) => ({ outcome: outcomeName(row.outcome), lines: linesOf(row) })),
  }));
}

function linesOf({ before, after }: Effect): EffectLine[] {
  const parts: [string, (shown: Shown | null) => string][] = [
    ...groups.map((group): [string, (shown: Shown | null) => string] => [
      className[group],
      (shown) => poolText(shown?.[group] ?? null),
    ]),
    [words.difference, differenceText],
  ];
  return parts
    .map(([name, text]) => ({ name, before: text(before), after: text(after) }))
    .filter((line) => line.before !== line.after);
}

function poolText(pool: ShownPool | null): string {
  if (pool === null) return words.nothing;
  const { rate, interval, k, n } = pool;
  // Pooled rates are never exactly none or all.
  const shown = rate === 0 ? "<0.1" : rate === 100 ? ">99.9" : tenths(rate);
  return words.pool(shown, rangeText(interval), k, n);
}

function differenceText(shown: Shown | null): string {
  if (!shown?.difference) return words.nothing;
  const { per100, interval } = shown.difference;
  return words.withRange(signed(per100), rangeText(interval, signed));
}

function rangeText([lower, upper]: readonly [number, number], text = tenths): string {
  return words.range(text(lower), text(upper));
}

function tenths(value: number): string {
  return numbers.fixed(value, 1);
}

/** With a minus sign instead of a hyphen. */
function signed(value: number): string {
  const sign = value > 0 ? "+" : value < 0 ? "−" : "";
  return `${sign}${tenths(Math.abs(value))}`;
}
