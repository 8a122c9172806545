/**
 * What a language has to say: words for every code that the pure core answers with. A catalogue
 * without words for one of them does not compile.
 */
import type { Remark } from "#core/comparison/answer.ts";
import type { CodedRemark } from "#core/comparison/coded-remarks.ts";
import type { RegressionRemark } from "#core/comparison/meta-regression.ts";
import type { Change } from "#core/comparison/sensitivity.ts";
import type { Exclusion, Refusal } from "#core/evidence/reasons.ts";

/** What a group is called. */
export interface GroupName {
  /** For a label: "CAR-T". */
  readonly short: string;
  /** Before "cohort" in a sentence: "bispecific". */
  readonly long: string;
}

export type NameOf = (group: string) => GroupName;

/** At most four words for the row, and the explanation. */
export type Said = Pick<Remark, "label" | "text">;

interface Coded {
  readonly code: string;
}

/** One of several by its code. */
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
  /** `dimension` is what the groups are compared by. */
  readonly groupName: (group: string, dimension: string) => GroupName;
  readonly remarks: RemarkWords;
  /** Why a cohort does not answer a question. */
  readonly exclusions: ReasonWords<Exclusion>;
  /** Why no figure of a cohort can be pooled. */
  readonly refusals: ReasonWords<Refusal>;
}

/** What the server alone says: a phone computes neither analysis. */
export interface AnalysisWords {
  /** What was changed in an analysis of sensitivity. */
  readonly change: (change: Change) => string;
  /** What to doubt in a meta-regression. */
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
