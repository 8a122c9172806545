/** Cautions and reasons for low certainty: codes with ids of groups and labels of cohorts. */
import type { BcmaKind } from "#data/bcma-kinds.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Population } from "#data/vocabulary.ts";

interface OfGroup {
  readonly group: string;
}

interface OfCohorts {
  /** Labels; at least one. */
  readonly cohorts: readonly string[];
}

export interface GroupMedian extends OfGroup {
  readonly median: number;
}

export type KindCount = ComputeCohort["priorBcmaKinds"][number];

export interface KindElsewhere extends KindCount {
  readonly trial: string;
}

/** Scales by which an event can be graded. */
export type Scale = "astct" | "lee" | "cartox" | "ctcae";

/** The moment from which survival is counted. */
export type TimeOrigin = "infusion" | "first-dose" | "randomisation" | "leukapheresis";

/** Remarks that are both a caution of a row and a reason for its low certainty. */
export type SharedRemark =
  | ({ readonly code: "single-cohort" } & OfGroup)
  | ({ readonly code: "few-cohorts"; readonly k: number } & OfGroup)
  /** The row rests on less than half of the patients of the class. */
  | ({ readonly code: "covers-part"; readonly share: number } & OfGroup)
  | { readonly code: "settings-mixed" }
  /** `combined` were given with other drugs and `alone` were not. Ids of groups. */
  | {
      readonly code: "regimens-differ";
      readonly combined: readonly string[];
      readonly alone: readonly string[];
    }
  | { readonly code: "prior-bcma-mixed" }
  | {
      readonly code: "definition-mixed";
      /** `null` if the scales do not count as different. */
      readonly scales: {
        readonly stated: readonly Scale[];
        readonly unstated: number;
        readonly figures: number;
      } | null;
      /** Whether some figures count deaths (grade 5) and others do not. */
      readonly grades: boolean;
    };

export type CertaintyReason =
  | SharedRemark
  /** `n` is `null` if a cohort does not report its number of patients. */
  | ({
      readonly code: "few-patients";
      readonly n: number | null;
      readonly least: number;
    } & OfGroup)
  | ({ readonly code: "one-product" } & OfGroup)
  | ({ readonly code: "one-sponsor" } & OfGroup)
  | {
      readonly code: "imprecise";
      /**
       * The interval of the difference reaches `limit` of 100 in both directions, or is wider than
       * that; or the upper end of the odds ratio of a rare event is more than `limit` times the lower.
       */
      readonly how: "either-way" | "wide" | "fold";
      readonly limit: number;
    }
  | ({ readonly code: "heterogeneous"; readonly tau: number } & OfGroup)
  | { readonly code: "populations-mixed"; readonly populations: readonly Population[] }
  | { readonly code: "prior-lines-differ"; readonly medians: readonly GroupMedian[] }
  | { readonly code: "follow-up-differs"; readonly medians: readonly GroupMedian[] }
  | { readonly code: "follow-up-unknown" };

/** `single`: only one cohort is pooled, so that its own count is shown and not the model's rate. */
interface NoneOrAll extends OfGroup {
  readonly n: number;
  readonly single: boolean;
  readonly phrase: string;
}

/** What the words of a mark need of the row above in the chain; see `chains.ts`. */
export interface ChainValues {
  readonly label: string;
  /** Of survival; else `null`. */
  readonly month: number | null;
  /** Whether the two rows rest on other cohorts. */
  readonly others: boolean;
}

type ChainRemark<Code extends string> = {
  readonly code: Code;
  /** Id of the row above. */
  readonly above: string;
} & ChainValues &
  OfGroup;

