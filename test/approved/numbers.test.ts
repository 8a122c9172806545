/**
 * Tests the numbers of the approved questions apart from all that stands beside them, in files whose diff shows which of
 * them a change of code or data moved: `pools.txt` has every number, `digests.txt` one hash for each part of an answer of
 * `/v1`. `npm run accept` writes both anew. Some are typed from their sources and from metafor, over the frozen collection,
 * where no new trial moves them.
 */

import { createHash } from "node:crypto";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Answer, ApiComparison, ApiMetaRegression, Pool } from "#core/answer/answer.ts";
import type { OpenedRow } from "#presentation/views/opened-row.ts";
import { answerOf, read, to } from "../support/in-process.ts";
import { questions } from "./questions.ts";

/** Returns a line for each pool of a question, and for each drug in it. */
async function poolLines([name, question]: [string, string]): Promise<string[]> {
  const { outcomes } = await read<Answer<string>>(to("/v1/comparison", question));
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

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

/** Returns the lines of a question: its name, the part and the hash of that part; of JSON the parts of each row. */
async function digestLines([name, question]: [string, string]): Promise<string[]> {
  const textOf = async (path: string) => (await answerOf(to(path, question))).text();
  const { outcomes, ...answer }: Answer<string> = JSON.parse(await textOf("/v1/comparison"));
  const rows = outcomes.flatMap(({ outcome, pools, contrasts, ...row }) => [
    [`json ${outcome} pools`, JSON.stringify(pools)],
    [`json ${outcome} contrasts`, JSON.stringify(contrasts)],
    [`json ${outcome} row`, JSON.stringify(row)],
  ]);
  const parts = [
    ["json answer", JSON.stringify(answer)],
    ...rows,
    ["csv", await textOf("/v1/comparison.csv")],
    ["R", await textOf("/v1/reproduce.R")],
  ] as [string, string][];
  return parts.map(([part, text]) => `${name} ${part} ${digest(text)}`);
}

it.each([
  ["pools", poolLines],
  ["digests", digestLines],
])("the %s of the approved questions", async (name, linesOf) => {
  const lines: string[] = [];
  for (const question of Object.entries(questions)) lines.push(...(await linesOf(question)));
  const file = join(import.meta.dirname, `${name}.txt`);
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(file);
});

const answerTo = (question: string) => read<ApiComparison>(`/v1/comparison?${question}`);

it("counts MajesTEC-1 as one trial, with both cohorts of the data: 97 of 165 and 19 of 40", async () => {
  const { outcomes } = await answerTo("outcome=vgpr&prior-bcma=any&model=reml");
  const pool = outcomes[0]?.pools.bsab;
  const ofTrial = pool?.studies.filter(({ trial }) => trial === "NCT03145181") ?? [];
  expect(ofTrial.map(({ events, n }) => [events, n])).toEqual([
    [19, 40],
    [97, 165],
  ]);
  expect(pool?.studies).toHaveLength(4);
  // metafor: rma(measure = "PLO", xi = c(74, 68, 116), ni = c(117, 123, 205), method = "REML", test = "t")
  expect(pool).toMatchObject({ k: 3, interval: [0.476518, 0.675724] });
});

it.each([
  ["wald", 0.0068262, 0.0161977],
  ["t", 0.0180143, 0.03182],
  ["hartung-knapp", 0.0395826, 0.0630009],
])(
  "has the P values of metafor for a regression on the year by %s (test/oracle/metafor.R)",
  async (interval, ofClass, ofYear) => {
    const question = "outcome=vgpr&moderator=year&availability=any&target=any&model=dl";
    const answer = await read<ApiMetaRegression & { query: { interval: string } }>(
      `/v1/meta-regression?${question}&interval=${interval}`,
    );
    const [, group, year] = answer.terms.map(({ pValue }) => pValue);
    expect([group, year]).toEqual([expect.closeTo(ofClass, 6), expect.closeTo(ofYear, 6)]);
    expect([answer.interval, answer.query.interval]).toEqual([interval, interval]);
  },
);

it("says in the opened row of deaths not from the disease how many died before infusion", async () => {
  const opened = await read<OpenedRow>("/v1/screen/nrm?lines=any&product=cilta-cel,teclistamab");
  const deaths = opened.tables.flatMap(({ trials }) => trials.filter(({ isOutside }) => isOutside));
  expect(deaths.map(({ label, of }) => [label, of])).toEqual([
    ["CARTITUDE-4 (cilta-cel arm)", "died before infusion"],
  ]);
  const [
    {
      figures: [figure],
    } = { figures: [] },
  ] = deaths;
  expect(figure?.text).toMatch(/^10 of 208 randomised, any cause, within 10 months/);
  expect(figure?.citation?.locator).toContain("before the infusion");
  expect(opened.head.remarks.join(" ")).toContain("of all randomised 10 of 208 in CARTITUDE-4.");
  const other = await read<OpenedRow>("/v1/screen/death-infection?lines=any");
  expect(JSON.stringify(other)).not.toContain("before infusion");
});
