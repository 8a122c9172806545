/**
 * Writes markup as lines for approved files, as a reader takes it in: a sentence, an item or a row of a table is one
 * line. The hyphen at which no line ends is written as U+2011, which an editor shows.
 */

const breaking =
  /^(?:p|li|tr|h[1-6]|div|section|article|header|footer|main|fieldset|ul|ol|dl|dt|dd|table|caption|details|summary|noscript)$/;

/** Drawings say nothing that is not beside them in words, and contents repeat the headings. */
const unread = /<(nav|script|style)\b[\s\S]*?<\/\1>|<span class="on-paper">[^<]*<\/span>/g;
/** Matches a drawing that holds no other drawing; nested drawings are removed from the inside. */
const innermost = /<svg\b(?:(?!<svg\b)[\s\S])*?<\/svg>/g;

function withoutDrawings(html: string): string {
  const without = html.replace(innermost, "");
  return without === html ? html : withoutDrawings(without);
}

const prefixes: Readonly<Record<string, string>> = {
  h1: "# ",
  h2: "## ",
  h3: "### ",
  h4: "#### ",
  h5: "##### ",
  li: "- ",
  summary: "> ",
  caption: "Table: ",
};

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&" };

export function htmlAsLines(html: string): string[] {
  const lines: string[] = [];
  let [line, prefix, address, isRow] = ["", "", "", false];
  const add = (text: string) => {
    // Styles set apart what the markup does not.
    const isOneWord = /[\p{L}\d)\]”%]$/u.test(line) && /^[\p{L}\d([“<]/u.test(text);
    line += isOneWord ? ` ${text}` : text;
  };
  const end = (next = "") => {
    const text = line.replace(/\s+/g, " ").replace(/^ |[ |]+$/g, "");
    if (text !== "") lines.push(...(isRow ? [text] : sentencesOf(text, prefix)));
    [line, prefix] = ["", next];
  };
  for (const [text, slash, name, attributes = ""] of withoutDrawings(html)
    .replace(unread, "")
    .matchAll(/<(\/?)([a-z][a-z0-9-]*)([^>]*)>|[^<]+/g)) {
    const opens = slash === "";
    if (name === undefined) add(decoded(text.replaceAll("\u2060-\u2060", "\u2011")));
    else if (name === "tr") {
      end();
      isRow = opens;
    } else if (isRow && /^t[hd]$/.test(name)) line += opens ? "" : " | ";
    else if (isRow && breaking.test(name)) line += " ";
    else if (breaking.test(name)) {
      end(opens ? prefixes[name] : "");
      if (opens && /^h\d$/.test(name)) lines.push("");
    } else if (name === "button") add(opens ? " [" : "] ");
    else if (name === "small" || name === "br") line += " ";
    else if (name === "a") {
      if (opens) address = decoded(/ href="([^"#][^"]*)"/.exec(attributes)?.[1] ?? "");
      if (address !== "") add(opens ? "[" : `](${address})`);
    }
  }
  end();
  // An address that is its own text stands once.
  return lines.map((line) => line.replace(/\[(https?:[^\]]*)\]\(\1\)/g, "<$1>"));
}

/** Matches a text that cites a source. Such a text stays on one line, because its full stops end no sentences. */
const citing = /\]\(|\bet al\b|\b(?:19|20)\d\d[.;]/;

export function sentencesOf(text: string, prefix = ""): string[] {
  const indent = " ".repeat(prefix.startsWith("-") ? prefix.length : 0);
  return (citing.test(text) ? [text] : text.split(/(?<=[.!?]) (?=[\p{Lu}\d“])/u)).map(
    (sentence, index) => (index === 0 ? prefix : indent) + sentence,
  );
}

function decoded(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/&(lt|gt|quot|amp);/g, (_, name) => entities[name] ?? "");
}
