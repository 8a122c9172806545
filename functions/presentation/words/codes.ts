/**
 * The words that a language needs for the codes in answers. A catalogue that lacks a word does not
 * compile.
 */
import type { Remark } from "#core/comparison/answer.ts";
import type { CodedRemark } from "#core/comparison/coded-remarks.ts";
import type { RegressionRemark } from "#core/comparison/meta-regression.ts";
import type { Change } from "#core/comparison/sensitivity.ts";
import type { Exclusion, Refusal } from "#core/evidence/reasons.ts";

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

export type ReasonWords<Union extends Coded> = {
  readonly [Code in Union["code"]]: (reason: OfCode<Union, Code>) => string;
};

export interface Words {
  /** `dimension` is the one that the groups are compared by. */
  readonly groupName: (group: string, dimension: string) => GroupName;
  readonly remarks: RemarkWords;
  /** Why a cohort is left out of a question. */
  readonly exclusions: ReasonWords<Exclusion>;
  /** Why no figure of a cohort can be pooled. */
  readonly refusals: ReasonWords<Refusal>;
}

/** Words that only the server needs, because browsers compute neither of these analyses. */
export interface AnalysisWords {
  /** What a sensitivity analysis changed. */
  readonly change: (change: Change) => string;
  /** The cautions of a meta-regression. */
  readonly regressionRemarks: ReasonWords<RegressionRemark>;
}

export function sayRemark(remark: CodedRemark, nameOf: NameOf, words: Words): Remark {
  return { code: remark.code, ...ofCode(remark.code, remark) };

  function ofCode<Code extends CodedRemark["code"]>(code: Code, one: OfCode<CodedRemark, Code>) {
    return words.remarks[code](one, nameOf);
  }
}

export function sayReason<Union extends Coded, Code extends Union["code"]>(
  reason: OfCode<Union, Code> & { readonly code: Code },
  words: ReasonWords<Union>,
): string {
  return words[reason.code](reason);
}
