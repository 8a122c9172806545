/**
 * A report as plain text, for approved texts. Lines have at most 80 columns, unless a single word or
 * address is longer. Drawings, and links that change what the page shows, are not there.
 */
import type {
  Block,
  Cell,
  Document,
  Line,
  List,
  Piece,
  Row,
  Section,
  Table,
} from "#presentation/report/document.ts";

const width = 80;

export function asText({ title, opening, sections }: Document): string {
  const parts = [
    underlined(title, "="),
    ...opening.flatMap(blockText),
    ...sections.map(sectionText),
  ];
  return `${parts.join("\n\n")}\n`;
}

function underlined(text: string, mark: string): string {
  return `${text}\n${mark.repeat(text.length)}`;
}

function sectionText({ heading, blocks }: Section): string {
  return [underlined(heading, "-"), ...blocks.flatMap(blockText)].join("\n\n");
}

/** No text for what only the page has. */
function blockText(block: Block): string[] {
  switch (block.kind) {
    case "paragraph": {
      const text = block.lines.map(lineText).filter(Boolean).join(" ");
      return text === "" ? [] : [wrapped(text)];
    }
    case "list":
      return [listText(block)];
    case "table":
      return [tableText(block)];
    case "part": {
      const { heading, aside, folded, blocks } = block;
      const texts = blocks.flatMap(blockText);
      if (texts.length === 0) return [];
      const named = aside ? `${heading} (${aside})` : heading;
      const head = folded ? wrapped(named) : underlined(named, "~");
      return [[head, ...texts].join("\n\n")];
    }
    case "orders":
    case "rates":
    case "figure":
    case "picture":
      return [];
  }
}

function listText({ lead, items, look }: List): string {
  const mark = (index: number) =>
    look === "references" || look === "footnotes" ? `${index + 1}. ` : "- ";
  const lines = items.map((item, index) => wrapped(lineText(item), mark(index)));
  return [...(lead === null ? [] : [wrapped(`${lead}:`)]), ...lines].join("\n");
}

/** Each row as an item: its name, then every cell, after the name of its column if there are several. */
function tableText({ caption, columns, bodies }: Table): string {
  const rows = bodies.flat().map((row) => wrapped(rowText(row, columns), "- "));
  return [...(caption ? [wrapped(`${caption}:`)] : []), ...rows].join("\n");
}

function rowText({ head, cells }: Row, [, ...columns]: readonly string[]): string {
  const said = cells.flatMap((cell, index) => {
    const text = cellText(cell);
    if (text === "") return [];
    return columns.length === 1 ? text : `${columns[index]}: ${text}`;
  });
  return `${cellText(head)}: ${said.join("; ")}`;
}

function cellText(cell: Cell): string {
  return cell.map(lineText).filter(Boolean).join(", ");
}

function lineText({ pieces, cited }: Line): string {
  const text = pieces.map(pieceText).join("").trim();
  const marks = cited.map(({ number, locator }) =>
    locator === null ? `${number}` : `${number}: ${locator}`,
  );
  return marks.length === 0 ? text : `${text} [${marks.join(", ")}]`;
}

function pieceText(piece: Piece): string {
  if (typeof piece === "string") return piece;
  const { text, href, isSpelled } = piece;
  return isSpelled && href ? `${text} <${href}>` : text;
}

/** Breaks lines between words. Later lines are indented to the start of the text, after `mark`. */
function wrapped(text: string, mark = ""): string {
  const indent = " ".repeat(mark.length);
  const lines: string[] = [];
  let current = mark;
  for (const word of text.split(/(?<!τ|I²)\s+(?!%)/)) {
    const start = current === mark || current === indent;
    if (!start && current.length + 1 + word.length > width) {
      lines.push(current);
      current = indent + word;
    } else {
      current += start ? word : ` ${word}`;
    }
  }
  return [...lines, current].join("\n");
}
