import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { mark, placeProblem, writeFolder } from "../../../../.dev/export/place.ts";

const folder = mkdtempSync(join(tmpdir(), "place-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("an export takes the place of an earlier one and of nothing else", () => {
  const own = join(folder, "own");
  expect(placeProblem(own, false)).toBeNull();
  writeFolder(own, new Map([["a/old.html", "old"]]));
  writeFileSync(join(own, "a/mine.txt"), "mine");
  expect(placeProblem(own, false)).toBeNull();
  writeFolder(own, new Map([["new.html", "new"]]));
  expect(existsSync(join(own, "a/old.html"))).toBe(false);
  expect(readFileSync(join(own, "a/mine.txt"), "utf8")).toBe("mine");
});

it("what is there already stays", () => {
  const other = join(folder, "other");
  mkdirSync(other);
  expect(placeProblem(other, false)).toBeNull();
  const file = join(other, "letter.html");
  writeFileSync(file, "Dear colleague");
  expect(placeProblem(other, false)).toContain("is not empty, and no export");
  expect(placeProblem(file, false)).toContain("is a file");
  expect(placeProblem(file, true)).toContain("is there already, and no export");
  writeFileSync(file, `<head>${mark}</head>`);
  expect(placeProblem(file, true)).toBeNull();
  // A list that would lead out of the folder is none of ours.
  writeFileSync(join(other, "copy.json"), JSON.stringify({ files: ["../own/new.html"] }));
  expect(placeProblem(other, false)).toContain("no export");
});
