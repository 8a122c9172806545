/** Draws the drugs of an answer side by side in a row, each with its number or its stand-ins. */

import type { Answer, Row } from "#core/answer/answer.ts";
import { joinedClauses } from "../words/sentences.ts";
import {
  type DrugOnScreen,
  type DrugView,
  drugInOtherRegimen,
  drugsOf,
  inSameForm,
} from "./drugs-view.ts";
import { fewEventsText } from "./extent.ts";
import { namedGroups } from "./groups-in-row.ts";
import { labelFor, notesOfRow } from "./notes.ts";
import { namedProduct } from "./products.ts";
import { separateDeathsText } from "./separate-deaths.ts";
import { countsBeside, uncountedOf } from "./uncounted.ts";

/** Lists the drugs of an answer, CAR-T first, then by the number of patients in their trials. */
export function drugsOfAnswer(answer: Answer<string>): DrugOnScreen[] {
  return namedGroups(answer).flatMap(({ id, name, therapyClass }) => {
    const pool = answer.outcomes.flatMap(({ pools }) => pools[id] ?? []).find(({ k }) => k > 0);
    const nameInRegimen = pool && namedProduct(pool);
    return therapyClass === null
      ? []
      : [{ product: id, group: therapyClass, name: nameInRegimen ?? name }];
  });
}

/** Draws the drugs of a row. If one number has to be a count, all numbers are counts. */
export function drugsInRow(
  row: Row<string>,
  drugs: readonly DrugOnScreen[],
  answer: Pick<Answer<string>, "query">,
): readonly DrugView[] {
  const notes = notesOfRow(row, answer);
  return inSameForm((form) =>
    drugs.flatMap(({ product, group }): DrugView[] => {
      const pool = row.pools[product];
      if (!pool) return [];
      const remarks = [
        fewEventsText(pool),
        separateDeathsText(pool, row),
        labelFor("above-whole", notes, product),
        ...countsBeside(pool),
      ];
      const inRegimen = drugsOf(group, pool, form).map((line, index, { length }) =>
        // Remarks on a drug stand below the last of its trials.
        withBeneath(line, index === length - 1 ? remarks : []),
      );
      const otherwise = drugInOtherRegimen(group, pool, form);
      return otherwise ? [...inRegimen, withBeneath(otherwise, [])] : inRegimen;
    }),
  );
}

/** Lists the counts of a drug in a row that no number includes, as in "cilta-cel 56 of 61 evaluable for MRD". */
export function listUncounted({ pools }: Row<string>, product: string): readonly string[] {
  const pool = pools[product];
  return pool ? uncountedOf(pool) : [];
}

/** Adds remarks below a drug. The count behind a number and the name of its trial are left to the opened row. */
function withBeneath(drug: DrugView, texts: readonly (string | undefined)[]): DrugView {
  const isLeftOut = drug.filled || drug.trial !== undefined;
  return { ...drug, beneath: joinedClauses([isLeftOut ? "" : drug.beneath, ...texts]) };
}
