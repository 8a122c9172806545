/** Hashes what a clinician signs, so that a later change shows. */
import { createHash } from "node:crypto";
import type { Evidence } from "./evidence.ts";
import { nameLabelPart, nameRulePart } from "./review-parts.ts";
import type { Review } from "./schema.ts";

/** Returns the first 16 hexadecimal digits of the SHA-256 hash of a text. */
function hashContent(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/**
 * Returns the hash of everything that can be signed, as it is now: of a trial its file and the comparisons between its
 * arms, of the labels of a region what each drug's says, of a rule its words and its code. Formatting changes none.
 *
 * @param rules The words and code of each rule, by name.
 */
export function hashParts(
  { cohorts, comparisons, products }: Pick<Evidence, "cohorts" | "comparisons" | "products">,
  rules: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const approvals = products.flatMap((product) =>
    product.approvals.map((approval) => ({ slug: product.slug, ...approval })),
  );
  const regions = new Set(approvals.map(({ region }) => region));
  const contents: readonly (readonly [part: string, content: unknown])[] = [
    ...cohorts.map((cohort) => {
      const armsOf = comparisons.filter(
        ({ kind, sides }) =>
          kind === "randomised" && sides.some((side) => side.cohorts.includes(cohort.id)),
      );
      return [cohort.id, [cohort, ...armsOf]] as const;
    }),
    ...[...regions].map(
      (region) =>
        [nameLabelPart(region), approvals.filter((label) => label.region === region)] as const,
    ),
    ...[...rules].map(([name, content]) => [nameRulePart(name), content] as const),
  ];
  return new Map(contents.map(([part, content]) => [part, hashContent(JSON.stringify(content))]));
}

/** Returns the review log with its signatures by part, each of which says whether its part is still the same. */
export function makeReview(evidence: Evidence, rules: ReadonlyMap<string, string>): Review {
  const now = hashParts(evidence, rules);
  return {
    ...evidence.review,
    rules: [...rules.keys()],
    signed: Object.fromEntries(
      evidence.reviews.map(({ part, content, ...signature }) => [
        part,
        { ...signature, isCurrent: content === now.get(part) },
      ]),
    ),
  };
}
