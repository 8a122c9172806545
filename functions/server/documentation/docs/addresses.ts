/** Where the description of the API stands. */
export const api = "/docs/api";

/** @param name of a resource, or of what resources share */
export function addressIn(name: string, anchor?: string): string {
  return `${api}/${name}${anchor === undefined ? "" : `#${anchor}`}`;
}
