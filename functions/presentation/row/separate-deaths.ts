/**
 * Counts deaths from the event of a row in trials whose figures leave such deaths out; they stand next to the number.
 */

import type { Pool, Row, Study } from "#core/answer/answer.ts";
import { summariseFatalCounts } from "#core/answer/grades.ts";
import { nameProduct } from "../words/product-name.ts";
import { joinBySpaces } from "../words/sentences.ts";
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

/** Returns text such as "linvoseltamab 5 of 117 fatal"; empty if no trial reports such deaths. */
export function describeSeparateDeaths(pool: Pool, row: Graded): string {
  const counts = sumSeparateDeathsByProduct(pool, row).map(({ name, count }) =>
    joinBySpaces([name, count]),
  );
  return counts.length > 0 ? `${counts.join(", ")} fatal` : "";
}
