/** Describes the file that the page `/review` saves and `npm run evidence -- sign` takes. */
import * as v from "valibot";
import { isoDate, text } from "./schema/common.ts";
import type { ReviewEntry } from "./schema.ts";

export const reviewFileSchema = v.strictObject({
  /** `dataVersion` is the version of the data on the page. */
  dataVersion: text,
  /** `role` is that of whoever checked; the fields below are theirs to give or not. */
  role: text,
  name: v.exactOptional(text),
  interests: v.exactOptional(text),
  when: v.exactOptional(isoDate),
  checked: v.exactOptional(text),
  items: v.array(
    v.strictObject({
      id: text,
      /** `signs` is the part that is signed once all its items are accepted (`review-parts.ts`). */
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

/** Returns the parts of which every item is accepted, in the order of the file. */
export function listAccepted(items: readonly ReviewItemMark[]): string[] {
  const parts = [...new Set(items.map(({ signs }) => signs))];
  return parts.filter((part) => items.every((item) => item.signs !== part || isAccepted(item)));
}

/**
 * Returns the reviews with those of the signed parts, which replace earlier ones of the same parts.
 *
 * @param hashes The hash of each part as it is now.
 * @param today The day of the signature, where the file names none.
 */
export function signParts(
  reviews: readonly ReviewEntry[],
  parts: readonly string[],
  { dataVersion: version, items: _, ...by }: ReviewFile,
  hashes: ReadonlyMap<string, string>,
  today: string,
): ReviewEntry[] {
  const added = parts.map((part) => ({
    ...{ part, when: today, ...by },
    ...{ version, content: hashes.get(part) ?? "" },
  }));
  return [...reviews.filter(({ part }) => !parts.includes(part)), ...added];
}
