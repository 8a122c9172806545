/**
 * Tests that "not found" is the one word for what no source has, on every screen. Words of the data, such as what one
 * source does not state of its own figure, stay as they are.
 */
import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
/** A code such as `follow-up-unknown` has hyphens. */
const otherWords = /(?<!-)\b(?:not reported|not known|not stated|unknown|in our sources)\b/i;

/** These say something else: how a count came about, or which clock is not known. */
const otherMeanings = /\b(?:derived|inferred), not reported\b|\bis not known: the clock\b/gi;

/** Returns the text as it is in the data, where no hyphen is kept from breaking. */
const asInData = (text: string) => text.replaceAll("‑", "-").replaceAll("’", "'");

/** Lists the texts of the data that have such words, the longest first, because some are a part of others. */
async function textsOfData(): Promise<string[]> {
  const texts: string[] = [];
  for await (const file of glob("data/**/*.json", { cwd: root })) {
    JSON.parse(readFileSync(join(root, file), "utf8"), (_, value: unknown) => {
      // The words alone, such as the code `unknown`, are no text.
      const isText =
        typeof value === "string" && otherWords.test(value) && /^(?:\S+ ){2}/.test(value);
      if (isText) texts.push(asInData(value));
      return value;
    });
  }
  return texts.sort((a, b) => b.length - a.length);
}

it("all approved screens and pages", async () => {
  const ofData = await textsOfData();
  const problems: string[] = [];
  for await (const file of glob("**/*.{txt,csv}", { cwd: join(import.meta.dirname, "answers") })) {
    const whole = asInData(readFileSync(join(import.meta.dirname, "answers", file), "utf8"));
    const text = ofData.reduce((rest, own) => rest.replaceAll(own, ""), whole);
    for (const line of text.replaceAll(otherMeanings, "").split("\n")) {
      const isNameOfCase = file.startsWith("made-up") && line.startsWith("## ");
      if (otherWords.test(line) && !isNameOfCase) problems.push(`${file}: ${line}`);
    }
  }
  expect(problems).toEqual([]);
});
