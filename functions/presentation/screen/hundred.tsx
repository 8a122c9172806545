/**
 * A hundred patients: filled up to the rate, outlined beyond it. They are filled by columns, so that the
 * bracket of the interval beneath lies on the same scale. The numbers stand beside it as text.
 */
import type { TherapyClass } from "#data/vocabulary.ts";
import type { SideStatement } from "#presentation/statement/side.ts";

const rows = 5;
/** Distance of two patients, of 200 units of width. */
const step = 10;
const axisY = 58;

/** One patient, from the middle of the left edge. */
const shapes: Readonly<Record<TherapyClass, string>> = {
  "car-t": "a3.7 3.7 0 0 1 7.4 0a3.7 3.7 0 0 1-7.4 0z",
  bsab: "l3.9-3.9 3.9 3.9-3.9 3.9z",
};

export function Hundred({ group, at }: { group: TherapyClass; at: SideStatement["at"] }) {
  if (at === null) return null;
  const [lower, estimate, upper] = at;
  // Not all of them while one is missing, and not one while there are fewer.
  const filled = estimate < 1 ? 0 : Math.min(Math.round(estimate), estimate < 100 ? 99 : 100);
  return (
    <svg class="hundred" viewBox="0 0 200 64" aria-hidden="true">
      <path d={patients(group, 0, filled)} />
      <path class="others" d={patients(group, filled, 100)} />
      <path class="axis" d={`M0 ${axisY}h200`} />
      <path
        class="interval"
        d={`M${2 * lower} ${axisY - 4}v8M${2 * upper} ${axisY - 4}v8M${2 * lower} ${axisY}H${2 * upper}`}
      />
      <circle cx={2 * estimate} cy={axisY} r="3.2" />
    </svg>
  );
}

function patients(group: TherapyClass, from: number, to: number): string {
  let path = "";
  for (let index = from; index < to; index++) {
    const column = Math.floor(index / rows);
    path += `M${column * step + 1.3} ${(index % rows) * step + 5}${shapes[group]}`;
  }
  return path;
}
