/**
 * Numbers of answers over the frozen collection, where no new trial moves them, typed from their sources and from
 * metafor.
 */
import { expect, it } from "vitest";
import type { ApiComparison, ApiMetaRegression } from "#core/answer/answer.ts";
import { read } from "../support/in-process.ts";

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