export type RowCaution =
  | SharedRemark
  /** Rests on other cohorts than the row above in its chain. */
  | ChainRemark<"other-trials">
  /** Is higher than a row above in its chain, which no patients can be. */
  | ChainRemark<"out-of-order">
  | ({ readonly code: "one-class" } & OfGroup)
  /** After BCMA-directed therapy: a class has too few trials for a number of its own. */
  | { readonly code: "too-few-after-bcma"; readonly least: number }
  /** Events accumulate, and median follow-ups are unknown or one is `within` times the other or more. */
  | { readonly code: "follow-ups-apart"; readonly within: number }
  /** A class rests on one product, whose trials differ; or it is survival, which is not added up. */
  | ({
      readonly code: "trials-apart";
      readonly product: string;
      readonly differ: boolean;
    } & OfGroup)
  /** Labels of cohorts by enrolment before, across and after the first COVID-19 vaccines. */
  | {
      readonly code: "infections-depend";
      readonly before: readonly string[];
      readonly across: readonly string[];
      readonly after: readonly string[];
      readonly notStated: number;
      /** Cohorts of which immunoglobulin replacement is printed, of so many. */
      readonly immunoglobulin: number;
      readonly cohorts: number;
    }
  /** Cohorts whose figure is of another data cut than that of the outcome it is part of. */
  | ({ readonly code: "cut-differs" } & OfCohorts)
  /** Too small a part of the class, or without a product with many of its patients. */
  | ({
      readonly code: "not-representative";
      readonly share: number;
      readonly products: readonly string[];
      readonly missing: readonly string[];
    } & OfGroup)
  | (NoneOrAll & { readonly code: "no-events" })
  | (NoneOrAll & { readonly code: "all-events" })
  | ({ readonly code: "combination" } & OfGroup & OfCohorts)
  | {
      readonly code: "exposure-differs";
      /** Whether both classes are compared, and not groups within one class. */
      readonly classesDiffer: boolean;
      /** In months; `null` if it is not reported for most patients. */
      readonly followUp: readonly ({ readonly months: number | null } & OfGroup)[];
    }
  | ({
      readonly code: "products-differ";
      /** Rates per 100; `null` if cohorts differ but the products do not. */
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
      /** Of all patients together; `null` where they cannot be added up. */
      readonly events: number | null;
      readonly n: number | null;
    } & OfGroup)
  | ({ readonly code: "overlap-dropped"; readonly cohorts: number } & OfGroup)
  /** The search for the cohorts without overlap that hold most patients was ended. */
  | ({ readonly code: "overlap-unsettled" } & OfGroup)
  | ({ readonly code: "model-fallback"; readonly because: string } & OfGroup);

/** Cautions of the whole answer. */
export type AnswerCaution =
  | Extract<RowCaution, { readonly code: "intention-to-treat" }>
  | Extract<SharedRemark, { readonly code: "settings-mixed" | "prior-bcma-mixed" }>
  /** `adjusted` studies of others matched, weighted or compared the classes indirectly. */
  | { readonly code: "no-randomised-comparison"; readonly adjusted: number }
  | { readonly code: "enrolled" }
  /** The cohorts whose responses count all with cells collected, as printed or derived. */
  | {
      readonly code: "collected";
      readonly printed: readonly string[];
      readonly derived: readonly string[];
    }
  /** `randomised` names the cohorts that nevertheless count all randomised patients. */
  | { readonly code: "as-treated"; readonly randomised: readonly string[] }
  | { readonly code: "ecological" }
  | { readonly code: "cohorts-differ-between-rows" }
  /** Pooled products that only one region has approved, if the question names no region. */
  | {
      readonly code: "one-region";
      readonly region: string;
      /** Slugs; at least one. */
      readonly products: readonly string[];
    }
  | { readonly code: "dose-escalation" }
  /** Which kinds of earlier therapy each selected trial states; `null` without any. */
  | {
      readonly code: "kinds-enrolled";
      readonly trials: readonly { readonly trial: string; readonly kinds: readonly KindCount[] }[];
    }
  /** Kinds for which no selected trial recruited, with what other trials count. */
  | {
      readonly code: "kinds-not-selected";
      readonly kinds: readonly {
        readonly kind: BcmaKind;
        readonly elsewhere: readonly KindElsewhere[];
      }[];
    }
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
  | { readonly code: "grouped-by-medians" };

export type CodedRemark = CertaintyReason | RowCaution | AnswerCaution;
