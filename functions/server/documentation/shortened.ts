/** An answer of the service as an example of itself. */

/** Most entries of a list, and most lines of a table, in an example. */
const mostEntries = 2;
const mostLines = 4;

/** Long lists are cut, so that a reader sees the whole shape. */
export function shortened(value: unknown): unknown {
  if (typeof value === "string" && value.includes("\r\n")) {
    return [...value.split("\r\n").slice(0, mostLines), ""].join("\r\n");
  }
  if (Array.isArray(value)) return value.slice(0, mostEntries).map(shortened);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shortened(one)]));
}
