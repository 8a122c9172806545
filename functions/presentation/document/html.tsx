/** A document as elements of a page; the renderer escapes every text. */
import { type ComponentChildren, createContext, Fragment } from "preact";
import { useContext } from "preact/hooks";
import { InlineForest } from "../forest/inline.tsx";
import type { Extent } from "../report/report-parts.ts";
import { placeOn, uprights } from "../svg/geometry.ts";
import { At, ClassMark, IntervalLine } from "../svg/marks.tsx";
import { Strip } from "../svg/strip.tsx";
import type { Abbreviations } from "../words/catalogue.ts";
import { Abbreviated } from "./abbreviation.tsx";
import type {
  Block,
  Cell,
  Cited,
  Document,
  Lengths,
  Line,
  List,
  Part,
  Picture,
  Piece,
  Row,
  Table,
} from "./document.ts";

/** Abbreviations are spelled out to whoever points at them. */
const Names = createContext<Abbreviations | null>(null);

/** Of the heading of a part: below that of the page or of its section. */
const Level = createContext<"h2" | "h3">("h3");

interface Props {
  document: Document;
  extent: Extent;
  /** Name of the list of sections; none without it. */
  contents?: string;
  /** Stands before everything else. */
  note?: ComponentChildren;
}

export function DocumentMain({ document, extent, contents, note }: Props) {
  const { title, opening, sections, abbreviations } = document;
  return (
    <Names.Provider value={abbreviations}>
      <main class={`page text wide report ${extent}`}>
        {note}
        <header>
          <h1>{title}</h1>
          <Level.Provider value="h2">
            <Blocks blocks={opening} />
          </Level.Provider>
        </header>
        {contents && (
          <nav aria-label={contents}>
            <ul>
              {sections.map(({ id, heading }) => (
                <li key={heading}>
                  <a href={`#${id}`}>{heading}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {sections.map(({ id, heading, blocks }) => (
          <section key={heading} id={id ?? undefined}>
            <h2>{heading}</h2>
            <Blocks blocks={blocks} />
          </section>
        ))}
      </main>
    </Names.Provider>
  );
}

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, index) => (
        <BlockPart key={index} block={block} />
      ))}
    </>
  );
}

function BlockPart({ block }: { block: Block }) {
  switch (block.kind) {
    case "paragraph":
      return (
        <p class={block.look}>
          <Lines lines={block.lines} />
        </p>
      );
    case "list":
      return <ListPart {...block} />;
    case "lengths":
      return <LengthsPart {...block} />;
    case "table":
      return <TablePart table={block} />;
    case "part":
      return <PartPart {...block} />;
    case "figure":
      return <InlineForest figure={block.drawn} />;
    case "picture":
      return <PicturePart {...block} />;
  }
}

function PartPart({ id, heading, aside, folded, blocks }: Part) {
  const Heading = useContext(Level);
  const content = <Blocks blocks={blocks} />;
  if (!folded) {
    return (
      <article id={id ?? undefined}>
        <Heading>{heading}</Heading>
        {content}
      </article>
    );
  }
  return (
    <details id={id ?? undefined} class={folded === true ? undefined : folded}>
      <summary>
        {heading} {aside && <span class="quiet">{aside}</span>}
      </summary>
      {content}
    </details>
  );
}

function ListPart({ lead, items, look }: List) {
  const isCited = look === "references";
  const isNumbered = isCited || look === "footnotes";
  const lines = items.map((item, index) => (
    <li key={index} id={isCited ? `reference-${index + 1}` : undefined}>
      <LinePart {...item} />
    </li>
  ));
  return (
    <>
      {lead !== null && <h3>{lead}</h3>}
      {isNumbered ? <ol class={look}>{lines}</ol> : <ul class={look}>{lines}</ul>}
    </>
  );
}

function LengthsPart({ lead, items }: Lengths) {
  return (
    <p class="sorting">
      {lead}{" "}
      {items.map(({ text, href, isPresent }) => (
        <a key={text} href={href} aria-current={isPresent ? "true" : undefined}>
          {text}
        </a>
      ))}
    </p>
  );
}

function TablePart({ table }: { table: Table }) {
  const { name, caption, columns, bodies, wide, axis } = table;
  const content = (
    <table class={name}>
      {caption && <caption>{caption}</caption>}
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          {axis && <td class="quiet" aria-hidden="true">{`0–${axis}`}</td>}
        </tr>
      </thead>
      {bodies.map((rows, index) => (
        <tbody key={index}>
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
const labelled = new Set<Table["name"]>(["summary", "patients"]);

function RowPart({ row, table }: { row: Row; table: Table }) {
  const { head, cells, group, drawn, at } = row;
  const { strips } = table;
  return (
    <tr class={group && `class ${group}`}>
      <th scope={group ? "rowgroup" : "row"}>
        <CellPart cell={head} />
      </th>
      {cells.map((cell, index) => (
        <td
          key={index}
          data-label={labelled.has(table.name) ? table.columns[index + 1] : undefined}
        >
          <CellPart cell={cell} />
          {at && strips?.cell === index && <Strip at={at} reach={strips.reach} />}
        </td>
      ))}
      {table.axis && <td>{drawn && <Interval {...drawn} axis={table.axis / 100} />}</td>}
    </tr>
  );
}

function CellPart({ cell: [main, ...beneath] }: { cell: Cell }) {
  return (
    <>
      {main && <LinePart {...main} />}
      {beneath.map((line, index) => (
        <small key={index}>
          <LinePart {...line} />
        </small>
      ))}
    </>
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

function PicturePart({ href, svg, png, pngFailed }: Picture) {
  return (
    <p class="sorting">
      <a class="plot" href={href} data-label={png} data-failed={pngFailed}>
        {svg}
      </a>
    </p>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <>
      {lines.map((line, index) => (
        <Fragment key={index}>
          {index > 0 && " "}
          <LinePart {...line} />
        </Fragment>
      ))}
    </>
  );
}

function LinePart({ pieces, cited }: Line) {
  return (
    <>
      {pieces.map((piece, index) => (
        <PiecePart key={index} piece={piece} />
      ))}
      {cited.length > 0 && " ["}
      {cited.map((one, index) => (
        <CitedPart key={one.number} {...one} first={index === 0} />
      ))}
      {cited.length > 0 && "]"}
    </>
  );
}

function PiecePart({ piece }: { piece: Piece }) {
  const names = useContext(Names);
  if (typeof piece === "string") return names ? <Abbreviated text={piece} names={names} /> : piece;
  const { text, href, mark, isOutside } = piece;
  if (href) {
    const beside = isOutside ? { target: "_blank", rel: "noopener noreferrer" } : {};
    return (
      <a href={href} class={mark} {...beside}>
        {text}
      </a>
    );
  }
  if (mark === "strong") return <strong>{text}</strong>;
  return <span class={mark}>{text}</span>;
}

function CitedPart({ number, locator, first }: Cited & { first: boolean }) {
  return (
    <>
      {!first && ", "}
      <a href={`#reference-${number}`}>{number}</a>
      {locator !== null && `: ${locator}`}
    </>
  );
}
