/** The tinted box of a page, and the sign of what warns. */
import type { ComponentChildren } from "preact";
import { computeSet } from "#data/generated/compute-set.ts";
import { catalogue } from "#presentation/words/catalogue.ts";

export function Note({ children }: { children: ComponentChildren }) {
  return <p class="note">{children}</p>;
}

/** As long as no clinician has reviewed the data. */
export function NotReviewed() {
  return computeSet.review.status === "not-reviewed" ? (
    <strong>{catalogue.screen.notReviewed} </strong>
  ) : null;
}

/** A sign of our own: what warns is known without its colour. */
export function Warning() {
  return (
    <svg class="sign" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <rect x="1" y="1" width="14" height="14" />
      <path d="M8 4v5M8 11v1.5" />
    </svg>
  );
}
