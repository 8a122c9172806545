/** GitHub Flavored Markdown of plain text: what a card says is never markup by accident. */

export function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>|~#]/g, "\\$&");
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

export function link(text: string, address: string): string {
  return `[${plain(text)}](${address.replace(/[()\s<>\\]/g, encodeURIComponent)})`;
}

export function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.map(plain).join(" | ")} |`;
  return [row(head), `|${head.map(() => " --- |").join("")}`, ...lines.map(row)].join("\n");
}
