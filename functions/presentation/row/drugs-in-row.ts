/** The drugs of an answer side by side in a row: each with its number or with what stands in for it. */

import type { Answer, Row } from "#core/answer/answer.ts";
import { joinedClauses } from "../words/sentences.ts";
import { deathsApartText } from "./deaths-apart.ts";
import type { ShownDrug } from "./drug-times.ts";
import { type DrugView, drugGivenOtherwise, drugsOf, inOneForm } from "./drugs-view.ts";
import { fewEventsText } from "./extent.ts";
import { namedGroups } from "./named-groups.ts";
import { aboveWhole, notesOfRow } from "./notes.ts";
import { namedProduct } from "./products.ts";
import { uncountedOf } from "./uncounted.ts";

/** CAR-T first, by the size of their trials. */
export function drugsAsked(answer: Answer<string>): ShownDrug[] {
  return namedGroups(answer).flatMap(({ id, name, therapyClass }) => {
    const pool = answer.outcomes.flatMap(({ pools }) => pools[id] ?? []).find(({ k }) => k > 0);
    const given = pool && namedProduct(pool);
    return therapyClass === null ? [] : [{ product: id, group: therapyClass, name: given ?? name }];
  });
}

/** All in counts where one of them is a count. */
export function drugsInRow(
  row: Row<string>,
  drugs: readonly ShownDrug[],
  answer: Pick<Answer<string>, "query">,
): readonly DrugView[] {
  const stated = notesOfRow(row, answer);
  return inOneForm((form) =>
    drugs.flatMap(({ product, group }): DrugView[] => {
      const pool = row.pools[product];
      if (!pool) return [];
      const beside = [fewEventsText(pool), deathsApartText(pool, row), aboveWhole(stated, product)];
      const given = drugsOf(group, pool, form).map((drug) => withBeneath(drug, beside));
      const otherwise = drugGivenOtherwise(group, pool, form);
      return otherwise ? [...given, withBeneath(otherwise, [])] : given;
    }),
  );
}

/** Drugs without a line: counts that enter no number, and the names of those of which nothing is known. */
export function drugsWithout(
  row: Row<string>,
  drugs: readonly ShownDrug[],
  lines: readonly DrugView[],
): { readonly uncounted: readonly string[]; readonly none: readonly string[] } {
  const silent = drugs.filter(({ product }) => lines.every((line) => line.product !== product));
  const counts = silent.map((drug) => {
    const pool = row.pools[drug.product];
    return { drug, texts: pool ? uncountedOf(pool).map(({ text }) => text) : [] };
  });
  return {
    uncounted: counts.flatMap(({ texts }) => texts),
    none: counts.filter(({ texts }) => texts.length === 0).map(({ drug }) => drug.name),
  };
}

/** The count behind a number stands in the opened row: here only what else must be said of it. */
function withBeneath(drug: DrugView, texts: readonly (string | undefined)[]): DrugView {
  const own = drug.filled ? "" : drug.beneath;
  return { ...drug, beneath: joinedClauses([own, ...texts]) };
}
