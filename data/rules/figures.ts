/** Holds rules about counts: each figure by itself, and those of one cut against each other. */
import type { Evidence, Problem } from "../evidence.ts";
import type { Cohort, Figure, KnownDiscrepancy, Outcome } from "../schema.ts";
import type { Population } from "../vocabulary.ts";
import { listContainingOutcomes } from "../wholes.ts";
import { checkEntriesOfFolder, listItemsWithPaths, ProblemList } from "./report.ts";

export function checkFigures(evidence: Evidence): Problem[] {
  const { cohorts, outcomes, knownDiscrepancies } = evidence;
  const usedEntries = new Set<KnownDiscrepancy>();
  const problems = checkEntriesOfFolder("cohorts", cohorts, (cohort, list) => {
    const isExcused = (figure: Figure): boolean => {
      const discrepancy = knownDiscrepancies.find(
        (entry) =>
          "cut" in entry &&
          entry.cohort === cohort.id &&
          entry.outcome === figure.outcome &&
          entry.cut === figure.cut,
      );
      if (discrepancy) usedEntries.add(discrepancy);
      return discrepancy !== undefined;
    };
    for (const [at, figure] of listItemsWithPaths("figures", cohort.figures)) {
      addFigureProblems(figure, at, cohort, list, isExcused);
      const { outcome, cut } = figure;
      const message = `"${outcome}" has the cut "${cut}" twice`;
      list.expectOnce(at, "figure-unique", `${outcome} ${cut}`, message);
    }
    addPartAboveWholeProblems(cohort, outcomes, list);
  });
  return [...problems, ...checkKnownDiscrepancies(evidence, usedEntries)];
}

function addFigureProblems(
  figure: Figure,
  at: string,
  cohort: Cohort,
  list: ProblemList,
  excused: (figure: Figure) => boolean,
): void {
  const { events, percentPrinted, hold } = figure;
  if (events === null && percentPrinted === null && hold === null) {
    list.add(at, "figure-says-something", "neither a count nor a percentage");
  }
  const how = "explain it in data/known-discrepancies.json";
  addCountProblems(figure, at, list, { isExcused: () => excused(figure), how });
  const wrongN = explainWrongN(figure, cohort);
  if (wrongN !== null) list.add(`${at}.n`, "n-matches-population", wrongN);
}

type Counted = Pick<Figure, "events" | "n" | "percentPrinted" | "derivedRange">;

/**
 * Adds to `list` the problems with the count at the path `at`: more events than patients, a printed percentage that
 * is not that of the count, and a derived range without the events in it.
 *
 * @param excuse Whether it is known that the percentage is not that of its count, and the advice on how to record
 * this.
 */
export function addCountProblems(
  { events, n, percentPrinted, derivedRange }: Counted,
  at: string,
  list: ProblemList,
  excuse: { isExcused: () => boolean; how: string },
): void {
  if (events !== null && n !== null) {
    if (events > n) list.add(`${at}.events`, "events-not-above-n", `${events} of ${n}`);
    const exact = (100 * events) / n;
    if (
      percentPrinted !== null &&
      !canRoundToPrinted(exact, percentPrinted) &&
      !excuse.isExcused()
    ) {
      const message = `${percentPrinted} printed, but ${events} of ${n} is ${exact.toFixed(2)}; correct it or ${excuse.how}`;
      list.add(`${at}.percentPrinted`, "percent-fits-count", message);
    }
  }
  if (derivedRange && (events === null || events < derivedRange[0] || events > derivedRange[1])) {
    const message = `${events} outside ${derivedRange}`;
    list.add(`${at}.derivedRange`, "derived-range-holds-events", message);
  }
}

/** Returns whether a value rounds to the printed value; a half may be rounded either way. */
function canRoundToPrinted(exact: number, printedValue: number): boolean {
  const decimals = String(printedValue).split(".")[1]?.length ?? 0;
  return Math.abs(exact - printedValue) <= 0.5 / 10 ** decimals + 1e-9;
}

/** Checks that CR ≤ VGPR ≤ response and grade ≥ 3 ≤ any grade, for figures of the same patients and cut. */
function addPartAboveWholeProblems(
  { figures }: Cohort,
  outcomes: readonly Outcome[],
  list: ProblemList,
) {
  for (const [at, part] of listItemsWithPaths("figures", figures)) {
    for (const { id: whole } of listContainingOutcomes(part.outcome, outcomes)) {
      const wholeFigure = figures.find(
        ({ outcome, cut, population, n, hold }) =>
          outcome === whole &&
          cut === part.cut &&
          population === part.population &&
          n === part.n &&
          hold === null,
      );
      // A figure with a `hold` may count something else, so a comparison would not show an error.
      if (!wholeFigure || part.hold !== null || wholeFigure.events === null || part.events === null)
        continue;
      if (part.events <= wholeFigure.events) continue;
      const message = `${part.events} "${part.outcome}" but ${wholeFigure.events} "${whole}"`;
      list.add(`${at}.events`, "part-not-above-whole", message);
    }
  }
}

/** Reports excused discrepancies that no longer occur, because such an entry hides a later mistake. */
function checkKnownDiscrepancies(
  evidence: Evidence,
  usedEntries: ReadonlySet<KnownDiscrepancy>,
): Problem[] {
  const list = new ProblemList("data/known-discrepancies.json");
  for (const [at, entry] of listItemsWithPaths("", evidence.knownDiscrepancies)) {
    const { name, applies } = judgeKnownDiscrepancy(entry, evidence, usedEntries);
    if (applies) continue;
    const message = `nothing to excuse in ${name}; remove the entry`;
    list.add(at, "known-discrepancy-applies", message);
  }
  return list.problems;
}

/** Returns the name of what an entry is about, and whether what it explains is still so. */
function judgeKnownDiscrepancy(
  entry: KnownDiscrepancy,
  { cohorts, published }: Evidence,
  usedEntries: ReadonlySet<KnownDiscrepancy>,
): { name: string; applies: boolean } {
  if ("cut" in entry) {
    const what = `${entry.cohort}, "${entry.outcome}", cut "${entry.cut}"`;
    return { name: what, applies: usedEntries.has(entry) };
  }
  const publication = published.find(({ id }) => id === entry.published);
  if ("baseline" in entry) {
    // The entry applies if the publication pooled the cohort, and the cohort has another value than it prints.
    const { cohort: id, baseline, printed } = entry;
    const cohort = cohorts.find((candidate) => candidate.id === id);
    const isPooled = publication?.set?.rows?.some((row) => row.cohort === id) ?? false;
    const differs = cohort !== undefined && cohort.baseline[baseline] !== printed;
    return { name: `${id}, ${baseline}`, applies: isPooled && differs };
  }
  // The entry applies as long as the publication has the number that is explained.
  const { outcome, therapyClass, printed } = entry;
  const applies = publication?.results.some(
    (result) =>
      result.outcome === outcome &&
      result.therapyClass === therapyClass &&
      result.estimatePercent === printed,
  );
  return {
    name: `${entry.published}, "${outcome}", ${therapyClass}`,
    applies: applies ?? false,
  };
}

// Checks a denominator against the number of patients in its population.

interface CountedPatients {
  population: Population;
  n: number | null;
}

/** Returns why `n` does not fit its population; `null` if it fits or cannot be checked. */
export function explainWrongN({ population, n }: CountedPatients, cohort: Cohort): string | null {
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
