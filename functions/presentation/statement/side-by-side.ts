/** Groups other than the two classes, outcome by outcome: each with its own number, ranked by none. */

import type { Answer, Row } from "#core/answer/answer.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { rangeOf100, rateOf100 } from "../words/rates.ts";
import { axisTo, type Place, placeOn } from "./axis.ts";
import { type DisplayedRate, displayedRateOf, printedAlone } from "./figures.ts";
import { notesOfRow, otherTrials } from "./notes.ts";
import { productTexts } from "./product-texts.ts";
import { namedProduct, printedBeside } from "./products.ts";
import { detailOf } from "./row-detail.ts";
import { evidenceText } from "./side.ts";

type Asked = Pick<Answer<string>, "query">;

export interface NamedGroup {
  readonly id: string;
  readonly name: string;
  /** `null` if it has cohorts of both classes. */
  readonly therapyClass: TherapyClass | null;
  readonly cohorts: Answer<string>["selection"]["included"];
}

export interface GroupLine extends Pick<NamedGroup, "id" | "name" | "therapyClass"> {
  /** Its only product, if the groups are others than products. */
  readonly product: string | null;
  /** `null` for survival at a month: each trial stands for itself. */
  readonly shown: DisplayedRate | null;
  readonly rate: string | null;
  readonly range: string | null;
  readonly place: Place | null;
  /** Patients and trials, and what is not in the number. */
  readonly evidence: string;
  readonly chain: string | null;
}

export interface SideBySideRow extends Pick<Row, "outcome" | "label" | "detail"> {
  /** Upper end of its axis, in patients of 100. */
  readonly axis: 20 | 100;
  readonly lines: readonly GroupLine[];
  /** Names of the groups without a number. */
  readonly none: readonly string[];
}

/** CAR-T first, then bispecifics, then groups of both. */
export function namedGroups(
  { groups, query, selection }: Answer<string>,
  { codes }: Pick<Catalogue, "codes">,
): NamedGroup[] {
  const named = groups.map((id): NamedGroup => {
    const cohorts = selection.included.filter(({ group }) => group === id);
    const [only = null, another] = new Set(cohorts.map(({ therapyClass }) => therapyClass));
    return {
      id,
      name: codes.groupName(id, query.compare).short,
      cohorts,
      therapyClass: another ? null : only,
    };
  });
  return [...therapyClasses, null].flatMap((ofClass) =>
    named.filter(({ therapyClass }) => therapyClass === ofClass),
  );
}

export function sideBySideRow(
  row: Row<string>,
  named: readonly NamedGroup[],
  answer: Asked,
  words: Catalogue,
): SideBySideRow {
  const ends = named.flatMap(({ id }) => displayedRateOf(row, id)?.interval[1] ?? []);
  const axis = axisTo(row.direction, ends);
  const lines = named.flatMap((group) => lineOf(group, row, axis, answer, words));
  const { outcome, label } = row;
  const detail = detailOf(row, answer, words);
  const isSaid = ({ id }: NamedGroup) => lines.some((line) => line.id === id);
  const none = named.filter((group) => !isSaid(group)).map(({ name }) => name);
  return { outcome, label, detail, axis, lines, none };
}

function lineOf(
  { id, name, therapyClass }: NamedGroup,
  row: Row<string>,
  axis: number,
  answer: Asked,
  words: Catalogue,
): GroupLine[] {
  const pool = row.pools[id];
  if (!pool) return [];
  const { query } = answer;
  const { screen, codes } = words;
  const isProduct = query.compare === "product";
  const shown = displayedRateOf(row, id);
  const own = shown ? [evidenceText(name, pool, row, answer, words)] : productTexts(pool, words);
  // Beside the name of a product it is not said again.
  const printed = isProduct
    ? printedAlone(pool).map((one) => codes.shown.unpooled(one.percentPrinted))
    : [printedBeside(pool, words)];
  const evidence = [...own, ...printed].filter(Boolean).join("; ");
  if (evidence === "") return [];
  const product = namedProduct(pool, screen.headline);
  return [
    {
      id,
      name: (isProduct && product) || name,
      therapyClass,
      product: isProduct ? null : product,
      shown,
      rate: shown && rateOf100(shown.estimate, 0, screen.numbers),
      range: shown && rangeOf100(shown.interval, screen.numbers),
      place: shown && placeOn(axis, shown.estimate, shown.interval),
      evidence,
      chain: otherTrials(notesOfRow(row, answer, words), id) ?? null,
    },
  ];
}
