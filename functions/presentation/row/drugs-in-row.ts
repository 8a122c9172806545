/** Draws the drugs of an answer side by side in a row, each with its number or its stand-ins. */

import type { Answer, Row } from "#core/answer/answer.ts";
import type { LabelPoolFigure } from "#core/evidence/label-pools.ts";
import { outcomeLabel } from "../words/outcome-names.ts";
import { lowerBoundOf100, rateOf100 } from "../words/rates.ts";
import { joinedClauses, uncapitalised } from "../words/sentences.ts";
import {
  type DrugOnScreen,
  type DrugView,
  drugInOtherRegimen,
  drugsOf,
  inSameForm,
  type NumberForm,
  withoutLine,
} from "./drugs-view.ts";
import { fewEventsText } from "./extent.ts";
import { namedGroups } from "./groups-in-row.ts";
import { labelFor, notesOfRow } from "./notes.ts";
import { barOf, countOf, of100, rangeText } from "./plotted.ts";
import { namedProduct } from "./products.ts";
import { separateDeathsText } from "./separate-deaths.ts";
import { patientsOfPercent, uncountedOf } from "./uncounted.ts";

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
  labelPoolOf: LabelPoolOf,
): readonly DrugView[] {
  const notes = notesOfRow(row, answer);
  return inSameForm((form) =>
    drugs.flatMap((drug): DrugView[] => {
      const { product, group } = drug;
      const pool = row.pools[product];
      if (!pool) return [];
      const remarks = [
        fewEventsText(pool),
        separateDeathsText(pool, row),
        labelFor("above-whole", notes, product),
      ];
      const inRegimen = drugsOf(group, pool, form).map((line, index, { length }) =>
        // Remarks on a drug stand below the last of its trials.
        withBeneath(line, index === length - 1 ? remarks : []),
      );
      const otherwise = drugInOtherRegimen(group, pool, form);
      const lines = otherwise ? [...inRegimen, withBeneath(otherwise, [])] : inRegimen;
      const label = labelPoolOf(product, row.outcome);
      return lines.length > 0 || label === null || uncountedOf(pool).length > 0
        ? lines
        : [drugByLabelPool(drug, row, label, form)];
    }),
  );
}

/** Returns what a label reports of an outcome from a pool of a drug's trials; `null` if it reports nothing. */
export type LabelPoolOf = (product: string, outcome: string) => LabelPoolFigure | null;

/**
 * Describes drugs without a line: `uncounted` lists counts that no number includes, `none` names drugs without any
 * figure.
 */
export function drugsWithout(
  row: Row<string>,
  drugs: readonly DrugOnScreen[],
  lines: readonly DrugView[],
): { readonly uncounted: readonly string[]; readonly none: readonly string[] } {
  const counts = withoutLine(drugs, lines).map((drug) => {
    const pool = row.pools[drug.product];
    return { drug, texts: pool ? uncountedOf(pool) : [] };
  });
  return {
    uncounted: counts.flatMap(({ texts }) => texts),
    none: counts.filter(({ texts }) => texts.length === 0).map(({ drug }) => drug.name),
  };
}

/**
 * Draws what a label reports of a drug from a pool of several trials: hollow, with the name of that pool. A figure of
 * only a part of the outcome becomes a lower bound.
 */
function drugByLabelPool(
  drug: DrugOnScreen,
  row: Row<string>,
  { outcome, events, n, rate, interval, label }: LabelPoolFigure,
  form: NumberForm,
): DrugView {
  const isPart = outcome !== row.outcome;
  const count = events === null || n === null ? "" : countOf({ events, n });
  const isCount = form === "counts" && count !== "";
  const ofRate = isPart ? lowerBoundOf100(rate) : rateOf100(rate);
  const number = isCount ? count : ofRate;
  const ofAll = count === "" && n !== null ? `${label} of ${n}` : label;
  const source = isCount || count === "" ? ofAll : `${count} in ${label}`;
  const bar = interval && barOf(interval);
  return {
    ...drug,
    number: isPart ? `≥${number}` : number,
    under:
      n === null
        ? patientsOfPercent(n)
        : interval === null || isCount || isPart
          ? ""
          : rangeText(interval),
    ...(bar && !isPart && { bar }),
    marks: [{ at: of100(rate), kind: isPart ? "at-least" : "figure" }],
    filled: false,
    beneath: isPart ? `${uncapitalised(outcomeLabel(outcome))}: ${source}` : source,
  };
}

/**
 * Adds remarks below a drug. The count behind a filled number is left out, because the opened row shows it, but for
 * one of two trials, which is named with its count.
 */
function withBeneath(drug: DrugView, texts: readonly (string | undefined)[]): DrugView {
  const isLeftOut = drug.filled && !drug.isTrial;
  return { ...drug, beneath: joinedClauses([isLeftOut ? "" : drug.beneath, ...texts]) };
}
