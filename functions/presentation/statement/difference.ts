/** The difference of a row, how it stood the checks, and whether it may be emphasised; or why there is none. */
import type { Contrast } from "#core/answer/answer.ts";
import { isAsked } from "#core/answer/checks.ts";
import { findingOf } from "#core/answer/contrast.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { ApiRow } from "#presentation/words/api-answer.ts";
import type { IntervalKind, StudyWord } from "../words/arguments.ts";
import type { ScreenWords } from "../words/catalogue.ts";
import { probability } from "../words/ratios.ts";
import { type ShownDifference, shownDifference } from "./displayed-rate.ts";
import { onlyProduct } from "./products.ts";

export interface DifferenceNumbers extends ShownDifference {
  readonly contrast: Contrast;
  readonly kind: IntervalKind;
  /** Whether 0 lies within its interval, or ends it. */
  readonly includesZero: boolean;
  /** Checks that could be asked, and how many of them hold. */
  readonly asked: number;
  readonly holds: number;
}

/** `null` without a difference: see {@link whyNotCompared}. */
export function differenceOf(row: Pick<ApiRow, "contrasts">): DifferenceNumbers | null {
  const shown = shownDifference(row);
  const [contrast] = row.contrasts;
  if (!contrast || !shown) return null;
  const asked = (contrast.checks ?? []).filter(isAsked);
  return {
    ...shown,
    contrast,
    kind: contrast.probabilityHigher === null ? "confidence" : "credible",
    includesZero: !findingOf(contrast),
    asked: asked.length,
    holds: asked.filter(({ status }) => status === "holds").length,
  };
}

/** "holds in 1 of 5 checks"; "0 lies within". */
export function strengthOf(told: DifferenceNumbers, { strength }: ScreenWords): string {
  if (told.includesZero) return strength.open;
  if (told.contrast.checks === null) return "";
  return told.asked === 0 ? strength.unasked : strength.holds(told.holds, told.asked);
}

/** The same with the probability that the rate is higher, where 0 lies within. */
export function strengthAtLength(told: DifferenceNumbers, words: ScreenWords): string {
  const { probabilityHigher } = told.contrast;
  if (!told.includesZero || probabilityHigher === null) return strengthOf(told, words);
  return words.strength.openWith(probability(probabilityHigher, words.numbers));
}

/** Why two numbers are not compared: "cilta-cel only"; empty if a side has none. */
export function whyNotCompared(
  { contrasts: [contrast], pools }: Pick<ApiRow, "contrasts" | "pools">,
  noun: StudyWord,
  words: ScreenWords,
): string {
  const { notCompared, classAdjective } = words;
  const sides = (is: (group: TherapyClass) => boolean) => therapyClasses.filter(is);
  switch (contrast?.status) {
    case "one-trial": {
      const single = sides((group) => pools[group].k === 1);
      const names = (single.length > 0 ? single : therapyClasses).map((one) => classAdjective[one]);
      return notCompared.oneTrial(noun, names);
    }
    case "one-product": {
      const names = sides((group) => pools[group].missing.length > 0).flatMap(
        (group) => onlyProduct(pools[group]) ?? [],
      );
      return notCompared.oneProduct(names);
    }
    case "follow-up-unknown":
      return notCompared.followUpUnknown;
    case "follow-ups-apart":
      return notCompared.followUpsApart(
        pools["car-t"].followUp?.months ?? null,
        pools.bsab.followUp?.months ?? null,
      );
    default:
      return "";
  }
}
