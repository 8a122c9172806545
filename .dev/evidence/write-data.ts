/** Writes a file of the data in the layout of the repository, which the checks of `npm test` ask for. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../files.ts";
import { runNode } from "../run.ts";

/**
 * @param path below the repository
 * @throws Error if the file could not be laid out
 */
export async function writeDataFile(path: string, content: object): Promise<void> {
  writeFileSync(join(root, path), `${JSON.stringify(content, null, 2)}\n`);
  const biome = "node_modules/@biomejs/biome/bin/biome";
  const { code, output } = await runNode([biome, "format", "--write", path]);
  if (code !== 0) throw new Error(output);
}
