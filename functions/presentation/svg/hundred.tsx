/**
 * A hundred patients: filled up to the rate, outlined beyond it. They are filled by columns, so that the
 * bracket of the interval beneath lies on the same scale. The numbers stand beside it as text.
 */
import type { TherapyClass } from "#data/vocabulary.ts";
import { across, diamond, uprights } from "./geometry.ts";

const rows = 5;
/** Distance of two patients, of 200 units of width. */
const step = 10;
const axisY = 58;

/** One patient, from the middle of the left edge: the mark of the class, so small that corners do not touch. */
const shapes: Readonly<Record<TherapyClass, string>> = {
  "car-t": "a3.7 3.7 0 0 1 7.4 0a3.7 3.7 0 0 1-7.4 0z",
  bsab: diamond(3.9, 3.9, 3.9),
};

interface Props {
  group: TherapyClass;
  /** Lower end, estimate and upper end, of 100; nothing is drawn without them. */
  at: readonly [number, number, number] | null;
}

export function Hundred({ group, at }: Props) {
  if (at === null) return null;
  const [lower, estimate, upper] = at;
  // Not all of them while one is missing, and not one while there are fewer.
  const filled = estimate < 1 ? 0 : Math.min(Math.round(estimate), estimate < 100 ? 99 : 100);
  const ends = [2 * lower, 2 * upper] as const;
  return (
    <svg class="hundred" viewBox="0 0 200 64" aria-hidden="true">
      <path d={patients(group, 0, filled)} />
      <path class="others" d={patients(group, filled, 100)} fill="none" />
      <path class="axis" d={`M0 ${axisY}h200`} />
      <path class="interval" d={uprights(ends, axisY - 4, axisY + 4) + across(axisY, ends)} />
      <circle cx={2 * estimate} cy={axisY} r="3.2" />
    </svg>
  );
}

function patients(group: TherapyClass, from: number, to: number): string {
  const places = Array.from({ length: to - from }, (_, index) => from + index);
  return places
    .map(
      (one) => `M${Math.floor(one / rows) * step + 1.3} ${(one % rows) * step + 5}${shapes[group]}`,
    )
    .join("");
}
