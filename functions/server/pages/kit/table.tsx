/** Tables: rows with a name, in groups where there are several, each with what it rests on below. */
import type { Cell, Row, Table as Stated } from "#presentation/document/document.ts";
import { placeOn, uprights } from "#presentation/svg/geometry.ts";
import { At, ClassMark, IntervalLine } from "#presentation/svg/marks.tsx";
import { Strip } from "#presentation/svg/strip.tsx";
import { LinePart } from "./text.tsx";

interface TableProps {
  table: Stated;
}

export function Table({ table }: TableProps) {
  const { look, caption, columns, groups, wide, axis } = table;
  const content = (
    <table class={look}>
      {caption && <caption>{caption}</caption>}
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
          {axis && <td class="quiet" aria-hidden="true">{`0–${axis}`}</td>}
        </tr>
      </thead>
      {groups.map(({ title, rows }, index) => (
        <tbody key={index}>
          {title && (
            <tr>
              <th scope="rowgroup" colSpan={columns.length}>
                {title}
              </th>
            </tr>
          )}
          {rows.map((row, place) => (
            <RowPart key={place} row={row} table={table} />
          ))}
        </tbody>
      ))}
    </table>
  );
  if (wide === undefined) return content;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by the keyboard
    <section class="wide" aria-label={wide} tabIndex={0}>
      {content}
    </section>
  );
}

/** Tables whose cells stand below each other on a narrow screen, each after the name of its column. */
const labelled = new Set<Stated["look"]>(["summary", "patients"]);

function RowPart({ row, table }: TableProps & { row: Row }) {
  const { id, name, heads, cells, drawn, at } = row;
  const { look, columns, axis, strips } = table;
  return (
    <tr id={id} class={heads && `class ${heads}`}>
      <th scope={heads ? "rowgroup" : "row"}>
        <LinePart {...name} />
      </th>
      {cells.map((cell, index) => (
        <td key={index} data-label={labelled.has(look) ? columns[index + 1] : undefined}>
          {cell === null ? <span class="unknown">–</span> : <CellPart cell={cell} />}
          {at && strips?.cell === index && <Strip at={at} reach={strips.reach} />}
        </td>
      ))}
      {axis && <td>{drawn && <Interval {...drawn} axis={axis / 100} />}</td>}
    </tr>
  );
}

/** One line is no list. */
function CellPart({ cell }: { cell: Exclude<Cell, null> }) {
  if (typeof cell === "string") return <>{cell}</>;
  const [first, second] = cell;
  if (first && !second) return <LinePart {...first} />;
  return (
    <ul class="facts">
      {cell.map((line, index) => (
        <li key={index}>
          <LinePart {...line} />
        </li>
      ))}
    </ul>
  );
}

/** The numbers stand beside it. The mark is that of the class. */
function Interval({
  shown: { estimate, interval },
  axis,
  therapyClass,
}: NonNullable<Row["drawn"]> & { axis: number }) {
  const at = (value: number) => placeOn({ start: 0, end: 100 }, value / axis);
  return (
    <svg class={therapyClass ?? undefined} viewBox="-4 0 108 12" aria-hidden="true">
      <path class="scale" d={uprights([0, 50, 100], 11, 1)} />
      <IntervalLine at={[at(interval[0]), at(interval[1])]} y={6}>
        <At x={at(estimate)} y={6} scale={0.5}>
          <ClassMark group={therapyClass ?? "car-t"} />
        </At>
      </IntervalLine>
    </svg>
  );
}
