/** Figures by outcome and cut: the primary cut at once, the others folded. */
import { partsOfDefinition } from "#data/named-source.ts";
import { Abbreviated } from "#presentation/screen/abbreviated.tsx";
import type { RecordLine, RecordTable } from "#presentation/statement/record/figures.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { Fold } from "../kit/fold.tsx";
import { Nothing, Table, type TableRow } from "../kit/table.tsx";
import { SourceLink, type Tiers } from "./sources.tsx";

const { unknown } = catalogue.record;

interface FiguresProps {
  table: RecordTable;
  record: Tiers;
}

export function Figures({ table, record }: FiguresProps) {
  const { id, title, columns, lines } = table;
  const primary = lines.filter(({ isPrimary }) => isPrimary);
  const others = lines.filter(({ isPrimary }) => !isPrimary);
  const rows = (own: readonly RecordLine[]) => own.map((line) => rowOf(line, record));
  return (
    <>
      {primary.length > 0 && <Table labelledBy={id} columns={columns} rows={rows(primary)} />}
      {others.length > 0 && (
        <Fold title="Other cuts, populations and definitions" count={others.length}>
          <Table label={`${title}: other cuts`} columns={columns} rows={rows(others)} />
        </Fold>
      )}
    </>
  );
}

function rowOf(line: RecordLine, { sources }: Tiers): TableRow {
  const { place, name, numbers, about, held, definition, source, locator } = line;
  return {
    id: place,
    name: <Abbreviated text={name} names={catalogue.detail.abbreviations} />,
    cells: numbers.map((number) => number ?? <Nothing key="unknown" why={unknown} />),
    below: (
      <>
        {held !== null && <strong class="held">{held} </strong>}
        {about}.{" "}
        {definition !== null && (
          <>
            Definition: <Definition text={definition} />.{" "}
          </>
        )}
        <SourceLink index={source} sources={sources} />: {locator}
      </>
    ),
  };
}

/** The sources that a definition names are links; a rule of the data says that they exist. */
function Definition({ text }: { text: string }) {
  return (
    <>
      {partsOfDefinition(text).map((part) =>
        typeof part === "string" ? (
          part
        ) : (
          <a href={`#source-${part.source}`}>source {part.source}</a>
        ),
      )}
    </>
  );
}
