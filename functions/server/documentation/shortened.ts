/** Shortens an answer of the service for use as an example. */

/** Maximum number of list entries and of table lines in an example. */
const mostEntries = 2;
const mostLines = 4;

/** Cuts long lists, so that a reader sees the structure of the whole answer. */
export function shortened(value: unknown): unknown {
  if (typeof value === "string" && value.includes("\r\n")) {
    return [...value.split("\r\n").slice(0, mostLines), ""].join("\r\n");
  }
  if (Array.isArray(value)) return value.slice(0, mostEntries).map(shortened);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shortened(one)]));
}
