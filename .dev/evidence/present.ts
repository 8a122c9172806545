/** Reads the present data and the problems in them. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readDataFiles } from "#data/build/read-files.ts";
import { parseAndCheckData } from "#data/build/validate.ts";
import { root } from "../files.ts";
import { runNode } from "../run.ts";

export const dataFolder = join(root, "data");
const checkedData = parseAndCheckData(readDataFiles(dataFolder));
export const { evidence, warnings } = checkedData;

/** Holds today's date in the form that the data use. */
export const today = new Date().toISOString().slice(0, 10);

/** Ends the command with the reason why it does nothing. */
export function refuseCommand(reason: string): never {
  console.error(reason);
  process.exit(1);
}

export function refuseInvalidData(): void {
  const { length } = checkedData.problems;
  if (length > 0)
    refuseCommand(`${length} problems in the data; "npm run evidence -- check" names them.`);
}

// Writes a file of the data in the layout of the repository, which the checks of `npm test` ask for.

/**
 * Writes the content to a file as JSON in the layout of the repository.
 *
 * @param path below the repository
 * @throws Error if the file could not be laid out
 */
export async function writeDataFile(path: string, content: object): Promise<void> {
  writeFileSync(join(root, path), `${JSON.stringify(content, null, 2)}\n`);
  const biome = "node_modules/@biomejs/biome/bin/biome";
  const { code, output } = await runNode([biome, "format", "--write", path]);
  if (code !== 0) throw new Error(output);
}
