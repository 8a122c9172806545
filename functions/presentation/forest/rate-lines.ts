/** The lines of one class whose outcome was asked for as a rate over time. */
import type { Comparison, Interval, OutcomeComparison, RatePool } from "#core/comparison/answer.ts";
import { groups } from "#core/evidence/classes.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { nounOf } from "../view/headline.ts";
import { onAxis } from "../view/on-axis.ts";
import type { Catalogue } from "../words/contract/catalogue.ts";
import { rangeOf100, rateOf100 } from "../words/rates.ts";
import { sentence } from "../words/sentences.ts";
import { type HeadingLine, type Line, type Rate, reasonFor } from "./class-lines.ts";
import { printedDifference } from "./printed-difference.ts";

/** Ends of the axis, in events per 100 patient-years, that divide into five round parts. */
const ends = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] as const;

/** The first of them that all cohorts and pools fit on; a prediction may go beyond it. */
export function axisEndOf({ pools }: OutcomeComparison): number {
  const most = Math.max(0, ...ratesOf(pools).flatMap(upperEnds));
  return ends.find((end) => end >= most) ?? 1000;
}

function ratesOf(pools: OutcomeComparison["pools"]): RatePool[] {
  return groups.flatMap((group) => pools[group].rate ?? []);
}

function upperEnds({ interval, studies }: RatePool): number[] {
  return [interval[1], ...studies.flatMap((study) => study.interval?.[1] ?? [])];
}

export function rateLinesOf(
  group: TherapyClass,
  row: OutcomeComparison,
  comparison: Comparison,
  axisEnd: number,
  words: Catalogue,
): Line[] {
  const { figure, screen } = words;
  const { numbers } = screen;
  const pool = row.pools[group];
  const noun = nounOf(comparison.query);
  const { rate } = pool;
  const heading: HeadingLine = {
    kind: "heading",
    text: figure.className[group],
    evidence: rate === null ? "" : figure.evidence(rate.k, rate.n, noun),
  };
  if (rate === null) {
    return [heading, { kind: "note", text: sentence(reasonFor(group, row, comparison, words)) }];
  }
  const placed = (per100: number, interval: Interval, digits: 0 | 1 = 0): Rate => ({
    estimate: per100 / axisEnd,
    interval: onAxis(interval, axisEnd),
    text: rateOf100(per100 / 100, digits, numbers),
    range: rangeText(interval, words),
  });
  const combined = new Set(
    pool.studies.filter(({ regimen }) => regimen === "combination").map(({ cohort }) => cohort),
  );
  const studies = rate.studies.map((study): Line => {
    const { cohort, product, per100, interval, events, n, weight } = study;
    if (per100 === null || interval === null) {
      return { kind: "note", text: figure.ofRates.everyPatient(study.label, n) };
    }
    const mark = combined.has(cohort) ? ` ${figure.combinationMark}` : "";
    return {
      kind: "study",
      label: `${figure.ofRates.study(study.label, study.years)}${mark}`,
      product,
      count: `${events}/${n}`,
      ...placed(per100, interval),
      weight,
      weightText: `${Math.round(weight)} %`,
    };
  });
  const { predictionInterval } = rate;
  return [
    heading,
    ...studies,
    {
      kind: "pool",
      label: figure.pooled(noun, comparison.query.model),
      count: `${rate.events}/${rate.n}`,
      ...placed(rate.per100, rate.interval, printedDifference(row)?.digits),
      weightText: "100 %",
    },
    ...(predictionInterval === null
      ? []
      : [
          {
            kind: "prediction",
            label: figure.prediction(noun),
            interval: onAxis(predictionInterval, axisEnd),
            range: rangeText(predictionInterval, words),
          } as const,
        ]),
    ...(pool.notPooled.length === 0
      ? []
      : [{ kind: "note", text: figure.notPooled(pool.notPooled.length, group) } as const]),
  ];
}

function rangeText([lower, upper]: Interval, { screen }: Catalogue): string {
  return rangeOf100([lower / 100, upper / 100], screen.numbers);
}
