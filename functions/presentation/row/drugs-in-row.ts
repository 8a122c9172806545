/** The drugs of an answer side by side in a row: each with its number or with what stands in for it. */

import type { Answer, Row } from "#core/answer/answer.ts";
import type { LabelPoolFigure } from "#core/evidence/label-pools.ts";
import { outcomeLabel } from "../words/outcome-names.ts";
import { rateOf100 } from "../words/rates.ts";
import { joinedClauses, uncapitalised } from "../words/sentences.ts";
import { deathsApartText } from "./deaths-apart.ts";
import type { ShownDrug } from "./drug-times.ts";
import {
  type DrugView,
  drugGivenOtherwise,
  drugsOf,
  inOneForm,
  withoutLine,
} from "./drugs-view.ts";
import { fewEventsText } from "./extent.ts";
import { namedGroups } from "./groups-in-row.ts";
import { aboveWhole, notesOfRow } from "./notes.ts";
import { countOf } from "./plotted.ts";
import { namedProduct } from "./products.ts";
import { percentOnly, uncountedOf } from "./uncounted.ts";

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

/** What a label that pools trials of a drug reports of an outcome; `null` if nothing. */
export type LabelPoolOf = (product: string, outcome: string) => LabelPoolFigure | null;

/** Drugs without a line: counts that enter no number, and the names of those of which nothing is known. */
export function drugsWithout(
  row: Row<string>,
  drugs: readonly ShownDrug[],
  lines: readonly DrugView[],
  labelPoolOf: LabelPoolOf,
): { readonly uncounted: readonly string[]; readonly none: readonly string[] } {
  const counts = withoutLine("product", drugs, lines).map((drug) => {
    const pool = row.pools[drug.product];
    const ofTrials = pool ? uncountedOf(pool).map(({ text }) => text) : [];
    const label = labelPoolOf(drug.product, row.outcome);
    const ofLabel = label ? [inLabelPool(drug, row, label)] : [];
    return { drug, texts: ofTrials.length > 0 ? ofTrials : ofLabel };
  });
  return {
    uncounted: counts.flatMap(({ texts }) => texts),
    none: counts.filter(({ texts }) => texts.length === 0).map(({ drug }) => drug.name),
  };
}

/** "talquetamab 5 of 339 in MonumenTAL-1, US label pool"; a part of the outcome is named. */
function inLabelPool(
  { name }: ShownDrug,
  row: Row<string>,
  { outcome, events, n, percentPrinted, label }: LabelPoolFigure,
): string {
  const part = outcome === row.outcome ? "" : `, ${uncapitalised(outcomeLabel(outcome))}:`;
  const amount = events === null || n === null ? `${percentPrinted} %` : countOf({ events, n });
  return `${name}${part} ${amount} in ${label}`;
}

/**
 * A drug by a percentage of a label that pools its trials with others: of harms that no outcome counts.
 *
 * @param severe The same of grade 3 or more, if the label has it.
 */
export function drugInLabelPool(
  drug: ShownDrug,
  { label, n, percentPrinted }: LabelPoolFigure,
  severe: LabelPoolFigure | null,
): DrugView[] {
  if (percentPrinted === null) return [];
  const ofGrade3 =
    severe?.percentPrinted == null ? "" : `grade ≥ 3: ${rateOf100(severe.percentPrinted / 100)}`;
  return [
    {
      ...drug,
      number: rateOf100(percentPrinted / 100),
      under: percentOnly,
      marks: [{ at: percentPrinted, kind: "figure" }],
      filled: false,
      beneath: joinedClauses([ofGrade3, n === null ? label : `${label} of ${n}`]),
    },
  ];
}

/** The count behind a number stands in the opened row: here only what else must be said of it. */
function withBeneath(drug: DrugView, texts: readonly (string | undefined)[]): DrugView {
  const own = drug.filled ? "" : drug.beneath;
  return { ...drug, beneath: joinedClauses([own, ...texts]) };
}
