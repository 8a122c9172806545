/** Tests the summary of findings of any question: its numbers are those of the answer, and no row is left out or better. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Answer, Interval, Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import {
  makeQueryForMissingLeadingHarms,
  makeSummaryOfFindings,
  type SummaryRow,
} from "#presentation/report/summary-of-findings.ts";
import { answerClassesInFull } from "#server/answers/compute/full-answer.ts";
import { makeClassComparisonScreen } from "#server/answers/compute/screen-evidence.ts";
import { anyQuery } from "../../../support/queries.ts";
import { runsOf } from "../../../support/sample.ts";

function summaryOf(answer: Answer) {
  const leading = makeQueryForMissingLeadingHarms(answer, dataset.outcomes);
  const harms = leading && answerClassesInFull(leading);
  const screen = makeClassComparisonScreen(answer);
  return { screen, harms, summary: makeSummaryOfFindings(answer, screen, harms) };
}

const whole = (share: number) => {
  const percent = share * 100;
  if (percent > 0 && percent < 1) return "<1";
  return percent < 100 && percent.toFixed(0) === "100" ? ">99" : percent.toFixed(0);
};

const ends = ([low, high]: Interval) =>
  low < 0.005 && high >= 0.995
    ? "too wide"
    : `${(100 * low).toFixed(0)}–${(100 * high).toFixed(0)}`;

function expectNumbers(row: Row, { sides, difference, notCompared, reasons }: SummaryRow) {
  for (const { group, number, below, trials, patients } of sides) {
    const { k, n, events, estimate, interval, selectedTrials } = row.pools[group];
    if (estimate === null || interval === null) continue;
    const count = `${events} of ${n}`;
    const isCount = row.numberForm === "counts" && events !== null;
    // A model's number of fewer than five events has its count in place of the interval.
    const isFew = !isCount && k > 1 && events !== null && events < 5 && number.includes(count);
    const range = isFew ? count : ends(interval);
    expect(number).toContain(isCount ? count : `${whole(estimate)} (${range})`);
    if (!isCount && !isFew && events !== null) expect(below[0]).toBe(count);
    expect(trials).toBe(k < selectedTrials ? `${k} of ${selectedTrials}` : `${k}`);
    expect(patients).toBe(n === null ? "" : `${n}`);
  }
  const [contrast] = row.contrasts;
  const { differencePer100 = null, differenceInterval = null } = contrast ?? {};
  if (differencePer100 === null || differenceInterval === null) {
    expect(difference).toBeNull();
    if (sides.length === therapyClasses.length) expect(notCompared).toMatch(/^not compared/);
    return;
  }
  const size = Math.abs(differencePer100);
  const rounded = size.toFixed(0) === "0" && size > 0 ? "<1" : size.toFixed(0);
  expect(difference?.amount).toBe(`${rounded} ${differencePer100 < 0 ? "fewer" : "more"}`);
  for (const end of differenceInterval) {
    const text = Math.abs(end).toFixed(0);
    expect(difference?.range).toContain(text === "0" && end !== 0 ? "<1" : text);
  }
  const isClear = differenceInterval[0] > 0 || differenceInterval[1] < 0;
  const imprecision = reasons.find(({ name }) => name === "Imprecision")?.text;
  expect(imprecision).toContain(isClear ? "clear of 0" : "includes 0");
  const { keeps = null, made = null } = row.status ?? {};
  if (isClear && made !== null && made > 1) {
    expect(difference?.keeps).toContain(keeps === made ? `all ${made} ` : `${keeps} of ${made} `);
    expect(difference?.isDoubt).toBe(keeps !== made);
  }
}

it("of any question it has the numbers of the answer, each row of the screen, and the screen's certainty", {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(anyQuery(dataset), (query) => {
      const answer = answerClassesInFull({ ...query, compare: "therapy-class" });
      const { screen, harms, summary } = summaryOf(answer);
      for (const row of summary.rows) {
        const of = row.isElsewhere ? harms : answer;
        const whole = of?.outcomes.find(({ outcome }) => outcome === row.outcome);
        if (whole === undefined) throw new Error(row.outcome);
        expectNumbers(whole, row);
        expect(row.reasons.map(({ name }) => name)).toContain("Missing");
      }
      const own = summary.rows.filter(({ isElsewhere }) => !isElsewhere);
      const named = [...own, ...summary.furtherRows].map(({ outcome }) => outcome).sort();
      expect(named).toEqual(screen.rows.map(({ outcome }) => outcome).sort());
      expect(`${summary.certainty}:`).toBe(screen.doubt?.lead || ":");
      expect(JSON.stringify(summary)).not.toMatch(/undefined|NaN|Infinity|\[object/);
    }),
    { numRuns: runsOf(200) },
  );
});
