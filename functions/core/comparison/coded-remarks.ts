/** Cautions and reasons for low certainty: codes with ids of groups and labels of cohorts. */
import type { BcmaKind } from "#data/bcma-kinds.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Population } from "#data/vocabulary.ts";
import type { Coded, None } from "../evidence/coded.ts";

interface OfGroup {
  group: string;
}

interface OfCohorts {
  /** Labels; at least one. */
  cohorts: string[];
}

export interface GroupMedian extends OfGroup {
  readonly median: number;
}

export type KindCount = ComputeCohort["priorBcmaKinds"][number];

export interface KindElsewhere extends KindCount {
  readonly trial: string;
}

export type Scale = "astct" | "lee" | "cartox" | "ctcae";

export type TimeOrigin = "infusion" | "first-dose" | "randomisation" | "leukapheresis";

/** Remarks that are both a caution of a row and a reason for its low certainty. */
export type SharedRemark = Coded<{
  "single-cohort": OfGroup;
  "few-cohorts": OfGroup & { k: number };
  /** The row rests on less than half of the patients of the class. */
  "covers-part": OfGroup & { share: number };
  "settings-mixed": None;
  /** `combined` were given with other drugs and `alone` were not. Ids of groups. */
  "regimens-differ": { combined: string[]; alone: string[] };
  "prior-bcma-mixed": None;
  "definition-mixed": {
    /** `null` if the scales do not count as different. */
    scales: { stated: Scale[]; unstated: number; figures: number } | null;
    /** Whether some figures count deaths (grade 5) and others do not. */
    grades: boolean;
  };
}>;

export type CertaintyReason =
  | SharedRemark
  | Coded<{
      /** `n` is `null` if a cohort does not report its number of patients. */
      "few-patients": OfGroup & { n: number | null; least: number };
      "one-product": OfGroup;
      "one-sponsor": OfGroup;
      /**
       * The interval of the difference reaches `limit` of 100 in both directions, or is wider than
       * that; or the upper end of the odds ratio of a rare event is more than `limit` times the lower.
       */
      imprecise: { how: "either-way" | "wide" | "fold"; limit: number };
      heterogeneous: OfGroup & { tau: number };
      "populations-mixed": { populations: Population[] };
      "prior-lines-differ": { medians: GroupMedian[] };
      "follow-up-differs": { medians: GroupMedian[] };
      "follow-up-unknown": None;
    }>;

/** `single`: only one cohort is pooled, so that its own count is shown and not the model's rate. */
interface NoneOrAll extends OfGroup {
  n: number;
  single: boolean;
  phrase: string;
}

/** What the words of a mark need of the row above in the chain; see `chains.ts`. */
export interface ChainValues {
  readonly label: string;
  /** Of survival; else `null`. */
  readonly month: number | null;
  readonly others: boolean;
}

interface ChainRemark extends ChainValues, OfGroup {
  /** Id of the row above. */
  above: string;
}

export type RowCaution =
  | SharedRemark
  | Coded<{
      /** Rests on other cohorts than the row above in its chain. */
      "other-trials": ChainRemark;
      /** Is higher than a row above in its chain, which no patients can be. */
      "out-of-order": ChainRemark;
      "one-class": OfGroup;
      /** After BCMA-directed therapy: a class has too few trials for a number of its own. */
      "too-few-after-bcma": { least: number };
      /** Events accumulate, and median follow-ups are unknown or `within` times apart or more. */
      "follow-ups-apart": { within: number };
      /** A class rests on one product, whose trials differ or, of survival, are not added up. */
      "trials-apart": OfGroup & { product: string; differ: boolean };
      /** Labels of cohorts by enrolment before, across and after the first COVID-19 vaccines. */
      "infections-depend": Record<"before" | "across" | "after", string[]> & {
        notStated: number;
        /** Cohorts of which immunoglobulin replacement is printed, of so many. */
        immunoglobulin: number;
        cohorts: number;
      };
      /** Cohorts whose figure is of another data cut than that of the outcome it is part of. */
      "cut-differs": OfCohorts;
      /** Too small a part of the class, or without a product with many of its patients. */
      "not-representative": OfGroup & { share: number; products: string[]; missing: string[] };
      "no-events": NoneOrAll;
      "all-events": NoneOrAll;
      combination: OfGroup & OfCohorts;
      /** In months; `null` if it is not reported for most patients. Groups may be of one class. */
      "exposure-differs": {
        classesDiffer: boolean;
        followUp: (OfGroup & { months: number | null })[];
      };
      /** Rates per 100; `null` if cohorts differ but the products do not. */
      "products-differ": OfGroup & {
        range: { products: number; lowest: number; highest: number } | null;
      };
      "evaluable-only": OfCohorts;
      "intention-to-treat": OfCohorts & { wholeAnswer: boolean };
      "older-grading": None;
      "grade-5-not-counted": None;
      "definition-broad": OfCohorts;
      "variance-approximated": None;
      "time-origin-differs": { groups: (OfGroup & { origins: TimeOrigin[] })[] };
      "products-missing": OfGroup & { products: string[] };
      /** Counts of all patients together; `null` where they cannot be added up. */
      "typical-vs-average": OfGroup & { typical: number } & Record<
          "average" | "crude" | "events" | "n",
          number | null
        >;
      "overlap-dropped": OfGroup & { cohorts: number };
      /** The search for the cohorts without overlap that hold most patients was ended. */
      "overlap-unsettled": OfGroup;
      "model-fallback": OfGroup & { because: string };
    }>;

export type AnswerCaution =
  | Extract<RowCaution, { readonly code: "intention-to-treat" }>
  | Extract<SharedRemark, { readonly code: "settings-mixed" | "prior-bcma-mixed" }>
  | Coded<{
      /** `adjusted` studies of others matched, weighted or compared the classes indirectly. */
      "no-randomised-comparison": { adjusted: number };
      enrolled: None;
      /** The cohorts whose responses count all with cells collected, as printed or derived. */
      collected: { printed: string[]; derived: string[] };
      /** `randomised` names the cohorts that nevertheless count all randomised patients. */
      "as-treated": { randomised: string[] };
      ecological: None;
      "cohorts-differ-between-rows": None;
      /** Slugs of pooled products that only one region has approved, if the question names none. */
      "one-region": { region: string; products: string[] };
      "dose-escalation": None;
      /** Which kinds of earlier therapy each selected trial states. */
      "kinds-enrolled": {
        cohorts: readonly Pick<ComputeCohort, "product" | "label" | "priorBcmaKinds">[];
      };
      /** Kinds for which no selected trial recruited, with what other trials count. */
      "kinds-not-selected": { kinds: { kind: BcmaKind; elsewhere: KindElsewhere[] }[] };
      "set-asked": { name: string; cohorts: number; used: number | null; modified: boolean };
      "set-not-public": { name: string; modified: boolean };
      "unreviewed-sources": None;
      "overlap-kept": None;
      "latest-cut": None;
      "classes-mixed": { groups: string[] };
      confounded: None;
      "grouped-by-medians": None;
    }>;

export type CodedRemark = CertaintyReason | RowCaution | AnswerCaution;
