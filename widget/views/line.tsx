/** A line of a list: whose it is, with the mark of its class, its number, and in small what that rests on. */
import type { ComponentChildren } from "preact";
import type { TherapyClass } from "#data/vocabulary.ts";
import { Mark } from "#presentation/svg/marks.tsx";

interface Props {
  group: TherapyClass;
  name: ComponentChildren;
  number?: ComponentChildren;
  children?: ComponentChildren;
}

export function Line({ group, name, number, children }: Props) {
  return (
    <>
      <Mark group={group} /> {name} {number && <strong>{number}</strong>} <small>{children}</small>
    </>
  );
}
