/** Tables: rows with a name, in groups where there are several, each with what it rests on below. */
import type { Cell, Row, Table as Stated } from "#presentation/document/document.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { catalogue } from "#presentation/words/catalogue.ts";
import { LinePart, Names, Said, Sources } from "./text.tsx";

interface TableProps {
  table: Stated;
}

export function Table({ table }: TableProps) {
  const { label, caption, columns, groups, wide } = table;
  const content = (
    <table class={classOf(table)} aria-label={label}>
      {caption && <caption>{caption}</caption>}
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
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

function classOf({ look, columns }: Stated): string {
  return ["facts-table", look === "cards" ? "cards" : columns.length < 4 && "few"]
    .filter(Boolean)
    .join(" ");
}

function RowPart({ row, table }: TableProps & { row: Row }) {
  const { id, name, group, owner, cells, below } = row;
  const { look, columns, none } = table;
  const head = (
    <th scope="row">
      {group && (
        <>
          <Mark group={group} />{" "}
        </>
      )}
      <LinePart {...name} />
    </th>
  );
  const drawnRow = (
    <>
      <tr id={id} class={below && "with-below"}>
        <Names.Provider value={catalogue.detail.abbreviations}>{head}</Names.Provider>
        {cells.map((cell, index) => (
          <td key={index} data-label={look === "cards" ? columns[index + 1] : undefined}>
            {look === "cards" ? (
              // Beside the name of its column, as one part of a grid.
              <div>
                <Value cell={cell} none={none} />
              </div>
            ) : (
              <Value cell={cell} none={none} />
            )}
          </td>
        ))}
      </tr>
      {below && (
        <tr class="below">
          <td colSpan={columns.length}>
            <Said words={below} />
          </td>
        </tr>
      )}
    </>
  );
  return owner ? <Sources.Provider value={owner}>{drawnRow}</Sources.Provider> : drawnRow;
}

/** One line is no list. */
export function CellPart({ cell }: { cell: Exclude<Cell, null> }) {
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

/** `none`: why a table has nothing, for whoever hears it. */
function Value({ cell, none }: { cell: Cell; none: string | undefined }) {
  if (cell !== null) return <CellPart cell={cell} />;
  return (
    <span class="unknown">
      –<span class="heard"> {none}</span>
    </span>
  );
}
