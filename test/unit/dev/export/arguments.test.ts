import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { mark, parseExportArguments } from "../../../../.dev/export/arguments.ts";
import { makeTestFolder } from "../../../support/test-folder.ts";

const folder = makeTestFolder("export-");

const problem = (...args: string[]) => parseExportArguments(args, folder).problem;

it("reads the name of a file, and who says what was withdrawn", () => {
  expect(parseExportArguments(["copy.html"], folder).options).toEqual({
    file: join(folder, "copy.html"),
    recallFrom: null,
  });
  expect(
    parseExportArguments(["a/b.htm", "--recall-from", "https://compare.example.org"], folder)
      .options,
  ).toEqual({ file: join(folder, "a/b.htm"), recallFrom: "https://compare.example.org" });
});

it("says what is wrong", () => {
  expect(problem()).toContain("The name of a file is needed");
  expect(problem("folder")).toContain("ends with .html");
  expect(problem("a.html", "b.html")).toContain("One file is needed, not 2");
  expect(problem("a.html", "--singel")).toContain("--singel");
  expect(problem("a.html", "--recall-from")).toContain("--recall-from");
  for (const wrong of [
    "compare.example.org",
    "https://compare.example.org/",
    "https://a.b/c",
    "https://a.b;script-src *",
    "https://*",
  ]) {
    expect(problem("a.html", "--recall-from", wrong), wrong).toContain("allowed is an origin");
  }
});

it("takes the place of an earlier copy and of nothing else", () => {
  const letter = join(folder, "letter.html");
  writeFileSync(letter, "Dear colleague");
  expect(problem("letter.html")).toBe(
    `${letter} is there already, and no copy of the site. Name another file.`,
  );
  writeFileSync(letter, `<head>${mark}</head>`);
  expect(problem("letter.html")).toBeNull();
  mkdirSync(join(folder, "folder.html"));
  expect(problem("folder.html")).toContain("is there already");
});
