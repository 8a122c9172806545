/** The filters of `functions/evidence` are keyed by these names; the widget finds them beside the query schema. */
export { parameterNames } from "../evidence/parameter-names.ts";
