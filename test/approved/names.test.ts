/** Tests that no line of a drawn text ends within the name of a class or a drug: no name has an ordinary hyphen. */
import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";

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
