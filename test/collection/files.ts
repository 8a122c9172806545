/** The frozen files by their paths in the repository. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const text = readFileSync(join(import.meta.dirname, "collection.json"), "utf8");

export const files = JSON.parse(text) as Readonly<Record<string, unknown>>;
