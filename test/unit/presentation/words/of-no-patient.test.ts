/** "For this patient" never stands beside a pooled rate: no rate is one patient's. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../../../..");
const folders = [
  "functions/presentation",
  "widget/ehr",
  "widget/sheets",
  "widget/views",
  "widget/row",
];

it("no words of ours say it", () => {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  );
  expect(files.length).toBeGreaterThan(100);
  // What readers see, and no comment.
  const said = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const found = files.filter((file) =>
    /for (this|my|your|the) patient\b/i.test(said(readFileSync(join(root, file), "utf8"))),
  );
  expect(found).toEqual([]);
});
