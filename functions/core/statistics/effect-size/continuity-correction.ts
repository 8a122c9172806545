import { isDegenerate, type Study } from "../study.ts";
import type { Counts } from "./effect-size.ts";

/**
 * Which studies get `add` added to their events and to their non-events: those with 0 or n events
 * (`only0`), all (`all`), or all if at least one has 0 or n events (`if0all`). `none` corrects
 * nothing.
 */
export type ContinuityCorrection =
  | "none"
  | { readonly add: number; readonly to: "only0" | "all" | "if0all" };

/**
 * Counts of every study after the correction, in the order given.
 *
 * @throws RangeError for an `add` that is not positive and finite.
 */
export function correctedCounts(
  studies: readonly Study[],
  correction: ContinuityCorrection,
): Counts[] {
  if (correction !== "none" && !(correction.add > 0 && Number.isFinite(correction.add))) {
    throw new RangeError(`correction.add must be positive and finite, got ${correction.add}`);
  }
  const any = studies.some(isDegenerate);
  return studies.map((study) => {
    const nonEvents = study.n - study.events;
    if (correction === "none") return { events: study.events, nonEvents };
    const { add, to } = correction;
    const corrected = to === "all" || (to === "if0all" ? any : isDegenerate(study));
    return corrected
      ? { events: study.events + add, nonEvents: nonEvents + add }
      : { events: study.events, nonEvents };
  });
}
