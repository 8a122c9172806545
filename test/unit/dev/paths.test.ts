/** The folder of the repository may have any name: a space in a path is `%20` in its URL. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../../../.dev/files.ts";

/** Matches the path of a URL that is used as a path of the file system. */
const taken = /import\.meta\.(?:url|resolve)\b[^;]*\)\s*\.(?:pathname|href\.)/;

const sources = ["{.dev,data,functions,widget,test}/**/*.{ts,tsx,mjs}", "*.ts"];
const exclude = ["data/generated/**"];
const files = globSync(sources, { cwd: root, exclude });

it("is found where it stands", () => {
  for (const text of [
    'new URL("./fixtures/", import.meta.url).pathname',
    "new URL(\n  name,\n  import.meta.url,\n)\n  .pathname",
    "new URL(import.meta.resolve(name)).pathname",
  ]) {
    expect(text).toMatch(taken);
  }
  expect("fileURLToPath(new URL(name, import.meta.url))").not.toMatch(taken);
  expect(files.length).toBeGreaterThan(900);
});

it("no path of a file is read from an URL as it is", () => {
  const thisFile = join("test", "unit", "dev", "paths.test.ts");
  const namingFiles = files.filter((file) => taken.test(readFileSync(join(root, file), "utf8")));
  expect(namingFiles.filter((file) => file !== thisFile)).toEqual([]);
});
