/** Schema of a ready-made question. */
import * as v from "valibot";
import { slug, text } from "./common.ts";

export const presetSchema = v.strictObject({
  id: slug,
  label: text,
  /** Query parameters as in the URL; an empty record is the default question. */
  query: v.record(slug, text),
});

export type Preset = v.InferOutput<typeof presetSchema>;
