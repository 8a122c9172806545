/** Checks a denominator against the number of patients in its population. */
import type { Cohort } from "../schema.ts";
import type { Population } from "../vocabulary.ts";

interface Counted {
  population: Population;
  n: number | null;
}

/** Returns why `n` does not fit its population; `null` if it fits or cannot be checked. */
export function explainWrongN({ population, n }: Counted, cohort: Cohort): string | null {
  const { baseline, design } = cohort;
  if (population === "randomised" && design !== "randomised-arm") {
    return "nobody was randomised in this design";
  }
  if (n === null) return null;
  switch (population) {
    case "randomised":
      return explainUnexpectedCount(n, baseline.n, "randomised");
    case "treated":
      return explainUnexpectedCount(n, countTreated(cohort), "treated");
    case "leukapheresed":
      return explainUnexpectedCount(n, baseline.leukapheresed, "leukapheresed");
    case "efficacy-evaluable":
    case "safety":
    case "mrd-evaluable":
    case "responders":
      return baseline.n !== null && n > baseline.n
        ? `${n} is more than the ${baseline.n} of the baseline`
        : null;
    case "subset":
      // A subset is not checked: it may also be a later, larger cohort that contains this one.
      return null;
  }
}

/**
 * Returns the number of treated patients: of a randomised arm those infused, because its `baseline.n` counts the
 * randomised.
 */
function countTreated({ design, baseline, figures }: Cohort): number | null {
  if (design !== "randomised-arm") return baseline.n;
  return figures.find(({ outcome }) => outcome === "infused")?.events ?? null;
}

function explainUnexpectedCount(
  n: number,
  expected: number | null,
  patients: string,
): string | null {
  return expected === null || n === expected
    ? null
    : `${n}, but ${expected} were ${patients}; another number needs another population, as "subset"`;
}
