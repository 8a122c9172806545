/** Describes the file that the page `/review` saves and `npm run evidence -- sign` takes. */
import * as v from "valibot";

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());

export const reviewFileSchema = v.strictObject({
  /** The version of the data on the page. */
  dataVersion: text,
  /** The role of whoever checked, without a name. */
  role: text,
  checked: text,
  items: v.array(
    v.strictObject({
      id: text,
      /** The id of a cohort, `labels` or `rules`. */
      signs: text,
      text: v.string(),
      isRight: v.boolean(),
      remark: v.string(),
    }),
  ),
});

export type ReviewFile = v.InferOutput<typeof reviewFileSchema>;
