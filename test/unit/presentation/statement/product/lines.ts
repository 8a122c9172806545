/** Takes the blocks of a document apart, for tests. */
import { type Block, type Cell, type Line, line } from "#presentation/document/document.ts";

export function linesIn(blocks: readonly Block[]): Line[] {
  return blocks.flatMap((block) => {
    if (block.kind === "paragraph") return block.lines;
    if (block.kind === "list") return [...lead(block.lead), ...block.items];
    if (block.kind === "part") {
      const lines = linesIn(block.blocks);
      return lines.length > 0 ? [...lead(block.title), ...lines] : [];
    }
    if (block.kind !== "table") return [];
    const rows = block.groups.flatMap((group) => group.rows);
    return [
      ...lead(block.caption),
      ...rows.flatMap(({ name, cells }) => [name, ...cells.flatMap(inCell)]).flatMap(withBelow),
    ];
  });
}

function inCell(cell: Cell): readonly Line[] {
  return typeof cell === "string" ? [line(cell)] : (cell ?? []);
}

function withBelow(one: Line): Line[] {
  return [one, ...(one.beneath ?? []).flatMap(withBelow)];
}

function lead(text: string | null | undefined): Line[] {
  return text ? [line(text)] : [];
}
