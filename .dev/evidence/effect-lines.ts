/** An effect on the ready-made questions as lines for the terminal. */
import { groups, shortName } from "#core/evidence/classes.ts";
import type { Effect, Shown, ShownPool } from "#data/schema.ts";

/** One line for each row and part that changed: `orr  CAR-T  k 12 → 13, n 700 → 790, …`. */
export function effectLines(effect: readonly Effect[]): string[] {
  const presets = [...new Set(effect.map(({ preset }) => preset))];
  return presets.flatMap((preset) => [
    preset,
    ...effect
      .filter((row) => row.preset === preset)
      .flatMap((row) => rowLines(row).map((line) => `  ${row.outcome}  ${line}`)),
  ]);
}

function rowLines({ before, after }: Effect): string[] {
  const parts: [string, (shown: Shown | null) => string][] = [
    ...groups.map((group): [string, (shown: Shown | null) => string] => [
      shortName[group],
      (shown) => poolText(shown?.[group] ?? null),
    ]),
    ["difference", differenceText],
  ];
  return parts
    .map(([name, text]) => ({ name, old: text(before), now: text(after) }))
    .filter(({ old, now }) => old !== now)
    .map(({ name, old, now }) => `${name}  ${old} → ${now}`);
}

function poolText(pool: ShownPool | null): string {
  if (pool === null) return "–";
  const { rate, interval, k, n } = pool;
  return `${rate} (${interval.join(" to ")}), k ${k}, n ${n ?? "?"}`;
}

function differenceText(shown: Shown | null): string {
  if (!shown?.difference) return "–";
  const { per100, interval } = shown.difference;
  return `${per100} (${interval.join(" to ")})`;
}
