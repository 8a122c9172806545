/**
 * A summary with one line per outcome, before the full sections. It is meant to be copied into a
 * note.
 */

import type { Comparison, OutcomeComparison } from "#core/comparison/answer.ts";
import { hasNumber } from "#core/comparison/reported.ts";
import { groups } from "#core/evidence/classes.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { isNotRepresented, onlyProduct, regimenOf } from "../view/only-product.ts";
import { productsInFull } from "../view/products-in-full.ts";
import { shownRate } from "../view/shown-numbers.ts";
import { whyApart } from "../view/why-no-number.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { differenceWords, rangeOf100, rateOf100 } from "../words/rates.ts";
import { differenceOf } from "./contrast.ts";
import { titleOf } from "./outcome.ts";
import { type Depth, list, type Section } from "./parts.ts";

/**
 * No summary for a single outcome, because its section is short, and none if there are no numbers.
 */
export function summarySection(
  { outcomes, query }: Comparison,
  depth: Depth,
  words: Catalogue,
): Section[] {
  const anyNumber = outcomes.some(hasNumber);
  if (outcomes.length < 2 || !anyNumber) return [];
  const shown = groups.filter(
    (group) => query.therapyClass === "both" || query.therapyClass === group,
  );
  const { heading, lead } = words.brief.summary;
  return [
    {
      heading,
      blocks: list(
        lead,
        outcomes.map((row) => lineOf(row, shown, depth, words)),
      ),
    },
  ];
}

function lineOf(
  row: OutcomeComparison,
  shown: readonly TherapyClass[],
  depth: Depth,
  words: Catalogue,
): string {
  const {
    brief: { summary },
    screen,
  } = words;
  const { numbers } = screen;
  if (!hasNumber(row)) return summary.noPool(titleOf(row));
  const rates = shown
    .filter((group) => row.appliesTo.includes(group))
    .map((group) => {
      const pool = row.pools[group];
      const shown = shownRate(pool);
      if (isNotRepresented(pool)) return productsInFull(pool, screen);
      if (shown === null) return summary.noNumber(group);
      return summary.rate({
        group,
        // If all cohorts have the same product, or combine it with other drugs, the summary says
        // so.
        product: onlyProduct(pool),
        regimen: regimenOf(pool),
        rate: rateOf100(shown.estimate, 0, numbers),
        range: rangeOf100(shown.interval, numbers),
        cohorts: pool.k,
      });
    });
  return `${titleOf(row)}: ${[...rates, ...differenceText(row, depth, words)].join("; ")}.`;
}

/**
 * For generalists only the range: the two whole rates before it may not subtract to the difference.
 */
function differenceText(
  row: OutcomeComparison,
  depth: Depth,
  { brief: { summary }, screen }: Catalogue,
): string[] {
  const difference = differenceOf(row);
  if (difference === null) {
    const apart = row.contrasts[0]?.status === "not-representative";
    return apart ? [summary.notRepresentative(whyApart(row))] : [];
  }
  const { value, interval, rounded } = difference;
  const { amount, range } = differenceWords(value, interval, screen);
  const size = [amount, rounded && screen.rounded].filter(Boolean).join(", ");
  const { level } = row.certainty;
  return [
    depth === "specialist" ? `${size} (${range})` : range,
    ...(level === "not-rated" ? [] : [summary.certainty(level)]),
  ];
}
