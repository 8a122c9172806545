/**
 * One outcome. If the classes are compared: both rates, then the difference in words and on the
 * common axis. If not: what there is by name, in one line without large numbers, and why.
 */
import { type ComponentChildren, Fragment } from "preact";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { RowStatement } from "#presentation/statement/row.ts";
import type { Screen } from "#presentation/statement/screen.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { Strip } from "#presentation/svg/strip.tsx";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { Chevron } from "../chevron.tsx";

export interface RowFrame {
  row: RowStatement;
  strings: DrawnWords;
  /** The numbers belong to the previous question. */
  previous?: boolean;
  /** The numbers are not as in the answer before. */
  changed?: boolean | undefined;
  open: boolean;
  /** Absent on the server, because without a script a row cannot be opened. */
  onToggle?: (() => void) | undefined;
  children?: ComponentChildren;
}

interface Props extends RowFrame {
  /** What the classes are called above their columns, and what the differences are with. */
  names: Screen["names"];
  column: string;
  /** The end of the axis of the differences. */
  reach: number;
}

export function Row(props: Props) {
  const { row, previous, changed, open, children } = props;
  const { outcome, label, detail, difference, section } = row;
  // Rows that cannot be compared stand below a heading of their own.
  const Name = difference ? "h3" : "h4";
  return (
    <li
      class={`row ${difference ? section : "apart"}${open ? " open" : ""}${changed ? " changed" : ""}`}
      part="row"
      data-outcome={outcome}
      aria-busy={previous || undefined}
    >
      <Name class="name" id={`name-${outcome}`}>
        <button type="button" class="opener" {...opening(outcome, props)}>
          {label}{" "}
          {detail ? (
            <small>
              <span class="sub">{detail}</span> <Chevron />
            </small>
          ) : (
            <Chevron />
          )}
        </button>
      </Name>
      {difference ? <Compared {...props} difference={difference} /> : <Apart {...props} />}
      <Detail outcome={outcome} open={open}>
        {children}
      </Detail>
    </li>
  );
}

/** Of the button that opens what `Detail` shows. */
export function opening(outcome: string, { open, onToggle }: Pick<RowFrame, "open" | "onToggle">) {
  return {
    "aria-expanded": open,
    "aria-controls": `detail-${outcome}`,
    disabled: !onToggle,
    onClick: onToggle,
  };
}

interface DetailProps extends Pick<RowFrame, "open" | "children"> {
  outcome: string;
}

/** What an opened row shows. */
export function Detail({ outcome, open, children }: DetailProps) {
  return (
    <div class="detail" id={`detail-${outcome}`} hidden={!open}>
      {open && children}
    </div>
  );
}

interface ComparedProps extends Props {
  difference: NonNullable<RowStatement["difference"]>;
}

function Compared({ row, difference, strings, names, column, reach }: ComparedProps) {
  const { phrase } = row;
  const { amount, range, withWhat, strength, firm, at } = difference;
  const Amount = firm ? "strong" : "span";
  return (
    <>
      {therapyClasses.map((group) => (
        <Rate key={group} group={group} row={row} strings={strings} />
      ))}
      <p class="difference">
        <Amount>{amount}</Amount>{" "}
        <span class="hidden">
          {strings.of100} {phrase} {withWhat}, {strings.interval}{" "}
        </span>
        <span class="muted">
          {[range, withWhat !== column && withWhat, strength].filter(Boolean).join(" · ")}
        </span>
        <Strip at={at} reach={reach} />
      </p>
      <Beneath row={row} names={names} strings={strings} />
    </>
  );
}

/** What the numbers of a row rest on, and what others found. A class is named where its mark is not enough. */
function Beneath({ row, names, strings }: Pick<ComparedProps, "row" | "names" | "strings">) {
  const { sides, outside, matched } = row;
  const others = [outside, matched].filter(Boolean).join(". ");
  const own = therapyClasses.filter((group) => sides[group].evidence !== "");
  if (own.length === 0 && others === "") return null;
  return (
    <p class="muted beneath">
      {own.map((group) => {
        const { product, evidence } = sides[group];
        const held = product !== names[group] && product;
        return (
          <Fragment key={group}>
            <Mark group={group} />{" "}
            {held ? `${held}: ` : <span class="hidden">{strings.className[group]}: </span>}
            {evidence}{" "}
          </Fragment>
        );
      })}
      {own.length > 0 && others && "· "}
      {others}
    </p>
  );
}

/** A rate with its interval, which a phone has no room for: there it is only heard. */
function Rate({
  group,
  row,
  strings,
}: {
  group: TherapyClass;
  row: RowStatement;
  strings: DrawnWords;
}) {
  const { product, rate, range } = row.sides[group];
  return (
    <p class={`rate ${group}`}>
      <span class="hidden">{product ?? strings.className[group]}: </span>
      <strong>{rate}</strong>{" "}
      <span class="hidden">
        {strings.of100}, {strings.interval}{" "}
      </span>
      <span class="muted range">{range}</span>
    </p>
  );
}

function Apart({ row: { sides, missing, matched, outside }, strings }: Props) {
  const said = [missing, outside, matched].filter(Boolean).join(". ");
  return (
    <p class="beneath">
      {therapyClasses.map((group) => {
        const { product, rate, range, evidence } = sides[group];
        if (rate === null && evidence === "") return null;
        return (
          <span key={group} class="side">
            <Mark group={group} /> {product ?? strings.className[group]}{" "}
            {rate === null ? evidence : `${rate} ${strings.of100} ${range}, ${evidence}`}{" "}
          </span>
        );
      })}
      <span class="muted side">{said}</span>
    </p>
  );
}
