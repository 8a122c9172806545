/** A screen calls a drug by its whole name before it calls it in short. */
import { namesAtLength, shortenedIn, unshortenedIn } from "../words/product-name.ts";
import type { SideView } from "./side-view.ts";

type SideTexts = Pick<SideView, "above" | "under" | "labels">;

/**
 * A side with the whole names, above its axis, of drugs that it calls in short.
 *
 * @param spelled whole names that stand on the screen already
 */
export function withWholeNames<Side extends SideTexts>(
  side: Side,
  spelled: ReadonlySet<string>,
): Side {
  const texts = textsOf(side);
  const missing = texts
    .flatMap(shortenedIn)
    .filter((name) => !spelled.has(name) && !texts.some((text) => text.includes(name)));
  if (missing.length === 0) return side;
  const above = namesAtLength(side.above ?? "");
  const others = [...new Set(missing)].filter((name) => !above.includes(name));
  return { ...side, above: [others.join(", "), above].filter((text) => text !== "").join("; ") };
}

/** Whole names of drugs on the sides of a row. */
export function wholeNamesOn(sides: readonly (SideView | null | undefined)[]): string[] {
  return sides.flatMap((side): string[] =>
    side ? [...textsOf(side).flatMap(unshortenedIn), ...wholeNamesOn([side.other])] : [],
  );
}

/** What every screen shows of a side, in the order in which it is read. */
function textsOf({ above = "", under, labels = [] }: SideTexts): string[] {
  return [above, under, ...labels.map(({ text }) => text)];
}
