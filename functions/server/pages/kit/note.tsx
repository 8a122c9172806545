/** The tinted box of a page, and that no clinician has reviewed its data. */

import type { ComponentChildren } from "preact";
import { computeSet } from "#data/generated/compute-set.ts";
import { notReviewed } from "#presentation/words/source-tier.ts";

export function Note({ children }: { children: ComponentChildren }) {
  return <p class="note">{children}</p>;
}

/** As long as no clinician has reviewed the data. */
export function NotReviewed() {
  return computeSet.review.status === "not-reviewed" ? <strong>{notReviewed} </strong> : null;
}
