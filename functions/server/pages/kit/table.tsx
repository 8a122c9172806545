/** Tables: rows with a name, in groups where there are several, each with what it rests on below. */
import type { ComponentChildren } from "preact";

export interface TableRow {
  /** What others lead to. */
  id?: string;
  name: ComponentChildren;
  /** One for each column but the first. */
  cells: readonly ComponentChildren[];
  /** Below the cells, over all columns. */
  below?: ComponentChildren;
}

export interface TableGroup {
  /** Empty where there is one group only. */
  title: ComponentChildren;
  rows: readonly TableRow[];
}

interface TableProps {
  /** Ids of what names it, or a name. */
  labelledBy?: string;
  label?: string;
  columns: readonly string[];
  rows?: readonly TableRow[];
  groups?: readonly TableGroup[];
  /** On a phone each row is a card. */
  isCards?: boolean;
}

export function Table({ labelledBy, label, columns, rows = [], groups, isCards }: TableProps) {
  return (
    <table
      class={["facts-table", isCards ? "cards" : columns.length < 4 && "few"]
        .filter(Boolean)
        .join(" ")}
      aria-labelledby={labelledBy}
      aria-label={label}
    >
      <Columns names={columns} />
      {(groups ?? [{ title: "", rows }]).map((group, index) => (
        <tbody key={index}>
          {group.title !== "" && (
            <tr>
              <th scope="rowgroup" colSpan={columns.length}>
                {group.title}
              </th>
            </tr>
          )}
          {group.rows.map((row, place) => (
            <Row key={place} row={row} columns={columns} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ row, columns }: { row: TableRow; columns: readonly string[] }) {
  const { id, name, cells, below } = row;
  return (
    <>
      <tr id={id} class={below ? "with-below" : undefined}>
        <th scope="row">{name}</th>
        {cells.map((cell, index) => (
          <td key={columns[index + 1]} data-name={columns[index + 1]}>
            {cell}
          </td>
        ))}
      </tr>
      {below && (
        <tr class="below">
          <td colSpan={columns.length}>{below}</td>
        </tr>
      )}
    </>
  );
}

function Columns({ names }: { names: readonly string[] }) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface NumberProps {
  /** Where its source and place in it stand. */
  href?: string;
  number: string;
  /** `94 of 97` */
  basis?: string;
}

/** A number, and below it what it rests on. */
export function NumberCell({ href, number, basis }: NumberProps) {
  return (
    <>
      {href ? <a href={href}>{number}</a> : number}
      {basis && <span class="basis">{basis}</span>}
    </>
  );
}

/** Where a table has nothing. */
export function Nothing({ why }: { why: string }) {
  return (
    <span class="unknown">
      –<span class="heard"> {why}</span>
    </span>
  );
}
