/** Every test that SECURITY.md calls a proof exists under that title. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../../..");
const [, table = ""] = readFileSync(join(root, "SECURITY.md"), "utf8").split("## Checked against");
const rows = table.split("\n").filter((line) => /^\| \d/.test(line));

/** The required items, of the conventions for a public widget that is only read. */
const items = [
  ...["3.2.1", "3.2.2", "3.4.1", "3.4.2", "3.4.3", "3.4.4", "3.4.5", "3.4.6", "3.4.7", "3.5.5"],
  ...["3.5.6", "3.5.7", "3.6.1", "3.7.2", "4.1.1", "4.1.4"],
];

it("has a row for every item", () => {
  const named = rows.map((row) => row.match(/^\| ([\d.]+)/)?.[1]);
  expect(named).toEqual(expect.arrayContaining(items));
  expect(new Set(named).size).toBe(named.length);
});

it.each(rows)("%s", (row) => {
  const [, , , proofs = ""] = row.split("|");
  const files = [...proofs.matchAll(/\[[^\]]+\]\(([^)]+)\): ((?:"[^"]+"(?:, )?)+)/g)];
  expect(files.length).toBeGreaterThan(0);
  for (const [, path = "", titles = ""] of files) {
    expect(existsSync(join(root, path)), path).toBe(true);
    const source = readFileSync(join(root, path), "utf8");
    for (const [title] of titles.matchAll(/"[^"]+"/g)) {
      // The text must be the title of a test, not a part of a comment.
      const calls = source.split(title).slice(0, -1);
      expect(
        calls.some((before) => /\b(?:it|test)(?:\.\w+\([\s\S]*\))?\(\s*$/.test(before.slice(-400))),
        title,
      ).toBe(true);
    }
  }
});
