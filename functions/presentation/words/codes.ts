/**
 * The words that a language needs for the codes in answers. A catalogue that lacks a word does not
 * compile.
 */
import type { NotPooled, Remark } from "#core/comparison/answer.ts";
import type { CodedChain, CodedProductPool, CodedStudy } from "#core/comparison/coded-answer.ts";
import type { ChainValues, CodedRemark } from "#core/comparison/coded-remarks.ts";
import type { Exclusion, PatientReason, Refusal } from "#core/evidence/reasons.ts";
import type { HoldingName, HoldingReason } from "#core/question/holding.ts";
import type { Patient } from "#core/question/patient.ts";

/** Names of a group. */
export interface GroupName {
  /** For a label: "CAR-T". */
  readonly short: string;
  /** Before "cohort" in a sentence: "bispecific". */
  readonly long: string;
}

export type NameOf = (group: string) => GroupName;

/** A label of at most four words for the row, and an explanation. */
export type Said = Pick<Remark, "label" | "text">;

interface Coded {
  readonly code: string;
}

/** The member of a union with this code. */
type OfCode<Union extends Coded, Code extends Union["code"]> = Extract<
  Union,
  { readonly code: Code }
>;

export type RemarkWords<Union extends Coded = CodedRemark> = {
  readonly [Code in Union["code"]]: (remark: OfCode<Union, Code>, nameOf: NameOf) => Said;
};

/**
 * Remarks of questions that leave the usual rules or compare other groups than the classes. A browser that computes answers loads their words when one is asked.
 */
export type UnusualRemark = Extract<
  CodedRemark,
  {
    readonly code:
      | "set-asked"
      | "enrolled"
      | "collected"
      | "definition-broad"
      | "set-not-public"
      | "unreviewed-sources"
      | "overlap-kept"
      | "latest-cut"
      | "model-fallback"
      | "classes-mixed"
      | "confounded"
      | "grouped-by-medians";
  }
>;

/** Why figures are left out by rules that only such questions have. */
export type UnusualRefusal = Extract<
  Refusal,
  { readonly code: "not-counted" | "not-primary" | "no-paper" }
>;

export type ReasonWords<Union extends Coded> = {
  readonly [Code in Union["code"]]: (reason: OfCode<Union, Code>) => string;
};

/** Which question holds a patient, and which trials enrolled such patients. */
export interface PatientCodeWords {
  readonly holding: Readonly<Record<HoldingReason, (patient: Patient) => string>>;
  readonly offers: Readonly<Record<HoldingName, string>>;
  readonly fits: ReasonWords<PatientReason>;
}

/** "other trials than at 12 months"; of a number that must not be read together with another row's. */
export type ChainWords = (mark: Pick<CodedChain, "code"> & ChainValues) => string;

export interface Words {
  /** `dimension` is the one that the groups are compared by. */
  readonly groupName: (group: string, dimension: string) => GroupName;
  readonly remarks: RemarkWords;
  /** Why a cohort is left out of a question. */
  readonly exclusions: ReasonWords<Exclusion>;
  /** Why no figure of a cohort can be pooled. */
  readonly refusals: ReasonWords<Refusal>;
  readonly shown: ShownWords;
  readonly chain: ChainWords;
  readonly patient: PatientCodeWords;
}

type UsualRemarkWords = RemarkWords<Exclude<CodedRemark, UnusualRemark>> &
  Partial<RemarkWords<UnusualRemark>>;

type UsualRefusalWords = ReasonWords<Exclude<Refusal, UnusualRefusal>> &
  Partial<ReasonWords<UnusualRefusal>>;

/** Enough for any question with the usual rules. */
export interface ShownWords {
  /**
   * "104 of 165 (63 of 100, 55–70)"; "137 of 145 (94 of 100, 89–98): 43 of 48, 94 of 97"; "5 of 97, 17
   * of 48: trials differ"; of survival "60 of 100 (50–70)", each trial by itself.
   * @param studies of the product
   */
  readonly product: (
    pool: Pick<CodedProductPool, "product" | "counted">,
    studies: readonly CodedStudy[],
  ) => string;
  /** "17 %, count not printed", "28 of 128 at 24 months"; `null` for what no row shows. */
  readonly unpooled: (
    figure: Omit<NotPooled, "cohort" | "product" | "reason" | "shown">,
  ) => string | null;
}

export interface UsualWords extends Omit<Words, "remarks" | "refusals" | "patient"> {
  readonly remarks: UsualRemarkWords;
  readonly refusals: UsualRefusalWords;
}

/** @throws Error if the words lack the code: a question was taken for a usual one. */
export function sayRemark(remark: CodedRemark, nameOf: NameOf, words: UsualWords): Remark {
  return { code: remark.code, ...ofCode(remark.code, remark) };

  function ofCode<Code extends CodedRemark["code"]>(code: Code, one: OfCode<CodedRemark, Code>) {
    const all: Partial<RemarkWords> = words.remarks;
    const said = all[code]?.(one, nameOf);
    if (!said) throw new Error(code);
    return said;
  }
}

export function sayReason<Union extends Coded, Code extends Union["code"]>(
  reason: OfCode<Union, Code> & { readonly code: Code },
  words: Partial<ReasonWords<Union>>,
): string {
  const say = words[reason.code];
  if (!say) throw new Error(reason.code);
  return say(reason);
}
