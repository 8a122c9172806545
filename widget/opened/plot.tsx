/** An interval and a mark on the axis of a list, and the numbers below it. */
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Place } from "#presentation/statement/axis.ts";
import { MarkShape } from "../views/mark.tsx";
import { Onward, Placed, share } from "../views/placed.tsx";

/** Names the beginning, the middle and the end of an axis. */
export function Ticks({ ticks }: { ticks: readonly [number, number, number] }) {
  return (
    <svg class="line axis" width="100%" height="18" aria-hidden="true">
      {ticks.map((tick, index) => (
        <text key={tick} x={`${index * 50}%`} y="14">
          {tick}
        </text>
      ))}
    </svg>
  );
}

interface Props {
  group: TherapyClass;
  place: Place;
  /** Of a trial, a square whose area is its weight; of several, the mark of their class or a diamond. */
  shape: { square: number } | "class" | "pool";
}

export function Plot({ group, place: { mark, interval, goesOn }, shape }: Props) {
  return (
    <svg class={`line ${group}`} width="100%" height="20" aria-hidden="true">
      <line class="grid" x1="50%" x2="50%" y1="0" y2="20" />
      {interval && (
        <line class="interval" x1={share(interval[0])} x2={share(interval[1])} y1="10" y2="10" />
      )}
      {goesOn && <Onward y="10" />}
      {mark !== null && (
        <Placed at={mark} y="10">
          <Shape group={group} shape={shape} />
        </Placed>
      )}
    </svg>
  );
}

function Shape({ group, shape }: Pick<Props, "group" | "shape">) {
  if (shape === "class") return <MarkShape group={group} />;
  if (shape === "pool") return <path d="M0-7 7 0 0 7-7 0z" />;
  const { square: side } = shape;
  return <rect x={-side / 2} y={-side / 2} width={side} height={side} />;
}
