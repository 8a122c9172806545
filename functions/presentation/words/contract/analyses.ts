/** Words that only the server needs, because browsers compute none of these analyses. */

import type { CodedByName } from "#core/comparison/coded-answer.ts";
import type { LostCheck } from "#core/comparison/checked.ts";
import type { RegressionRemark } from "#core/comparison/meta-regression.ts";
import type { Change } from "#core/comparison/sensitivity/checks.ts";
import type { NotAssessed } from "#core/comparison/sensitivity/small-studies.ts";
import type { SmallStudyRemark } from "#core/statistics/sensitivity/small-study-assessment.ts";
import type { ReasonWords } from "../codes.ts";
import type { DrawnWords } from "./screen.ts";

/** What the checks of a finding say together. */
interface HeldWords {
  /** `open`: the interval of the answer holds 0. `lost` are labels of changes, the weightiest first. */
  readonly checks: (open: boolean, kept: number, checks: number, lost: readonly string[]) => string;
  readonly none: string;
  /** `range` is that of the difference, for example "20 to 29 more". */
  readonly leaveOneOut: (range: string) => string;
  /** @param amount For example "14 more". @param phrase Of the outcome: "responded". */
  readonly tippingPoint: (amount: string, phrase: string) => string;
}

export interface AnalysisWords {
  /** What a sensitivity analysis changed. */
  readonly change: (change: Change) => string;
  /** A check within a sentence: "twice the prior spread between trials". */
  readonly checkName: (check: Pick<LostCheck, "kind" | "value" | "cohort">) => string;
  readonly held: HeldWords;
  readonly productLevel: ProductLevelWords;
  /** Two products against each other. @param phrase Of the outcome: "responded". */
  readonly byName: (difference: CodedByName, phrase: string, screen: DrawnWords) => string;
  /** Why something about small cohorts was not assessed. */
  readonly notAssessed: Readonly<Record<NotAssessed, string>>;
  readonly smallStudies: Readonly<Record<SmallStudyRemark, string>>;
  /** The cautions of a meta-regression. */
  readonly regressionRemarks: ReasonWords<RegressionRemark>;
}

interface Difference {
  readonly amount: string;
  readonly range: string;
}

/** The outcome with products as a level of the model. */
interface ProductLevelWords {
  readonly none: string;
  /**
   * @param products Of CAR-T and of bispecifics, in the mean.
   * @param finding Whether the interval of the answer holds 0, and whether this one agrees.
   */
  readonly said: (
    products: readonly [number, number],
    ofMeans: Difference,
    ofTypical: Difference,
    finding: { readonly open: boolean; readonly kept: boolean } | null,
  ) => string;
}
