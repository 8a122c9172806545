import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../files.ts";

/** All that a build is made of. */
const sources = [
  "{data,functions,widget}/**/*.*",
  ".dev/build/*.ts",
  "*.md",
  "package*.json",
  "wrangler.toml",
];
const exclude = ["data/generated/**"];

/** Says whether a build is that of the files which are here now. */
export function sourcesHash(): string {
  const hash = createHash("sha256");
  for (const file of globSync(sources, { cwd: root, exclude }).sort()) {
    hash.update(`${file.replaceAll("\\", "/")}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex").slice(0, 16);
}
