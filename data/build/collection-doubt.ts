/** Of which numbers infused it is not certain that all others had cells collected in vain. */
import type { CollectionDoubt } from "../compute-set.ts";
import type { Figure } from "../schema.ts";

/** What the definition of such a figure says, as `data/README.md` asks. */
const doubts: readonly (readonly [CollectionDoubt, string])[] = [
  ["assumed", "is assumed, not printed"],
  ["waiting", "may still have been waiting"],
];

export function collectionDoubt({ definition }: Pick<Figure, "definition">) {
  return doubts.find(([, said]) => definition?.includes(said))?.[0];
}
