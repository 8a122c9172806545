/**
 * Cautions and reasons for low certainty as stable codes with the values their words are made from.
 * A group is named by its id, a cohort as a reader knows it.
 */
import type { Population } from "#data/vocabulary.ts";

interface OfGroup {
  readonly group: string;
}

interface OfCohorts {
  /** At least one, as a reader knows it. */
  readonly cohorts: readonly string[];
}

/** The median of a group. */
export interface GroupMedian extends OfGroup {
  readonly median: number;
}

/** Scales that a grade can be stated by. */
export type Scale = "astct" | "lee" | "cartox" | "ctcae";

/** Where survival is counted from. */
export type TimeOrigin = "infusion" | "first-dose" | "randomisation" | "leukapheresis";

/** What warns the reader of a row and lowers its certainty alike. */
export type SharedRemark =
  | ({ readonly code: "single-cohort" } & OfGroup)
  | ({ readonly code: "few-cohorts"; readonly k: number } & OfGroup)
  | { readonly code: "settings-mixed" }
  | { readonly code: "prior-bcma-mixed" }
  | {
      readonly code: "definition-mixed";
      /** `null` where the scales do not differ. */
      readonly scales: {
        readonly stated: readonly Scale[];
        readonly unstated: number;
        readonly figures: number;
      } | null;
      /** Whether some count deaths and others do not. */
      readonly grades: boolean;
    };

export type CertaintyReason =
  | SharedRemark
  /** `null` where not every cohort says how many it counted. */
  | ({
      readonly code: "few-patients";
      readonly n: number | null;
      readonly least: number;
    } & OfGroup)
  | ({ readonly code: "one-product" } & OfGroup)
  | ({ readonly code: "one-sponsor" } & OfGroup)
  | {
      readonly code: "imprecise";
      /** Whether the interval reaches that far to both sides, or is wider than that. */
      readonly eitherWay: boolean;
      readonly per100: number;
    }
  | ({ readonly code: "heterogeneous"; readonly tau: number } & OfGroup)
  | { readonly code: "populations-mixed"; readonly populations: readonly Population[] }
  | { readonly code: "prior-lines-differ"; readonly medians: readonly GroupMedian[] }
  | { readonly code: "follow-up-differs"; readonly medians: readonly GroupMedian[] }
  | { readonly code: "follow-up-unknown" };

export type RowCaution =
  | SharedRemark
  | ({ readonly code: "one-class" } & OfGroup)
  | ({ readonly code: "no-events"; readonly n: number; readonly phrase: string } & OfGroup)
  | ({ readonly code: "all-events"; readonly n: number; readonly phrase: string } & OfGroup)
  | ({ readonly code: "combination" } & OfGroup & OfCohorts)
  | {
      readonly code: "exposure-differs";
      /** Whether CAR-T cells are compared with bispecifics, or one of them with itself. */
      readonly classesDiffer: boolean;
      /** In months; `null` where it is not reported for most. */
      readonly followUp: readonly ({ readonly months: number | null } & OfGroup)[];
    }
  | ({
      readonly code: "products-differ";
      /** Rates of 100; `null` where cohorts spread and products do not. */
      readonly range: {
        readonly products: number;
        readonly lowest: number;
        readonly highest: number;
      } | null;
    } & OfGroup)
  | ({ readonly code: "evaluable-only" } & OfCohorts)
  | ({ readonly code: "intention-to-treat"; readonly wholeAnswer: boolean } & OfCohorts)
  | { readonly code: "older-grading" }
  | { readonly code: "grade-5-not-counted" }
  | ({ readonly code: "definition-broad" } & OfCohorts)
  | { readonly code: "variance-approximated" }
  | {
      readonly code: "time-origin-differs";
      readonly groups: readonly ({ readonly origins: readonly TimeOrigin[] } & OfGroup)[];
    }
  | ({ readonly code: "products-missing"; readonly products: readonly string[] } & OfGroup)
  | ({
      readonly code: "typical-vs-average";
      readonly typical: number;
      readonly average: number | null;
      readonly crude: number | null;
    } & OfGroup)
  | ({ readonly code: "overlap-dropped"; readonly cohorts: number } & OfGroup)
  | ({ readonly code: "model-fallback"; readonly because: string } & OfGroup);

/** Cautions of the whole answer. */
export type AnswerCaution =
  | Extract<RowCaution, { readonly code: "intention-to-treat" }>
  | Extract<SharedRemark, { readonly code: "settings-mixed" | "prior-bcma-mixed" }>
  | { readonly code: "no-randomised-comparison" }
  | { readonly code: "enrolled" }
  /** With the cohorts that count all who were randomised all the same. */
  | { readonly code: "as-treated"; readonly randomised: readonly string[] }
  | { readonly code: "ecological" }
  | { readonly code: "cohorts-differ-between-rows" }
  | { readonly code: "dose-escalation" }
  | {
      readonly code: "set-asked";
      readonly name: string;
      readonly cohorts: number;
      readonly used: number | null;
      readonly modified: boolean;
    }
  | { readonly code: "set-not-public"; readonly name: string; readonly modified: boolean }
  | { readonly code: "unreviewed-sources" }
  | { readonly code: "overlap-kept" }
  | { readonly code: "latest-cut" }
  | { readonly code: "classes-mixed"; readonly groups: readonly string[] }
  | { readonly code: "confounded" }
  | { readonly code: "grouped-by-medians" }
  | {
      readonly code: "patient-fit";
      readonly fits: number;
      readonly notReported: number;
      /** Whether those that do not report it are kept. */
      readonly kept: boolean;
    };

export type CodedRemark = CertaintyReason | RowCaution | AnswerCaution;
