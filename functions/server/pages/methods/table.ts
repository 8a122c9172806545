/** A table as Markdown. */

/** Each record its cells; a cell is one line and has no bar. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = rows[0]?.length ?? head.length;
  const cells = (texts: readonly string[]) =>
    `| ${texts.map((text) => text.replaceAll("|", "/").replaceAll("\n", " ")).join(" | ")} |`;
  const names = Array.from({ length: columns }, (_, index) => head[index] ?? "");
  return [cells(names), cells(names.map(() => "---")), ...rows.map(cells)].join("\n");
}
