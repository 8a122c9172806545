/** Parts of charts, placed by a share of a width that is not known. */
import type { ComponentChildren } from "preact";

/** As SVG has it. */
export function share(place: number): string {
  return `${(place * 100).toFixed(1)}%`;
}

/** Draws around a place. */
export function Placed(props: { at: number; y: number | string; children: ComponentChildren }) {
  return (
    <svg x={share(props.at)} y={props.y} overflow="visible" aria-hidden="true">
      {props.children}
    </svg>
  );
}

/** An arrow at the end of an axis: it goes on. */
export function Onward({ y }: { y: number | string }) {
  return (
    <Placed at={1} y={y}>
      <path d="M-2-5 6 0-2 5z" />
    </Placed>
  );
}
