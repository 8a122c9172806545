/**
 * What readers and programs are given, question by question, as files that a person has read. They rest on
 * the data of `test/collection/`, so only a change of code or words changes them. `npm run accept` writes
 * them anew; what it changed is then read as a diff.
 */
import { describe, expect, it, vi } from "vitest";
import { questions } from "./questions.ts";
import { surfaces } from "./surfaces.ts";

// No answer depends on the day; should one ever do so, it is this day.
vi.setSystemTime("2026-12-01");

describe.each(Object.entries(questions))("%s", (name, question) => {
  it.each(Object.entries(surfaces))("%s", async (file, asLines) => {
    const lines = await asLines(question);
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`answers/${name}/${file}`);
  });
});
