/** Deaths of the same event that the figures of a class leave out, where its trials report them: beside its number. */
import type { Pool, Row, Study } from "#core/answer/answer.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";

interface DeathsOfProduct {
  /** Empty where the figures are of one product only. */
  readonly name: string;
  /** "5 of 117", of its trials that report them. */
  readonly count: string;
  readonly trials: readonly Study[];
}

type Graded = Pick<Row<string>, "grades">;

/** By product, in the order of the trials. */
export function deathsByProduct(
  { studies, beside }: Pool,
  { grades }: Graded,
  { screen: { named } }: Pick<Catalogue, "screen">,
): DeathsOfProduct[] {
  const counted = [...studies, ...(beside?.studies ?? [])];
  const reported = (grades?.fatal?.studies ?? []).filter(({ cohort }) =>
    counted.some((study) => study.cohort === cohort),
  );
  const isOfOne = new Set(counted.map(({ product }) => product)).size === 1;
  return [...new Set(reported.map(({ product }) => product))].map((product) => {
    const trials = reported.filter((study) => study.product === product);
    const sum = (of: (study: Study) => number | null) =>
      trials.reduce((total, study) => total + (of(study) ?? 0), 0);
    return {
      name: isOfOne ? "" : productName(product),
      count: named.count(
        sum(({ events }) => events),
        sum(({ n }) => n),
      ),
      trials,
    };
  });
}

/** "deaths apart: linvoseltamab 5 of 117"; empty where none are reported. */
export function deathsApartText(pool: Pool, row: Graded, words: Pick<Catalogue, "screen">): string {
  const counts = deathsByProduct(pool, row, words).map(({ name, count }) =>
    [name, count].filter(Boolean).join(" "),
  );
  const { ofOutcome, deathsApart } = words.screen.named;
  return counts.length > 0 ? ofOutcome(deathsApart, counts.join(", ")) : "";
}
