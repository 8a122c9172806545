/**
 * The result of an analysis without each study in turn, in the order of the studies. Of one study
 * it is what `analyse` says about none.
 *
 * @example leaveOneOut(studies, (rest) => poolProportions(rest).estimate)
 */
export function leaveOneOut<T, Result>(
  studies: readonly T[],
  analyse: (remaining: readonly T[]) => Result,
): Result[] {
  return studies.map((_, index) => analyse(studies.toSpliced(index, 1)));
}

/** A comparison of two groups without one study of one of them. */
export interface ContrastWithout<Result> {
  readonly group: "a" | "b";
  /** Of the study left out, within its group. */
  readonly index: number;
  readonly result: Result;
}

/**
 * The result of a comparison without each study of either group in turn, those of `a` first. The
 * group that stays whole is handed to `analyse` as the list given, so its pool can be kept.
 */
export function leaveOneOutContrast<T, Result>(
  a: readonly T[],
  b: readonly T[],
  analyse: (a: readonly T[], b: readonly T[]) => Result,
): ContrastWithout<Result>[] {
  const withoutA = leaveOneOut(a, (remaining) => analyse(remaining, b));
  const withoutB = leaveOneOut(b, (remaining) => analyse(a, remaining));
  return [
    ...withoutA.map((result, index) => ({ group: "a" as const, index, result })),
    ...withoutB.map((result, index) => ({ group: "b" as const, index, result })),
  ];
}
