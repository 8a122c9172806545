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

/** The page and the feed of the history are in English only. */
export function effectsByPreset(effect: readonly Effect[]) {
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
  return words.pages.changes.pool(rateText(rate, words), rangeText(interval, words, tenths), k, n);
}

/** Pooled rates are never exactly none or all. */
function rateText(rate: number, words: Words): string {
  return rate === 0 ? "<0.1" : rate === 100 ? ">99.9" : tenthsIn(words)(rate);
}

/** The rates of a question that moved, what moved most first. */
export function movedRates(effect: readonly Effect[], preset: string): string[] {
  const { pages, screen } = catalogue;
  const text = (pool: ShownPool | null | undefined) =>
    pool ? rateText(pool.rate, catalogue) : pages.changes.noRate;
  return effect
    .filter((row) => row.preset === preset)
    .flatMap(({ outcome, before, after }) =>
      groups.map((group) => {
        const [was, is] = [before?.[group], after?.[group]];
        const by = was && is ? Math.abs(is.rate - was.rate) : was || is ? 100 : 0;
        const name = screen.className[group];
        return { by, said: pages.changes.moved(outcomeName(outcome), name, text(was), text(is)) };
      }),
    )
    .filter(({ by }) => by > 0)
    .sort((one, other) => other.by - one.by)
    .map(({ said }) => said);
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
