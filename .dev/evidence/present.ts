/** Reads the present data and the problems in them. */
import { join } from "node:path";
import { readDataFiles } from "#data/build/read-files.ts";
import { checkData } from "#data/build/validate.ts";
import { root } from "../files.ts";

export const dataFolder = join(root, "data");
const checkedData = checkData(readDataFiles(dataFolder));
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
