/** Shortens an answer of the service for use as an example. */

/** Maximum number of list entries and of table lines in an example. */
const mostEntries = 2;
const mostLines = 4;
/** Maximum length of any other text. */
const mostCharacters = 600;

/** Cuts long lists, so that a reader sees the structure of the whole answer. */
export function shortened(value: unknown): unknown {
  return typeof value === "string" ? beginning(value) : withoutLongLists(value);
}

function beginning(text: string): string {
  if (text.includes("\r\n")) {
    return [...text.split("\r\n").slice(0, mostLines), ""].join("\r\n");
  }
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
}

function withoutLongLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, mostEntries).map(withoutLongLists);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, withoutLongLists(one)]),
  );
}
