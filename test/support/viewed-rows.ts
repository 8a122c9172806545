/** Rows as a screen states them, from a made row of an answer, for tests. */

import type { Answer, Pool, Row } from "#core/answer/answer.ts";
import { makeRowView, type Placing, type RowView } from "#presentation/row/row-view.ts";
import { comparison, noPool, pool } from "./answers.ts";

/** The place of a row among others on a screen: it is not the first, and one of the others is compared. */
const amongOthers: Placing = {
  naming: {
    onScreen: { "car-t": "CAR-T", bsab: "Bispecific" },
    isFirst: false,
  },
  surface: "row",
  missing: ["verdict", "harm", "key", "months"],
  above: new Map(),
};

/** Returns a row as it is drawn. */
export function rowViewOf(
  row: Row,
  { answer, ...placing }: Partial<Placing> & { readonly answer?: Partial<Answer> } = {},
): RowView {
  return makeRowView(row, comparison(answer), { ...amongOthers, ...placing });
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
