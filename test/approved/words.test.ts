/** Tests of all approved screens and pages: how names are kept in one line, and the one word for what no source has. */
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

const answers = join(import.meta.dirname, "answers");

it("all approved screens", async () => {
  const problems: string[] = [];
  for await (const file of glob("**/screen.txt", { cwd: answers })) {
    const text = readFileSync(join(answers, file), "utf8")
      // The description for other sites, which no view draws, and the targets of links are left out.
      .replace(/^[\s\S]*?\n\n(?=# )/, "")
      .replace(/\]\([^)]*\)/g, "]");
    problems.push(
      ...(text.match(/.*(?:CAR-T\b|[a-z]-cel\b).*/g) ?? []).map((line) => `${file}: ${line}`),
    );
  }
  expect(problems).toEqual([]);
});
