/**
 * What readers and programs are given, question by question, as files that are read as a diff. They rest on
 * the data of `test/collection/`, so only a change of code or words changes them. `npm run accept` writes
 * them anew.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { approved, codes } from "./every-code.ts";
import { questions } from "./questions.ts";
import { surfaces } from "./surfaces.ts";

const folder = join(import.meta.dirname, "answers");

// No answer depends on the day; should one ever do so, it is this day.
vi.setSystemTime("2026-12-01");

describe.each(Object.entries(questions))("%s", (name, question) => {
  it.each(Object.entries(surfaces))("%s", async (file, asLines) => {
    const lines = await asLines(question);
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(join(folder, name, file));
  });
});

it("there are no files of other questions", () => {
  const files = Object.keys(questions).flatMap((name) => [
    name,
    ...Object.keys(surfaces).map((file) => join(name, file)),
  ]);
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" });
  expect(found.filter((path) => !files.includes(path))).toEqual([]);
});

// A new code asks for a question that has it.
it("every code that there is stands in some answer, but for those that are named", async () => {
  const answers = await approved();
  for (const [name, { all, found, never = [] }] of Object.entries(codes)) {
    const occurring = new Set(answers.flatMap(found));
    expect(
      all.filter((code) => !occurring.has(code)),
      name,
    ).toEqual(never);
  }
});
