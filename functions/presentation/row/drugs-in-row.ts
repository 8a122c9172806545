/** The drugs of an answer side by side in a row: each with its number or with what stands in for it. */

import type { Answer, Pool, Row } from "#core/answer/answer.ts";
import { byDrug as text } from "../words/by-drug.ts";
import { sayReason } from "../words/codes.ts";
import { refusals } from "../words/refusals.ts";
import { screen } from "../words/screen.ts";
import { joinedClauses } from "../words/sentences.ts";
import { deathsApartText } from "./deaths-apart.ts";
import type { ShownDrug } from "./drug-times.ts";
import { type DrugView, drugGivenOtherwise, drugsOf, inOneForm } from "./drugs-view.ts";
import { fewEventsText } from "./extent.ts";
import { namedGroups } from "./named-groups.ts";
import { aboveWhole, notesOfRow } from "./notes.ts";
import { namedProduct } from "./products.ts";

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

/** The names of the drugs without a line. */
export function drugsWithout(
  row: Row<string>,
  drugs: readonly ShownDrug[],
  lines: readonly DrugView[],
): string[] {
  const isShown = ({ product }: ShownDrug) => lines.some((line) => line.product === product);
  return drugs
    .filter((drug) => !isShown(drug))
    .map(({ name, product }) => nameWithCounts(name, row.pools[product]));
}

/** The count behind a number stands in the opened row: here only what else must be said of it. */
function withBeneath(drug: DrugView, texts: readonly (string | undefined)[]): DrugView {
  const own = drug.filled ? "" : drug.beneath;
  return { ...drug, beneath: joinedClauses([own, ...texts]) };
}

/** With counts of a part of the patients, where nothing else is known. */
function nameWithCounts(name: string, pool: Pool | undefined): string {
  const counts = (pool?.notPooled ?? [])
    .filter(({ reason, events, n }) => reason.code === "only-over" && events !== null && n !== null)
    .map(
      ({ events, n, reason }) => `${screen.named.count(events, n)}, ${sayReason(reason, refusals)}`,
    );
  return counts.length > 0 ? text.instead(name, counts) : name;
}
