/**
 * The verdict: what separate trials saw of one benefit, then one harm for each direction, in words
 * without numbers. It says what was reported, never what to do.
 */
import type { Comparison, OutcomeComparison } from "#core/comparison/answer.ts";
import type { ScreenWords } from "../words/catalogue.ts";
import { nameOfClass } from "./products.ts";
import { excludesZero, shownDifference, shownOf } from "./shown-numbers.ts";
import { nounOf, outcomeToTell, whyNothingIsTold } from "./told.ts";

export interface Verdict {
  /** "In separate trials more patients responded after CAR-T." */
  lead: string;
  /** "Severe CRS was reported more often after CAR-T; …"; empty if no harm was asked for. */
  harms: string;
}

/** A harm whose direction is known. */
interface Signal {
  readonly row: OutcomeComparison;
  readonly isMore: boolean;
  /** Of 100; `null` where only a published analysis compares the classes. */
  readonly difference: number | null;
  /** Whether that analysis is of other patients than the question. */
  readonly ofOthers: boolean;
}

export function verdictOf(comparison: Comparison, strings: ScreenWords): Verdict {
  const { outcomes } = comparison;
  const told = outcomeToTell(outcomes);
  // Relapse, bridging and, by themselves, deaths are no harms of a therapy that a verdict compares.
  const harms = outcomes.some(({ group }) => group === "toxicity")
    ? outcomes.filter((row) => row.direction === "harm" && row.group !== "efficacy" && row !== told)
    : [];
  return {
    lead: told
      ? leadOf(told, comparison, strings)
      : whyNothingIsTold(outcomes, nounOf(comparison.query), strings),
    harms: harms.length === 0 ? "" : harmsOf(harms, strings),
  };
}

function leadOf(row: OutcomeComparison, { query }: Comparison, strings: ScreenWords): string {
  const { verdict, classPlural } = strings;
  const shown = shownDifference(row);
  const { carT, bsab } = namesIn(row, strings);
  const noun = nounOf(query);
  if (!shown) {
    const group = shownOf(row, "car-t") ? "car-t" : "bsab";
    if (!shownOf(row, group)) return whyNothingIsTold([row], noun, strings);
    return verdict.onlyOne(group === "car-t" ? carT : (bsab ?? classPlural.bsab));
  }
  return hasDirection(row)
    ? verdict.lead(noun, shown.difference > 0, row.phrase, carT, bsab, dependence(row, strings))
    : verdict.unclear(noun, row.phrase, carT, bsab);
}

/** One harm for each direction: the largest difference here, else the first that is published. */
function harmsOf(harms: readonly OutcomeComparison[], strings: ScreenWords): string {
  const { verdict } = strings;
  const signals = harms
    .flatMap(signalOf)
    .sort((a, b) => Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0));
  const told = [true, false].flatMap((isMore) => {
    const found = signals.find((signal) => signal.isMore === isMore);
    return found ? [found] : [];
  });
  if (told.length === 0) {
    return harms.some(shownDifference) ? verdict.harmsUnclear : verdict.noHarms;
  }
  return verdict.list(
    told.map(({ row, isMore, difference, ofOthers }) => {
      const { carT } = namesIn(row, strings);
      return difference === null
        ? verdict.published(row.label, isMore, ofOthers)
        : verdict.harm(row.label, isMore, carT, dependence(row, strings));
    }),
  );
}

function signalOf(row: OutcomeComparison): Signal[] {
  const shown = shownDifference(row);
  if (shown) {
    const { difference } = shown;
    return hasDirection(row) ? [{ row, isMore: difference > 0, difference, ofOthers: false }] : [];
  }
  const [published] = row.published?.pools["car-t"] ?? [];
  const [lower = 0, upper = Infinity] = published?.contrast?.interval ?? [];
  if (lower <= 1 && upper >= 1) return [];
  return [{ row, isMore: lower > 1, difference: null, ofOthers: !!published?.differs[0] }];
}

/** As the row says it; where nothing was checked, by the printed interval. */
function hasDirection(row: OutcomeComparison): boolean {
  const strength = row.contrasts[0]?.strength ?? null;
  return strength ? strength !== "either-way" : excludesZero(shownDifference(row)?.interval);
}

/** Bispecifics are named only if another name than that of their class is needed. */
function namesIn({ pools }: OutcomeComparison, { headline, verdict }: ScreenWords) {
  const bsab = nameOfClass(pools.bsab, verdict.bispecific, headline);
  return {
    carT: nameOfClass(pools["car-t"], verdict.carT, headline),
    bsab: bsab === verdict.bispecific ? null : bsab,
  };
}

/** "depends on region"; empty if no check loses it. The row says which. */
function dependence({ contrasts: [contrast] }: OutcomeComparison, strings: ScreenWords): string {
  const lost = contrast?.checked?.lost;
  return lost ? strings.dependsOn(lost) : "";
}
