/**
 * One outcome: its name, what stands in the columns of both classes, the difference in words or why
 * there is none, and what the numbers rest on.
 */
import { type ComponentChildren, Fragment } from "preact";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { RowStatement } from "#presentation/statement/row.ts";
import type { Screen } from "#presentation/statement/screen.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { Strip } from "#presentation/svg/strip.tsx";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { Opener } from "./opener.tsx";

export interface RowProps {
  row: RowStatement;
  strings: DrawnWords;
  /** What the classes are called above their columns. */
  names: Screen["names"];
  /** What all differences are with, said above them. */
  column: string;
  /** The end of the axis of the differences. */
  reach: number;
  /** The numbers that are read first. */
  isLead: boolean;
  /** The numbers belong to the previous question. */
  previous?: boolean;
  open: boolean;
  /** Absent on the server, because without a script a row cannot be opened. */
  onToggle?: (() => void) | undefined;
}

export function Row(props: RowProps) {
  const { row, strings, isLead } = props;
  return (
    <Outcome {...props} kind={`${row.section}${isLead ? " lead" : ""}`}>
      {therapyClasses.map((group) => (
        <Rate key={group} group={group} side={row.sides[group]} strings={strings} />
      ))}
      <Difference {...props} />
      <Beneath {...props} />
    </Outcome>
  );
}

interface OutcomeProps extends Pick<RowProps, "row" | "previous" | "open" | "onToggle"> {
  kind: string;
  children: ComponentChildren;
}

/** The name of an outcome, which opens it, and what is said of it. */
export function Outcome(props: OutcomeProps) {
  const { row, kind, previous, open, onToggle, children } = props;
  const { outcome, label, detail } = row;
  const kinds = ["row", kind, open && "open"];
  return (
    <li
      class={kinds.filter(Boolean).join(" ")}
      part="row"
      data-outcome={outcome}
      aria-busy={previous || undefined}
    >
      <h4 class="name">
        <Opener class="opener" outcome={outcome} open={open} onToggle={onToggle}>
          {label} {detail && <small>{detail}</small>}
        </Opener>
      </h4>
      {children}
    </li>
  );
}

/** The number of a class, and under it its interval, or whose number it is. */
function Rate({
  group,
  side: { cell, product, rate, isCount },
  strings,
}: {
  group: TherapyClass;
  side: RowStatement["sides"][TherapyClass];
  strings: DrawnWords;
}) {
  return (
    <p class={`rate ${group}`}>
      <span class="hidden">
        {(rate !== null && product) || strings.className[group]}: {!cell && strings.none}
      </span>
      <strong class={rate === null ? "by-product" : undefined} aria-hidden={!cell || undefined}>
        {cell?.number ?? "–"}
      </strong>{" "}
      {cell && (
        <>
          <span class="hidden">
            {!isCount && strings.of100}
            {rate !== null && !isCount && `, ${strings.interval}`}{" "}
          </span>
          <span class="range">{cell.inColumn ?? cell.under}</span>
        </>
      )}
    </p>
  );
}

/** In words, and on wide screens on the axis; or why there is none. */
export function Difference({
  row: { difference, missing, phrase },
  column,
  reach,
  strings,
}: RowProps) {
  if (!difference) {
    return missing ? (
      <p class="difference muted">
        {strings.uncompared} {missing}
      </p>
    ) : null;
  }
  const { amount, range, withWhat, besideRange, at } = difference;
  return (
    <p class="difference">
      {amount}{" "}
      <span class={withWhat === column ? "hidden" : undefined}>
        <span class="hidden">
          {strings.of100} {phrase}
        </span>{" "}
        {withWhat}
      </span>{" "}
      <span class="muted">
        ({range}){besideRange && `, ${besideRange}`}
      </span>
      <Strip at={at} reach={reach} />
    </p>
  );
}

/** What the numbers of a row rest on, and what others found. A class is named where its mark is not enough. */
function Beneath({ row: { sides, paper, outside, matched }, names, strings }: RowProps) {
  const others = [paper, outside, matched].filter(Boolean).join(". ");
  const own = therapyClasses.filter((group) => sides[group].evidence !== "");
  if (own.length === 0 && others === "") return null;
  return (
    <p class="muted beneath">
      {own.map((group) => {
        const { evidence, evidenceOf } = sides[group];
        const held = evidenceOf !== names[group] && evidenceOf;
        return (
          <Fragment key={group}>
            <Mark group={group} />{" "}
            {held ? `${held}: ` : <span class="hidden">{strings.className[group]}: </span>}
            {evidence}{" "}
          </Fragment>
        );
      })}
      {others && <span class="others">{others}</span>}
    </p>
  );
}
