/** The data as they are now, and what is wrong with them. */
import { join } from "node:path";
import { readDataFiles } from "#data/build/read-files.ts";
import { check } from "#data/build/validate.ts";
import { root } from "../files.ts";

export const dataFolder = join(root, "data");
export const { evidence, problems } = check(readDataFiles(dataFolder));

/** As a date of the data is written. */
export const today = new Date().toISOString().slice(0, 10);

/** Ends the command with the reason why it does nothing. */
export function refuse(reason: string): never {
  console.error(reason);
  process.exit(1);
}

export function refuseProblems(): void {
  if (problems.length === 0) return;
  refuse(`${problems.length} problems in the data; "npm run evidence -- check" names them.`);
}
