import { makeViewAddress, viewFormat } from "#presentation/views/format.ts";

/** Returns the address as the element asks it: with the format, if it is one of a view. */
export function inFormat(address: string): string {
  const [path = "", question = ""] = address.split("?");
  const isOfElement = /\/v1\/(screen|choices)/.test(path) && !question.startsWith("format=");
  return isOfElement ? makeViewAddress(path, question) : address;
}

/** Returns the question of an address of a view. */
export const questionOf = (search: string): string =>
  search.slice(1).replace(`format=${viewFormat}`, "").replace(/^&/, "");
