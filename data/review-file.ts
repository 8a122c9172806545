/** Describes the file that the page `/review` saves and `npm run evidence -- sign` takes. */
import * as v from "valibot";

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());

export const reviewFileSchema = v.strictObject({
  /** `dataVersion` is the version of the data on the page. */
  dataVersion: text,
  /** `role` is that of whoever checked, without a name. */
  role: text,
  checked: text,
  items: v.array(
    v.strictObject({
      id: text,
      /** `signs` is the id of a cohort, `labels` or `rules`. */
      signs: text,
      text: v.string(),
      isRight: v.boolean(),
      remark: v.string(),
    }),
  ),
});

export type ReviewFile = v.InferOutput<typeof reviewFileSchema>;

type ReviewItemMark = Pick<ReviewFile["items"][number], "signs" | "isRight" | "remark">;

/** Returns whether an item is ticked and nothing is written of what is wrong with it. */
const isAccepted = ({ isRight, remark }: ReviewItemMark) => isRight && remark === "";

/** Returns the names of which every item is accepted, in the order of the file. */
export function listPartsWithAllItemsAccepted(items: readonly ReviewItemMark[]): string[] {
  const names = [...new Set(items.map(({ signs }) => signs))];
  return names.filter((name) => items.every((item) => item.signs !== name || isAccepted(item)));
}
