/** The two class marks. They differ in shape, not only in colour. */
import type { TherapyClass } from "#data/vocabulary.ts";

export function Mark({ group }: { group: TherapyClass }) {
  return (
    <svg class={`mark ${group}`} viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true">
      <MarkShape group={group} />
    </svg>
  );
}

/** Centred on the origin, so that a chart can place it by coordinates. */
export function MarkShape({ group }: { group: TherapyClass }) {
  return group === "car-t" ? <circle r="6" /> : <path d="M0-7.5 7.5 0 0 7.5-7.5 0z" />;
}
