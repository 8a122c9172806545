/** The files of this folder that a build of the container sees. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, matchesGlob, posix } from "node:path";

const root = join(import.meta.dirname, "../..");

/** Names the files that may say what stays outside; the first that exists does. BuildKit looks for no other name. */
const ignoring = ["Containerfile.dockerignore", ".dockerignore"].map((name) => join(root, name));

/** The files on this disk that a build of the container sees. */
export function context(): string[] {
  const file = ignoring.find(existsSync);
  const lines = file === undefined ? [] : readFileSync(file, "utf8").split("\n");
  const patterns = lines.filter((line) => line !== "" && !line.startsWith("#"));
  const within = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      if (patterns.some((pattern) => matchesGlob(path, pattern))) return [];
      return entry.isDirectory() ? within(path) : [path];
    });
  return within("");
}
