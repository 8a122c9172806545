/** Rows as a screen states them, from a made row of an answer, for tests. */

import type { Answer, Pool, Row } from "#core/answer/answer.ts";
import { type Placing, type RowView, rowView } from "#presentation/row/row-view.ts";
import { comparison, noPool, pool } from "./answers.ts";

/** As other rows stand on a screen: none is first, and one of them is compared. */
const amongOthers: Placing = {
  naming: {
    onScreen: { "car-t": "CAR-T", bsab: "Bispecific" },
    isFirst: false,
  },
  heading: null,
  above: new Map(),
  times: [],
  hasStatusText: true,
  isGradeInKey: false,
};

/** A row as it is drawn. */
export function rowViewOf(
  row: Row,
  { answer, ...placing }: Partial<Placing> & { readonly answer?: Partial<Answer> } = {},
): RowView {
  return rowView(row, comparison(answer), { ...amongOthers, ...placing });
}

/** The pools of a row; `null` for a class without one. */
export function sides(carT: Partial<Pool> | null, bsab: Partial<Pool> | null) {
  return {
    pools: {
      "car-t": carT === null ? noPool : pool(carT),
      bsab: bsab === null ? noPool : pool(bsab),
    },
  };
}
