/**
 * Where a difference that excludes 0 no longer does: in the US, in the EU or at recommended doses.
 * On screen a difference is bold only if there is no such place.
 */
import type { Contrast, Interval } from "#core/comparison/answer.ts";
import type { Holds } from "#core/comparison/holds.ts";
import type { ScreenWords } from "../words/contract/screen.ts";
import { differenceWords } from "../words/rates.ts";

type Place = keyof Holds;

/** Places with the same numbers. */
export interface Lost {
  places: Place[];
  /** Difference and interval; `null` if the classes cannot be contrasted there. */
  there: [number, Interval] | null;
}

const places: readonly Place[] = ["us", "eu", "recommended"];

export function lostWhere({ holds }: Pick<Contrast, "holds">): Lost[] {
  const lost: Lost[] = [];
  for (const place of places) {
    const one = holds?.[place];
    if (!one || one.kept) continue;
    const { differencePer100: difference, differenceInterval: interval } = one;
    const there: Lost["there"] = difference === null || !interval ? null : [difference, interval];
    const same = lost.find((other) => `${other.there}` === `${there}`);
    if (same) same.places.push(place);
    else lost.push({ places: [place], there });
  }
  return lost;
}

/** "US and EU: 20 more, 8 fewer to 33 more"; empty if it is lost nowhere. */
export function lostText(contrast: Pick<Contrast, "holds">, strings: ScreenWords): string {
  return lostWhere(contrast)
    .map(({ places, there }) => strings.lost(places, there && differenceWords(...there, strings)))
    .join(" · ");
}
