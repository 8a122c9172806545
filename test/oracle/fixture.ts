import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import type { Figures, OracleCase } from "./within-tolerance.ts";

const figures: v.GenericSchema<Figures> = v.union([
  v.number(),
  v.string(),
  v.boolean(),
  v.null(),
  v.array(v.lazy(() => figures)),
  v.record(
    v.string(),
    v.lazy(() => figures),
  ),
]);

const oracleCase = v.object({
  id: v.string(),
  description: v.optional(v.string(), ""),
  input: v.record(v.string(), v.unknown()),
  options: v.record(v.string(), v.unknown()),
  expected: v.record(v.string(), figures),
  tolerance: v.record(
    v.string(),
    v.strictObject({ rel: v.exactOptional(v.number()), abs: v.exactOptional(v.number()) }),
  ),
  source: v.optional(v.string(), ""),
}) satisfies v.GenericSchema<unknown, OracleCase>;

/** Holds the folder of the fixtures in this repository. */
export const FIXTURES = join(import.meta.dirname, "fixtures");

/** Returns all `.json` files at a path: the file itself, or those of a folder and its subfolders. */
export function fixtureFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(path, name));
}

/**
 * Returns the cases of a fixture file.
 *
 * @throws Error naming file, case and field of what is not in the format.
 */
export function readFixture(file: string): readonly OracleCase[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file} is not readable JSON: ${String(error)}`);
  }
  if (!Array.isArray(content)) throw new Error(`${file} must hold an array of cases`);
  return content.map((entry, index) => {
    const parsed = v.safeParse(oracleCase, entry);
    if (parsed.success) return parsed.output;
    const [issue] = parsed.issues;
    throw new Error(`${file}, case ${index}: ${v.getDotPath(issue) ?? "case"} — ${issue.message}`);
  });
}
