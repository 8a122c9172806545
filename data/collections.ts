/** What is shown beside a comparison and never pooled: loaded on demand, not part of the compute set. */
import type { Evidence } from "./evidence.ts";

export type Collections = Pick<Evidence, "subgroups" | "comparisons" | "published">;

export function collectionsOf({ subgroups, comparisons, published }: Evidence): Collections {
  return { subgroups, comparisons, published };
}
