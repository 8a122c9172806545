/**
 * Schema of `approvals.json`: of which regions the approvals were collected. Where they were not, the
 * absence of an approval in the data says nothing.
 */
import * as v from "valibot";
import { regions } from "../vocabulary.ts";
import { isoDate, slug, text } from "./common.ts";

const region = v.picklist(regions);

export const approvalsSchema = v.strictObject({
  collected: v.array(
    v.strictObject({
      region,
      asOf: isoDate,
      from: text,
      /** Products approved elsewhere of which no decision there is in the data. */
      notHeld: v.array(slug),
    }),
  ),
  notCollected: v.array(v.strictObject({ region, reason: text })),
});

export type Approvals = v.InferOutput<typeof approvalsSchema>;
