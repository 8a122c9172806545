/**
 * Tests the answers of `/v1` to the approved questions, as one hash for each part: JSON by row (pools, contrasts and
 * the other fields apart), CSV and the script for R as a whole. The diff shows which parts a change of code moved. `npm
 * run accept` writes the file anew.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { expect, it } from "vitest";
import { answerOf } from "../support/in-process.ts";
import { questions } from "./questions.ts";

interface ComparisonJson {
  outcomes: readonly { outcome: string; pools: object; contrasts: object }[];
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

async function textOf(path: string, question: string): Promise<string> {
  return (await answerOf(question === "" ? path : `${path}?${question}`)).text();
}

/** Returns the lines of a question: its name, the part and the hash of that part. */
async function digestLines([name, question]: [string, string]): Promise<string[]> {
  const { outcomes, ...answer } = JSON.parse(
    await textOf("/v1/comparison", question),
  ) as ComparisonJson;
  const rows = outcomes.flatMap(({ outcome, pools, contrasts, ...row }) => [
    [`json ${outcome} pools`, JSON.stringify(pools)],
    [`json ${outcome} contrasts`, JSON.stringify(contrasts)],
    [`json ${outcome} row`, JSON.stringify(row)],
  ]);
  const parts = [
    ["json answer", JSON.stringify(answer)],
    ...rows,
    ["csv", await textOf("/v1/comparison.csv", question)],
    ["R", await textOf("/v1/reproduce.R", question)],
  ] as [string, string][];
  return parts.map(([part, text]) => `${name} ${part} ${digest(text)}`);
}

it("JSON, CSV and R of the approved questions", async () => {
  const lines: string[] = [];
  for (const question of Object.entries(questions)) lines.push(...(await digestLines(question)));
  const file = join(import.meta.dirname, "digests.txt");
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(file);
});
