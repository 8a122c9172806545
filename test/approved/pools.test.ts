/**
 * Tests the number of every pool of the approved questions by itself, apart from all that stands beside it: the diff of
 * `pools.txt` shows which numbers a change of code or data moved, from what to what. `npm run accept` writes the file
 * anew.
 */
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Answer, Pool } from "#core/answer/answer.ts";
import { answerOf } from "../support/in-process.ts";
import { questions } from "./questions.ts";

/** Returns a line for each pool of a question, and for each drug in it. */
async function poolLines([name, question]: [string, string]): Promise<string[]> {
  const path = question === "" ? "/v1/comparison" : `/v1/comparison?${question}`;
  const { outcomes } = (await (await answerOf(path)).json()) as Answer<string>;
  return outcomes.flatMap(({ outcome, pools }) =>
    Object.entries(pools).flatMap(([group, pool]) => [
      `${name} ${outcome} ${group} ${numbersText(pool)}`,
      ...pool.products.map(
        (product) => `${name} ${outcome} ${group} ${product.product} ${numbersText(product)}`,
      ),
    ]),
  );
}

type Numbers = Pick<Pool, "k" | "estimate" | "interval"> &
  Partial<Pick<Pool, "tau" | "i2" | "predictionInterval">>;

/** Returns text such as "k 2 estimate 0.5 interval 0.4 0.6 tau 0.3 i2 50 predictionInterval null". */
function numbersText(pool: Numbers): string {
  const { k, estimate, interval, tau, i2, predictionInterval } = pool;
  return Object.entries({ k, estimate, interval, tau, i2, predictionInterval })
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => `${field} ${Array.isArray(value) ? value.join(" ") : value}`)
    .join(" ");
}

it("the numbers of the pools of the approved questions", async () => {
  const lines: string[] = [];
  for (const question of Object.entries(questions)) lines.push(...(await poolLines(question)));
  const file = join(import.meta.dirname, "pools.txt");
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(file);
});
