/** Problem details (RFC 9457): the body of every error. */
import * as v from "valibot";

export const queryProblemSchema = v.strictObject({
  parameter: v.string(),
  value: v.string(),
  message: v.string(),
  allowed: v.array(v.string()),
});

/** `errors` is there when parameters are at fault. */
export const problemSchema = v.strictObject({
  type: v.literal("about:blank"),
  title: v.string(),
  status: v.picklist([400, 404, 405, 406, 414, 429, 500, 501]),
  detail: v.string(),
  errors: v.exactOptional(v.array(queryProblemSchema)),
});
