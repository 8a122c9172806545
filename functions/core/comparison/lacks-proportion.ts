import type { CodedOutcome } from "./coded-answer.ts";

/**
 * Whether a class has no proportion, but figures of another data cut. A proportion does not allow
 * that cut, and a rate does, so its rate stands in the row.
 */
export function lacksProportion<G extends string>({ pools }: CodedOutcome<G>): boolean {
  return Object.values<CodedOutcome<G>["pools"][G]>(pools).some(
    ({ k, notPooled }) => !k && notPooled.some(({ reason }) => reason.code === "other-cut"),
  );
}
