/**
 * A difference that is shown as sure must not stand alone against everything that was published:
 * where all published pools point the other way, the row says so.
 */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { publishedRates } from "#data/generated/published-pools.ts";
import { english } from "#presentation/words/catalogue.ts";
import { compareWithSources } from "#server/answers/make-comparison.ts";
import { asked } from "../../../support/queries.ts";

const publishedPools = publishedRates.pools.filter(({ ownOnly }) => !ownOnly);
const questions = ["", ...dataset.presets.map(({ query }) => canonicalQuery(query, dataset))];

const rows = questions.flatMap((text) =>
  compareWithSources(asked(text, dataset), english).outcomes.map((row) => ({ text, row })),
);

/** The signs of all differences between a published pool of CAR-T and one of bispecifics. */
function publishedSigns(outcome: string): number[] {
  const of = (group: string) =>
    publishedPools.filter((one) => one.outcome === outcome && one.therapyClass === group);
  return of("car-t").flatMap((carT) =>
    of("bsab").map((bsab) => Math.sign((carT.estimate ?? 0) - (bsab.estimate ?? 0))),
  );
}

const sure = rows.flatMap(({ text, row }) => {
  const { status, differencePer100, differenceInterval } = row.contrasts[0] ?? {};
  if (status !== "ok" || differencePer100 == null || differenceInterval == null) return [];
  const [lower, upper] = differenceInterval;
  return lower > 0 || upper < 0 ? [{ text, row, sign: Math.sign(differencePer100) }] : [];
});

it("is about rows that exclude no difference, and about pools that were published", () => {
  expect(sure.length).toBeGreaterThan(10);
  expect(sure.filter(({ row }) => publishedSigns(row.outcome).length > 0).length).toBeGreaterThan(
    5,
  );
});

it.each(sure)("$text, $row.outcome: agrees with a published pool or says so", ({ row, sign }) => {
  const signs = publishedSigns(row.outcome).filter((one) => one !== 0);
  const alone = signs.length > 0 && signs.every((one) => one === -sign);
  expect(alone && row.published?.line === null).toBe(false);
});
