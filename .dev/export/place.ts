/** Where an export is written: never over anything but an earlier one. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** In each folder of an export: which files are its own. */
const listName = "copy.json";

/** In each page of an export. */
export const mark = '<meta name="generator" content="Myeloma Compare, a copy">';

/** Why nothing may be written there; `null` if it may be. */
export function placeProblem(target: string, isSingle: boolean): string | null {
  const found = statSync(target, { throwIfNoEntry: false });
  if (!found) return null;
  if (isSingle) {
    const isOurs = found.isFile() && readFileSync(target, "utf8").includes(mark);
    return isOurs ? null : `${target} is there already, and no export. Name another file.`;
  }
  if (!found.isDirectory())
    return `${target} is a file. Name a folder, or a file that ends with .html.`;
  return readdirSync(target).length === 0 || filesOf(target)
    ? null
    : `${target} is not empty, and no export. Name another folder.`;
}

/** Takes away what an earlier export wrote, and nothing else. */
export function writeFolder(folder: string, files: ReadonlyMap<string, string>): void {
  for (const path of filesOf(folder) ?? []) rmSync(join(folder, path), { force: true });
  const list = JSON.stringify({ files: [...files.keys(), listName].sort() }, null, 1);
  for (const [path, content] of [...files, [listName, list] as const]) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** `null` if the folder is no export. */
function filesOf(folder: string): string[] | null {
  const list = join(folder, listName);
  if (!existsSync(list)) return null;
  try {
    const { files } = JSON.parse(readFileSync(list, "utf8"));
    const isList = Array.isArray(files) && files.every((path) => /^[\w~+-][\w./~+-]*$/.test(path));
    return isList && !files.some((path) => path.includes("..")) ? files : null;
  } catch {
    return null;
  }
}
