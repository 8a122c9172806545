/**
 * One outcome: name, both rates, their difference in words, the chart, and the amount of evidence.
 */

import type { ComponentChildren } from "preact";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { RowStatement } from "#presentation/statement/row.ts";
import type { SideStatement } from "#presentation/statement/side.ts";
import type { DrawnWords } from "#presentation/words/catalogue.ts";

import { Chevron } from "../chevron.tsx";
import { Mark } from "../mark.tsx";

import { Dumbbell } from "./dumbbell.tsx";

interface Props {
  row: RowStatement;
  strings: DrawnWords;
  /** What the differences of the column are with: "with CAR-T". On a phone it stands above them. */
  column: string;
  /** The numbers belong to the previous question. */
  previous?: boolean;
  open: boolean;
  /** Absent on the server, because without a script a row cannot be opened. */
  onToggle?: (() => void) | undefined;
  children?: ComponentChildren;
}

export function Row({ row, strings, column, previous = false, open, onToggle, children }: Props) {
  const { outcome, label, detail, phrase, sides, difference, certainty, ownCertainty } = row;
  const present = therapyClasses.filter((group) => sides[group].rate !== null);
  return (
    <li
      class={`row${open ? " open" : ""}${present.length === 0 ? " empty" : ""}`}
      part="row"
      data-outcome={outcome}
      aria-busy={previous || undefined}
    >
      <h4 class="name" id={`name-${outcome}`}>
        {label} {detail && <small>{detail}</small>}
      </h4>
      <p class="difference">
        {difference ? (
          <>
            <Mark group="car-t" />{" "}
            <strong class={difference.sure ? "" : "unsure"}>
              {difference.amount}
              <span class="hidden"> {strings.of100}</span>
              <span class="phrase"> {phrase}</span>
            </strong>{" "}
            <span class={`muted with${difference.withWhat === column ? "" : " own"}`}>
              {difference.withWhat}
            </span>{" "}
            {difference.note && <span class="muted">{difference.note} </span>}
            <span class="muted range">{difference.range}</span>
          </>
        ) : (
          <span class="muted">{row.missing}</span>
        )}
      </p>
      {present.length > 0 && (
        <>
          <div class="rates">
            {therapyClasses.map((group) => (
              <Rate key={group} group={group} side={sides[group]} strings={strings} />
            ))}
          </div>
          <div class="plot">
            {therapyClasses.some((group) => sides[group].at) && (
              <Dumbbell sides={sides} axis={row.axis} />
            )}
          </div>
        </>
      )}
      {row.beneath && <p class="muted beneath">{row.beneath}</p>}
      <button
        type="button"
        class="evidence"
        aria-expanded={open}
        aria-controls={`detail-${outcome}`}
        disabled={!onToggle}
        onClick={onToggle}
      >
        {/* First, so that the name of the button begins with it. */}
        <span class="hidden">
          {label} {detail}:{" "}
        </span>
        {therapyClasses.map(
          (group) =>
            sides[group].evidence && (
              <span key={group} class={`amount${sides[group].thin ? " thin" : ""}`}>
                <Mark group={group} />
                {sides[group].product ?? (
                  <span class="class-name">{strings.classShort[group]}</span>
                )}
                {sides[group].product ? ": " : " "}
                {sides[group].evidence}
              </span>
            ),
        )}
        {row.axis !== 100 && <span class="tag plain wide">{strings.scaleTo(row.axis)}</span>}
        {row.followUp && <span class="tag plain">{row.followUp}</span>}
        {ownCertainty && <span class="tag plain">{strings.certaintyIs(certainty)}</span>}
        {row.caution && <span class="tag">{row.caution}</span>}
        <span class="opener">
          <span class={present.length > 0 ? "show" : ""}>
            {open ? strings.detail.close : strings.detail.open}
          </span>
          <Chevron />
        </span>
      </button>
      <div class="detail" id={`detail-${outcome}`} hidden={!open}>
        {open && children}
      </div>
    </li>
  );
}

function Rate({
  group,
  side,
  strings,
}: {
  group: TherapyClass;
  side: SideStatement;
  strings: DrawnWords;
}) {
  return (
    <p class={`rate ${group}`}>
      <Mark group={group} />
      <span class="hidden">{(side.rate && side.product) ?? strings.className[group]}: </span>
      {side.rate === null ? (
        <span class="muted">–</span>
      ) : (
        <>
          <strong>{side.rate}</strong> <span class="muted unit">{strings.of100}</span>{" "}
          <span class="muted range">{side.range}</span>
        </>
      )}
    </p>
  );
}
