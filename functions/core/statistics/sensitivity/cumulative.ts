/**
 * Cumulative meta-analysis (Lau et al. 1992): the result of an analysis of the first study, of the
 * first two, and so on. The studies are taken in the given order, usually that of publication.
 *
 * @example cumulative(studies, (soFar) => poolProportions(soFar).estimate)
 */
export function cumulative<T, Result>(
  studies: readonly T[],
  analyse: (soFar: readonly T[]) => Result,
): Result[] {
  return studies.map((_, index) => analyse(studies.slice(0, index + 1)));
}
