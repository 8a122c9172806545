/** The history of the data. */

import { recall, releases } from "#data/generated/changes.ts";
import { dataVersion } from "#data/generated/data-version.ts";

export function constants(): Record<string, string> {
  return { "changes.json": JSON.stringify({ dataVersion, ...recall, releases }) };
}
