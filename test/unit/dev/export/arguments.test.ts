import { expect, it } from "vitest";
import { readArguments } from "../../../../.dev/export/arguments.ts";

const problem = (...args: string[]) => readArguments(args).problem;

it("reads a folder or a file, and who says what was withdrawn", () => {
  expect(readArguments(["copy"]).wanted).toEqual({
    target: "copy",
    isSingle: false,
    recallFrom: null,
  });
  expect(
    readArguments(["a/b.html", "--recall-from", "https://compare.example.org"]).wanted,
  ).toEqual({ target: "a/b.html", isSingle: true, recallFrom: "https://compare.example.org" });
});

it("says what is wrong", () => {
  expect(problem()).toContain("Where to is missing");
  expect(problem("a", "b")).toContain("One place is needed, not 2");
  expect(problem("a", "--singel")).toContain("--singel");
  expect(problem("a", "--recall-from")).toContain("--recall-from");
  for (const wrong of [
    "compare.example.org",
    "https://compare.example.org/",
    "https://a.b/c",
    "https://a.b;script-src *",
    "https://*",
  ]) {
    expect(problem("a", "--recall-from", wrong), wrong).toContain("allowed is an origin");
  }
});
