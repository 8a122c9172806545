/** The words of the first view: everything on the screen before something is opened. */
import type { BesidePool, MedianResult } from "#core/comparison/answer.ts";
import type { LostCheck } from "#core/comparison/checked.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Numbers } from "../numbers.ts";
import type { DifferenceWords } from "../rates.ts";

export type Noun = "trial" | "cohort";
/** What a difference is between: two pools; a pool and a product as it was counted; two of these. */
export type Between = "pools" | "one-product" | "products";
export type OfClass = Readonly<Record<TherapyClass, string>>;

/**
 * Sentences with the rates of both classes in the headline. If there is no product, the class is
 * named.
 */
interface ResponseWords {
  readonly carT: (product: string | null) => string;
  /** Follows the sentence about CAR-T. */
  readonly bispecific: (product: string | null) => string;
  readonly bispecificAlone: (product: string | null) => string;
}

interface HeadlineWords {
  /**
   * The words distinguish between counts and an estimate.
   * @param k trials that are counted; `null` if pooled
   */
  readonly opening: (noun: Noun, k: number | null, each: boolean) => string;
  readonly other: (noun: Noun, k: number | null) => string;
  readonly patients: string;
  readonly infusedPatients: string;
  readonly responded: ResponseWords;
  /** For outcomes other than response; `phrase` completes "27 more of 100". */
  readonly others: (phrase: string) => ResponseWords;
  readonly combination: Readonly<Record<"alone" | "partly" | "combined", string>>;
  readonly noBispecific: string;
  readonly noCarT: string;
  /** @param numbers of the products */
  readonly notRepresentative: (numbers: string, why?: string) => string;
  readonly noResponse: string;
  readonly noNumber: string;
  readonly notCompared: string;
  /** There are differences in harms, but of too few studies. */
  readonly noHarm: string;
  readonly doubt: (noun: Noun, singleArm: boolean, certainty: string | null) => string;
}

interface StateWords {
  readonly loading: string;
  readonly slow: string;
  readonly offline: string;
  readonly offlineInside: string;
  readonly onDevice: string;
  readonly error: string;
  readonly errorInside: string;
  readonly previous: string;
  readonly refused: string;
  readonly retry: string;
  /** Read to screen readers when a new answer is there. */
  readonly ready: (headline: string) => string;
}

/** What opens a sheet: the four filters, and the region in the line of the scope. */
export type SheetName = "prior-lines" | "age" | "product" | "more" | "availability";

/** The groups of outcomes that are one tap away. */
export type Tab = "summary" | "efficacy" | "toxicity" | "survival";

/** The words that the element draws itself, around the text and numbers of the view. */
export interface DrawnWords {
  /** Its tag, for example `en`. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** Number formats of the language; they do not depend on the reader's system. */
  readonly numbers: Numbers;
  /** Date format of the page's region, or the default of the language. */
  readonly date: (isoDate: string) => string;
  readonly title: string;
  readonly dataDate: (date: string) => string;
  readonly className: OfClass;
  readonly classShort: OfClass;
  readonly classAdjective: OfClass;
  readonly of100: string;
  readonly benefit: string;
  readonly access: string;
  readonly benefitRule: string;
  readonly harm: string;
  readonly harmRule: string;
  /** What the numbers count, and which differences are bold. */
  readonly rule: string;
  readonly more: string;
  readonly fewer: string;
  readonly to: string;
  readonly same: string;
  readonly withCarT: string;
  readonly scaleTo: (maximum: number) => string;
  readonly certainty: Readonly<Record<"low" | "very-low" | "not-rated", string>>;
  readonly certaintyIs: (level: string) => string;
  /** Groups of outcomes, by the word of the question. */
  readonly tabs: Readonly<Record<Tab | "label", string>>;
  readonly filters: string;
  readonly chip: Readonly<Record<SheetName, string>>;
  /** Of the others, the title is that of their chip. */
  readonly sheet: Readonly<Record<"more" | "close" | "reset", string>>;
  readonly detail: Readonly<Record<"open" | "close" | "loading", string>>;
  readonly states: StateWords;
  readonly footer: Readonly<
    Record<"audience" | "notReviewed" | "data" | "permalink" | "glossary", string>
  > & {
    readonly copy: Readonly<Record<"link" | "summary" | "table", string>>;
    readonly version: (version: string) => string;
  };
}

/**
 * All words of the first screen: those that are drawn, and those that the view of an answer is made
 * of. On our own pages the first view is made by the server, so a browser loads the second half
 * after it.
 */
export interface ScreenWords extends DrawnWords {
  readonly classPlural: OfClass;
  readonly between: Readonly<Record<Between, (adjective: string) => string>>;
  /** The products of one class. Only the first few are named, at most so many. */
  readonly products: (names: readonly string[], most?: number) => string;
  readonly evidence: (noun: Noun, k: number, n: number | null) => string;
  readonly counted: (noun: Noun, k: number, events: number, n: number) => string;
  /** The kind of regimen that stands for the class has no figure, and the other has. */
  readonly noneOfRegimen: string;
  /** "teclistamab alone", "bispecifics in combination" */
  readonly nameOfBeside: (
    products: readonly string[],
    classPlural: string,
    regimen: BesidePool["regimen"],
  ) => string;
  /** Why two rates are not compared: the products of each pool that is too small, and its share. */
  readonly notRepresentative: (
    pools: readonly { name: string; products: string; share: number }[],
  ) => string;
  readonly withProduct: (product: string) => string;
  /** The caution of a row that could change its reading, and the number of the others. */
  readonly caution: (lead: string, others: number) => string;
  /** Beside a difference, if the whole numbers next to it do not subtract to it. */
  readonly rounded: string;
  /** The check that loses a difference; `null` if the classes cannot be contrasted there. */
  readonly lost: (
    check: Pick<LostCheck, "kind" | "value" | "cohort">,
    difference: DifferenceWords | null,
  ) => string;
  readonly notReported: (classPlural: string, noun: Noun, count: number) => string;
  readonly notPoolable: (classPlural: string, noun: Noun, count: number) => string;
  readonly noneSelected: (adjective: string, noun: Noun) => string;
  /** Medians of survival as printed, one for each trial. */
  /** Each with its product and trial. */
  readonly medians: (
    medians: readonly Pick<MedianResult, "product" | "label" | "months" | "regimen">[],
  ) => string;
  readonly nothingReported: string;
  readonly nothingToPool: string;
  readonly months: (carT: string, bsab: string) => string;
  readonly followUpUnknown: string;
  readonly scope: Readonly<
    Record<
      | "late"
      | "early"
      | "anySetting"
      | "monotherapy"
      | "combination"
      | "anyRegimen"
      | "anyTarget"
      | "trial"
      | "real-world"
      | "all"
      | "selected",
      string
    >
  > & {
    /** Follows "Approved in:". */
    readonly where: (availability: string) => string;
    /** A cohort that was left out by hand. */
    readonly without: (cohort: string) => string;
    readonly asSet: (name: string) => string;
    /** Its cohorts are not public. */
    readonly byRulesOf: (name: string) => string;
    readonly likeSet: (name: string) => string;
  };
  readonly headline: HeadlineWords;
  readonly chipValue: Readonly<Record<"any" | "all" | "late" | "early", string>> & {
    readonly median: (range: string) => string;
    readonly several: (count: number) => string;
    readonly more: (count: number) => string;
    readonly patient: (value: number) => string;
  };
  readonly range: {
    readonly atLeast: (value: number) => string;
    readonly atMost: (value: number) => string;
    readonly between: (low: number, high: number) => string;
  };
}
