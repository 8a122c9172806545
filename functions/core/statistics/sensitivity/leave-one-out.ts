/**
 * The result of an analysis without each study in turn, in the order of the studies. With a single
 * study it is the result of `analyse` for an empty list.
 *
 * @example leaveOneOut(studies, (rest) => poolProportions(rest).estimate)
 */
export function leaveOneOut<T, Result>(
  studies: readonly T[],
  analyse: (remaining: readonly T[]) => Result,
): Result[] {
  return studies.map((_, index) => analyse(studies.toSpliced(index, 1)));
}

/** The result of a comparison of two groups without one study. */
export interface ContrastWithout<Result> {
  readonly group: "a" | "b";
  /** Index of the study left out, within its group. */
  readonly index: number;
  readonly result: Result;
}

/**
 * The result of a comparison without each study of either group in turn, first those of `a`. The
 * complete group is passed to `analyse` as the same list each time, so that its pool can be cached.
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
