/** The data as they are now, and what is wrong with them. */
import { join } from "node:path";
import { readDataFiles } from "#data/build/read-files.ts";
import { check } from "#data/build/validate.ts";
import { root } from "../files.ts";

export const dataFolder = join(root, "data");
export const { evidence, problems } = check(readDataFiles(dataFolder));
