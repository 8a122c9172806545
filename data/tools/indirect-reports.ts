/** What a matched or indirect comparison prints as a whole: an effect, a difference, or only a direction. */
import type { ComparisonFigure, Outcome } from "../schema.ts";
import { listedOutcomes, type NamedOutcome, outcomeOf } from "./collected-outcomes.ts";
import type { CollectedReport, CollectedResult } from "./collected-rows.ts";
import { type ComparisonPlan, sidesOf } from "./comparison-studies.ts";
import { measureOf, pValueOf, remarksOf } from "./reported.ts";

type Effect = NonNullable<ComparisonFigure["effect"]>;
/** One figure for each outcome that a result lists, and one for each measure it prints. */
export function figuresOfResult(
  result: CollectedResult,
  collected: CollectedReport,
  plan: ComparisonPlan,
  outcomes: readonly Outcome[],
): ComparisonFigure[] {
  const { of, against } = sidesOf(plan, result.class, null);
  const { comparison } = result;
  const figure = (
    named: NamedOutcome,
    said: Partial<ComparisonFigure>,
    printedP: string | number | null | undefined,
  ): ComparisonFigure => {
    const { p, remark } = pValueOf(printedP);
    return {
      of,
      against: comparison ? against : null,
      ...named,
      events: null,
      n: null,
      percentPrinted: null,
      medianMonths: null,
      interval: null,
      derived: false,
      derivedRange: null,
      p,
      source: 0,
      locator: collected.locator,
      ...remarksOf([remark]),
      effect: null,
      favours: null,
      k: collected.k?.[result.outcome] ?? null,
      ...said,
    };
  };
  if (typeof comparison?.value === "string") {
    // A review lists what favours the side that it names first.
    if (comparison.measure !== `favours ${of}`) throw new Error(`${comparison.measure}, not ${of}`);
    return listedOutcomes(comparison.value).map((named) =>
      figure(named, { favours: "of" }, comparison.p),
    );
  }
  const named = { ...outcomeOf(result.outcome, outcomes), definition: bracketed(result.class) };
  const main = figure(
    named,
    {
      percentPrinted: result.estimatePct,
      effect:
        comparison && typeof comparison.value === "number"
          ? effectOf(measureOf(comparison.measure), comparison.value, comparison.ci)
          : null,
    },
    comparison?.p,
  );
  const { riskDifferencePct, riskDifferenceCi = null, riskDifferenceP } = result;
  if (riskDifferencePct === undefined) return [main];
  const effect = effectOf("risk-difference", riskDifferencePct, riskDifferenceCi);
  return [main, figure(named, { effect }, riskDifferenceP)];
}

function effectOf(measure: Effect["measure"], value: number, interval: Effect["interval"]): Effect {
  return { measure, value, interval, moreEventsAbove: "of" };
}

/** `cilta-cel vs PCT (treated)`: who of them was counted. */
function bracketed(label: string): string | null {
  const word = label.match(/\((.+)\)$/)?.[1];
  return word === undefined ? null : `${word} patients`;
}
