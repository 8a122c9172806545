/** Parameters and their texts as the text of a question. */
import type { ParameterName } from "./parameter-names.ts";

export function joinedPairs(said: readonly (readonly [ParameterName, string])[]): string {
  // A plus would be read as a space; no other sign of a value needs to be written otherwise.
  return said.map(([name, text]) => `${name}=${text.replaceAll("+", "%2B")}`).join("&");
}
