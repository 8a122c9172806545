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
