/**
 * What the reader sees first: the verdict, both rates with a picture of a hundred patients, their
 * difference, and how sure it is.
 */
import type { ComponentChildren } from "preact";
import { therapyClasses } from "#data/vocabulary.ts";
import type { RowStatement } from "#presentation/statement/row.ts";
import type { Screen } from "#presentation/statement/screen.ts";
import { Hundred } from "#presentation/svg/hundred.tsx";
import { Mark } from "#presentation/svg/marks.tsx";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { Chevron } from "../chevron.tsx";
import { Detail, opening, type RowFrame } from "./row.tsx";

interface Props extends Omit<RowFrame, "row"> {
  view: Screen;
  row: RowStatement | undefined;
  /** What leads where no benefit can be compared. */
  counts?: ComponentChildren;
  share?: ComponentChildren;
  offer?: ComponentChildren;
}

export function Told({
  view,
  row,
  counts,
  strings,
  previous,
  open,
  onToggle,
  share,
  offer,
  children,
}: Props) {
  const { verdict, certainty, collected } = view;
  const qualifiers = [view.patients, row?.matched, view.labels, view.asked].filter(Boolean);
  return (
    <header
      class={`told${open ? " open" : ""}`}
      data-outcome={row?.outcome}
      aria-busy={previous || undefined}
    >
      <h2 class="verdict" part="headline">
        {verdict.lead}
      </h2>
      {counts}
      {verdict.harms && <p class="harms">{verdict.harms}</p>}
      {row && <Rates row={row} view={view} strings={strings} />}
      {collected && <p>{collected}</p>}
      {certainty && <p class="certainty">{certainty}</p>}
      {qualifiers.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <div class="acts">
        {row && (
          <h4>
            <button type="button" {...opening(row.outcome, { open, onToggle })}>
              <span class="hidden">{row.label}: </span>
              {open ? strings.detail.close : strings.detail.open} <Chevron />
            </button>
          </h4>
        )}
        {share && (
          <details>
            <summary>
              {strings.footer.copying} <Chevron />
            </summary>
            {share}
          </details>
        )}
        {offer}
      </div>
      {row && (
        <Detail outcome={row.outcome} open={open}>
          {children}
        </Detail>
      )}
    </header>
  );
}

function Rates({
  row: { sides, difference, missing, phrase },
  view: { counted, names },
  strings,
}: {
  row: RowStatement;
  view: Screen;
  strings: DrawnWords;
}) {
  const Amount = difference?.firm ? "strong" : "span";
  return (
    <>
      <div class="two">
        {therapyClasses.map((group) => {
          const { product, rate, range, at, evidence } = sides[group];
          return (
            rate !== null && (
              <div key={group} class={group}>
                <h3>
                  <Mark group={group} /> {product ?? names[group]}
                </h3>
                <p>
                  <strong>{rate}</strong> {counted[group]}{" "}
                  {/* The verdict says it of a difference. */}
                  <span class={difference ? "hidden" : undefined}>{phrase} </span>
                  <span class="muted interval">
                    {strings.interval} <span class="range">{range}</span>
                  </span>
                </p>
                <Hundred group={group} at={at} />
                <p class="muted">{evidence}</p>
              </div>
            )
          );
        })}
      </div>
      {difference && (
        <p class="difference">
          <Amount>
            {difference.amount} {strings.of100} {difference.withWhat}
          </Amount>{" "}
          <span class="muted">({difference.range})</span>
        </p>
      )}
      {/* Why two numbers are not compared is in the verdict. */}
      {therapyClasses.some((group) => sides[group].rate === null) && <p class="muted">{missing}</p>}
    </>
  );
}
