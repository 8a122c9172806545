/** Draws the mark of a class in the colour of the shapes around it or of the style sheet. */
import type { TherapyClass } from "#data/vocabulary.ts";
import { makeDiamondPath } from "./geometry.ts";

/** Draws a circle or a rhombus of the same area: the classes differ in shape, not only in colour. */
export function ClassMark({ group }: { group: TherapyClass }) {
  return group === "car-t" ? (
    <circle r="6" />
  ) : (
    <path d={`M-7.5 0${makeDiamondPath(7.5, 7.5, 7.5)}`} />
  );
}

export function InlineClassMark({ group }: { group: TherapyClass }) {
  return (
    <svg class={`mark ${group}`} viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true">
      <ClassMark group={group} />
    </svg>
  );
}

/** Holds an arrow for each kind of bound, which shows from the position of the bound on which side a rate lies. */
export const boundPaths: Readonly<Partial<Record<string, string>>> = {
  "at-least": "M0 -6V6M0 0H13M9 -4L13 0L9 4",
  above: "M0 -6V6M0 0H13M9 -4L13 0L9 4",
  below: "M0 -6V6M0 0H-13M-9 -4L-13 0L-9 4",
};
