/** An interval and a mark on the axis of a list, and the numbers below it. */
import type { ComponentChildren } from "preact";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Place } from "#presentation/statement/axis.ts";
import { arrow } from "#presentation/svg/geometry.ts";
import { Line, Placed, share, Upright } from "#presentation/svg/shares.tsx";

/** Names the beginning, the middle and the end of an axis. */
export function Ticks({ ticks }: { ticks: readonly [number, number, number] }) {
  return (
    <svg class="line axis" width="100%" height="18" aria-hidden="true">
      {ticks.map((tick, index) => (
        <text key={tick} x={share(index / 2)} y="14">
          {tick}
        </text>
      ))}
    </svg>
  );
}

interface Props {
  group: TherapyClass;
  place: Place;
  /** The mark: of a trial, a square whose area is its weight; of several, that of their class or a rhombus. */
  children: ComponentChildren;
}

export function Plot({ group, place: { mark, interval, goesOn }, children }: Props) {
  return (
    <svg class={`line ${group}`} width="100%" height="20" aria-hidden="true">
      <Upright name="grid" at={0.5} />
      {interval && <Line name="interval" at={interval} y="10" />}
      {goesOn && (
        <Placed at={1} y="10">
          <path d={`M0 0${arrow}`} />
        </Placed>
      )}
      {mark !== null && (
        <Placed at={mark} y="10">
          {children}
        </Placed>
      )}
    </svg>
  );
}
