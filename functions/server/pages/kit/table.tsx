/** Tables: rows with a name, in groups where there are several, each with what it rests on below. */
import { Abbreviated } from "#presentation/document/abbreviation.tsx";
import type { PageRow, PageTable } from "#presentation/statement/page.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { catalogue } from "#presentation/words/catalogue.ts";
import { Lines, type OfPage } from "./sources.tsx";
import { Said } from "./text.tsx";

interface TableProps extends OfPage {
  table: PageTable;
}

export function Table({ table, ...of }: TableProps) {
  const { label, labelledBy, columns, groups, isCards } = table;
  return (
    <table
      class={["facts-table", isCards ? "cards" : columns.length < 4 && "few"]
        .filter(Boolean)
        .join(" ")}
      aria-labelledby={labelledBy}
      aria-label={label}
    >
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ title, rows }) => (
        <tbody key={title}>
          {title !== "" && (
            <tr>
              <th scope="rowgroup" colSpan={columns.length}>
                {title}
              </th>
            </tr>
          )}
          {rows.map((row, index) => (
            <Row key={index} row={row} table={table} {...of} {...row.owner} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ row, table, ...of }: TableProps & { row: PageRow }) {
  const { id, name, group, basis, cells, below } = row;
  const { columns, none } = table;
  return (
    <>
      <tr id={id} class={below && "with-below"}>
        <th scope="row">
          {group && (
            <>
              <Mark group={group} />{" "}
            </>
          )}
          {typeof name === "string" ? (
            <Abbreviated text={name} names={catalogue.detail.abbreviations} />
          ) : (
            <Said words={name} />
          )}
          {basis && <span class="basis">{basis}</span>}
        </th>
        {cells.map((cell, index) => (
          <td key={columns[index + 1]} data-name={columns[index + 1]}>
            {cell === null ? <Nothing why={none} /> : <Lines lines={cell} {...of} />}
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
}

/** Where a table has nothing. */
function Nothing({ why }: { why: string }) {
  return (
    <span class="unknown">
      –<span class="heard"> {why}</span>
    </span>
  );
}
