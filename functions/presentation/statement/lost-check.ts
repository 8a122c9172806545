/** The check that loses a difference, which is therefore not emphasised. */
import type { Contrast } from "#core/comparison/answer.ts";
import type { LostCheck } from "#core/comparison/checked.ts";
import type { ScreenWords } from "../words/catalogue.ts";
import { type DifferenceWords, differenceWords } from "../words/rates.ts";

export interface Lost {
  check: LostCheck;
  /** `null` if the classes cannot be contrasted there. */
  there: DifferenceWords | null;
}

/** `null` if no check loses it, or none was made. */
export function lostCheck(
  { checked }: Pick<Contrast, "checked">,
  strings: ScreenWords,
): Lost | null {
  const check = checked?.lost;
  if (!check) return null;
  const { differencePer100: difference, differenceInterval: interval } = check;
  const known = difference !== null && interval !== null;
  return { check, there: known ? differenceWords(difference, interval, strings) : null };
}

/** "depends on region (in US: 8 fewer to 33 more)"; empty if no check loses it. */
export function lostText(contrast: Pick<Contrast, "checked">, strings: ScreenWords): string {
  const lost = lostCheck(contrast, strings);
  return lost ? strings.lost(lost.check, lost.there?.range ?? null) : "";
}
