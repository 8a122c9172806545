/** Groups of trials, each class by itself, as tables of the page. */

import type { Place } from "../statement/axis.ts";
import type { ClassGroups, GroupsStatement } from "../statement/explore-groups.ts";
import { uprights } from "../svg/geometry.ts";
import { At, ClassMark, IntervalLine } from "../svg/marks.tsx";
import { palettes } from "../svg/palette.ts";
import { Paragraphs } from "./paragraphs.tsx";

const palette = palettes.light;

export function Groups({ classes }: Pick<GroupsStatement, "classes">) {
  return (
    <>
      {classes.map((one) => (
        <OfClass key={one.title} {...one} />
      ))}
    </>
  );
}

function OfClass(one: ClassGroups) {
  const { title, lines, notes } = one;
  return (
    <>
      <h3>{title}</h3>
      {lines.length > 0 && <Table {...one} />}
      <Paragraphs texts={notes} look="quiet" />
    </>
  );
}

/** The axis is its third column. */
function Table({ therapyClass, columns, ticks, lines }: ClassGroups) {
  const heads = columns.map((column) => (
    <th key={column} scope="col">
      {column}
    </th>
  ));
  return (
    <table>
      <thead>
        <tr>
          {heads.slice(0, 2)}
          <td aria-hidden="true">
            {ticks && (
              <span class="ticks">
                {ticks.map((text) => (
                  <span key={text}>{text}</span>
                ))}
              </span>
            )}
          </td>
          {heads.slice(2)}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, beneath, rate, difference, place }, index) => (
          <tr key={index}>
            <th scope="row">
              {name}
              <Small texts={[beneath]} />
            </th>
            <Cell texts={rate} />
            <td>
              {ticks && (
                <svg viewBox="-3 0 106 12" aria-hidden="true">
                  <OnAxis place={place} therapyClass={therapyClass} />
                </svg>
              )}
            </td>
            <Cell texts={difference} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ texts }: { texts: readonly string[] }) {
  const [main, ...beneath] = texts;
  return (
    <td>
      {main}
      <Small texts={beneath} />
    </td>
  );
}

function Small({ texts }: { texts: readonly string[] }) {
  return <>{texts.map((text) => text && <small key={text}>{text}</small>)}</>;
}

interface OnAxisProps extends Pick<ClassGroups, "therapyClass"> {
  place: Place | null;
}

/** One line on its axis, 100 wide and 12 high. */
function OnAxis({ place, therapyClass }: OnAxisProps) {
  const colour = palette[therapyClass];
  const [lower, upper] = place?.interval ?? [0, 0];
  return (
    <>
      <path class="scale" d={uprights([0, 50, 100], 0, 12)} stroke={palette.line} />
      {place && place.mark !== null && (
        <g class={therapyClass} stroke={colour} fill={colour}>
          <IntervalLine at={[100 * lower, 100 * upper]} y={6}>
            <At x={100 * place.mark} y={6} scale={0.36} line={0.9}>
              <ClassMark group={therapyClass} />
            </At>
          </IntervalLine>
        </g>
      )}
    </>
  );
}
