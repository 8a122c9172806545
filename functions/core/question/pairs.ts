/** Parameters and their texts as the text of a question. */
import type { ParameterName } from "./parameter-names.ts";

export function joinedPairs(said: readonly (readonly [ParameterName, string])[]): string {
  return said.map(([name, text]) => `${name}=${text}`).join("&");
}
