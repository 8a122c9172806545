/** Of which numbers infused the others are not for certain patients who had cells collected in vain. */
import type { Figure } from "../schema.ts";

/** What the definition of such a figure says, as `data/README.md` asks. */
const doubts = ["is assumed, not printed", "may still have been waiting"];

/** Whether nothing may be concluded from the number infused about the patients who were not. */
export function isCollectionUnsure({ definition }: Pick<Figure, "definition">): boolean {
  return doubts.some((doubt) => definition?.includes(doubt));
}
