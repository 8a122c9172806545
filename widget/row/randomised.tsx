/**
 * Draws randomised trials: a row for each outcome, with both arms on the axis of 0 to 100 and their ratio in words. Two
 * trials are never on one axis of ratios.
 */
import { Fragment } from "preact";
import type {
  ArmsRow,
  RandomisedTable,
  RandomisedView,
} from "#presentation/row/randomised-table.ts";
import type { RankedText } from "#presentation/row/randomised-words.ts";
import { elementTexts as words } from "#presentation/words/element.ts";
import type { LabelText } from "#presentation/words/labels.ts";
import { ClassSide } from "./row.tsx";
import { nameAxisCssClass } from "./ruler.tsx";
import { AxisHead } from "./strip.tsx";
import { useSurface } from "./surface.tsx";

export function RandomisedTrials({ view }: { view: RandomisedView }) {
  const { tables, lines, uncounted } = view;
  return (
    <section class="randomised">
      {tables.length + lines.length + uncounted.lines.length > 1 && (
        <p>{words.notAgainstEachOther}</p>
      )}
      {tables.map((table, index) => (
        <Fragment key={table.title}>
          {!table.axis && (index === 0 || tables[index - 1]?.axis) && <AxisHead />}
          <ArmsTable table={table} />
        </Fragment>
      ))}
      <RandomisedLines view={view} />
    </section>
  );
}

/** Draws a paragraph for each trial that is not counted. */
export function UncountedTrials({ lines }: Pick<RandomisedView["uncounted"], "lines">) {
  const { Sources } = useSurface();
  return lines.map(({ text, sources }) => (
    <p key={text} class="muted">
      {text}
      <Sources of={sources} />
    </p>
  ));
}

/** Draws trials of which the answer has no table: a line each, then those that are not counted. */
export function RandomisedLines({
  view: {
    lines,
    uncounted: { title, lines: others },
  },
}: {
  view: RandomisedView;
}) {
  const { Fold, Sources } = useSurface();
  const notCounted = <UncountedTrials lines={others} />;
  return (
    <>
      {lines.map(({ text, brief, sources }) => (
        <div key={text} class="lot line">
          <p class="brief">{brief}</p>
          <p class="muted long">
            {text}
            <Sources of={sources} />
          </p>
        </div>
      ))}
      {others.length > 0 && (
        <div class="lot line">{title ? <Fold title={title}>{notCounted}</Fold> : notCounted}</div>
      )}
    </>
  );
}

interface ArmsTableProps {
  table: RandomisedTable;
  level?: "h3" | "h5";
}

export function ArmsTable({ table, level: Heading = "h3" }: ArmsTableProps) {
  const { title, about, label, axis, rows, deaths, missing, earlier, sources } = table;
  const { Fold, Sources } = useSurface();
  // A table of one row has its source beside the names of its arms.
  const isShort = deaths.length === 0 && missing === "";
  return (
    <div class={axis ? `lot ${nameAxisCssClass(axis)}` : "lot"}>
      <Heading class="trial">{title}</Heading>
      <p class="muted">
        {about}
        {isShort && <Sources of={sources} />}
      </p>
      {label && <LabelLine label={label} />}
      {axis && <AxisHead of="months" ticks={axis} />}
      {rows.map((row) => (
        <ArmsOfOutcome key={row.name} row={row} />
      ))}
      {deaths.map((text) => (
        <p key={text.text} class="muted">
          <TextWithRank of={text} />
        </p>
      ))}
      {!isShort && (
        <p class="muted">
          {missing}
          <Sources of={sources} />
        </p>
      )}
      {earlier && (
        <Fold title={earlier.title}>
          <p class="muted">{earlier.text}</p>
        </Fold>
      )}
    </div>
  );
}

function ArmsOfOutcome({ row: { name, at, beside, arms, beneath, heard } }: { row: ArmsRow }) {
  return (
    <div class="arms">
      <p class="name">
        {name && <strong>{name}</strong>} {at && <small>{at}</small>}
      </p>
      {beside.text && (
        <p class="sure">
          <TextWithRank of={beside} />
        </p>
      )}
      {arms.length > 0 && (
        <div class="sides" aria-hidden="true">
          {arms.map((arm) => (
            <ClassSide key={arm.group} {...arm} />
          ))}
        </div>
      )}
      {heard && <p class="hidden">{heard}</p>}
      {beneath.length > 0 && (
        <p class="beneath">
          {beneath.map((text, index) => [
            index > 0 && "; ",
            <TextWithRank key={text.text} of={text} />,
          ])}
        </p>
      )}
    </div>
  );
}

function TextWithRank({ of: { text, rank } }: { of: RankedText }) {
  return (
    <>
      {text}
      {rank && <span class="rank"> · {rank}</span>}
    </>
  );
}

/** Draws what a label requires beyond prior lines. */
export function LabelLine({ label: { lead, text } }: { label: LabelText }) {
  return (
    <p class="label">
      <strong>{lead}</strong> {text}
    </p>
  );
}
