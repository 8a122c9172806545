/**
 * Counts deaths that the figures of a row leave out: from its event at another grade, which stand next to the number, and
 * before the infusion.
 */

import type { Answer, Pool, Row, Study } from "#core/answer/answer.ts";
import { summariseFatalCounts } from "#core/answer/grades.ts";
import type { NotInfused } from "#core/others/not-infused.ts";
import { nameProduct } from "../words/product-name.ts";
import { joinBySpaces, joinWithConjunction } from "../words/sentences.ts";
import { nameWholeTrial } from "./names.ts";
import { formatEventCount } from "./plotted.ts";

interface DeathsOfProduct {
  /** Names the product; empty if all figures are of a single product. */
  readonly name: string;
  /** The count is text such as "5 of 117", summed over the trials that report such deaths. */
  readonly count: string;
  readonly trials: readonly Study[];
}

type Graded = Pick<Row<string>, "grades">;

/** Sums deaths by product, in the order of the trials. Monotherapy and combination are never summed. */
export function sumSeparateDeathsByProduct(
  { studies, otherRegimen }: Pool,
  row: Graded,
): DeathsOfProduct[] {
  const kinds = [studies, otherRegimen?.studies ?? []];
  const isOfOneProduct = new Set(kinds.flat().map(({ product }) => product)).size === 1;
  return kinds.flatMap((trials) =>
    [...new Set(trials.map(({ product }) => product))].flatMap((product): DeathsOfProduct[] => {
      const deaths = summariseFatalCounts(
        trials.filter((trial) => trial.product === product),
        row,
      );
      if (deaths === null) return [];
      return [
        {
          name: isOfOneProduct ? "" : nameProduct(product),
          count: formatEventCount(deaths),
          trials: deaths.studies,
        },
      ];
    }),
  );
}

/** Deaths before the infusion stand with this row, whose numbers count the infused only. */
const rowOfOtherDeaths = "nrm";

/** Selects the deaths before the infusion of the drugs of an answer; none for any other row than of deaths not from the disease. */
export function selectDiedBefore(
  { outcome }: Pick<Row, "outcome">,
  { query, selection }: Pick<Answer, "query" | "selection">,
  notInfused: readonly NotInfused[],
): NotInfused[] {
  if (outcome !== rowOfOtherDeaths || query.denominator === "enrolled") return [];
  const drugs = new Set(selection.included.map(({ product }) => product));
  return notInfused.filter(
    ({ reason, product }) => reason === "death-before-treatment" && drugs.has(product),
  );
}

/**
 * Returns text such as "not counted: died before infusion, of any cause, of all randomised 10 of 208 in CARTITUDE-4"; empty
 * without any.
 */
export function describeDiedBefore(counts: readonly NotInfused[]): string {
  const texts = counts.map(
    (count) => `${formatEventCount(count)} in ${nameWholeTrial(count.label)}`,
  );
  return texts.length === 0
    ? ""
    : `not counted: died before infusion, of any cause, of all randomised ${joinWithConjunction(texts)}`;
}

/**
 * Returns text such as "linvoseltamab 5 of 117 fatal", in brief a single drug without its name; empty if no trial reports
 * such deaths.
 */
export function describeSeparateDeaths(pool: Pool, row: Graded, isBrief = false): string {
  const deaths = sumSeparateDeathsByProduct(pool, row);
  const counts = deaths.map(({ name, count }) =>
    joinBySpaces([isBrief && deaths.length === 1 ? "" : name, count]),
  );
  return counts.length > 0 ? `${counts.join(", ")} fatal` : "";
}
