/** A class name that every page has styles for means one thing. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../../../../.dev/files.ts";

const textOf = (path: string) => readFileSync(join(root, path), "utf8");

/** Lists classes that any file may use: text that is heard but not seen, and the frame of a page. */
const general = new Set(["heard", "page"]);

it("is written by one file only", () => {
  const styled = textOf("functions/server/pages/html/page.css").matchAll(/\.([a-z][a-z-]*)/g);
  const names = new Set(
    Array.from(styled, ([, name = ""]) => name).filter((name) => !general.has(name)),
  );
  const writing = globSync("functions/**/*.tsx", { cwd: root }).flatMap((path) =>
    Array.from(textOf(path).matchAll(/class="([^"]+)"/g)).flatMap(([, text = ""]) =>
      text.split(" ").map((name) => ({ name, path })),
    ),
  );
  expect(names.size).toBeGreaterThan(2);
  for (const name of names) {
    const files = new Set(writing.filter((entry) => entry.name === name).map(({ path }) => path));
    expect(files.size, `.${name}: ${[...files].join(", ")}`).toBeLessThan(2);
  }
});
