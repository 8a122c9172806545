/** What tells a printed figure from every other: its cohort, the outcome it was printed under, and the analysis. */
export interface FigureName {
  cohort: string;
  outcome: string;
  cut: string;
}

/** The key by which the parts of a figure, which the build separates, are put together again. */
export function figureKey({ cohort, outcome, cut }: FigureName): string {
  return `${cohort} ${outcome} ${cut}`;
}
