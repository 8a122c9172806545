/** The key fields of a printed figure: cohort, outcome under which it was printed, and cut. */
export interface FigureName {
  cohort: string;
  outcome: string;
  cut: string;
}

/** The key that joins a figure with its provenance; the build stores the two separately. */
export function figureKey({ cohort, outcome, cut }: FigureName): string {
  return `${cohort} ${outcome} ${cut}`;
}
