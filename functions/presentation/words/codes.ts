/** The words for the codes in answers: one for every code, or a catalogue does not compile. */
import type { Remark } from "#core/comparison/answer.ts";
import type { CodedRemark } from "#core/comparison/coded-remarks.ts";

export interface GroupName {
  /** For a label: "CAR-T". */
  readonly short: string;
  /** Before "cohort" in a sentence: "bispecific". */
  readonly long: string;
}

export type NameOf = (group: string) => GroupName;

type Said = Pick<Remark, "label" | "text">;

interface Coded {
  readonly code: string;
}

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

export function sayRemark<Code extends CodedRemark["code"]>(
  remark: OfCode<CodedRemark, Code> & { readonly code: Code },
  nameOf: NameOf,
  { remarks }: { readonly remarks: RemarkWords },
): Remark {
  return { code: remark.code, ...remarks[remark.code](remark, nameOf) };
}

export function sayReason<Union extends Coded, Code extends Union["code"]>(
  reason: OfCode<Union, Code> & { readonly code: Code },
  words: ReasonWords<Union>,
): string {
  return words[reason.code](reason);
}
