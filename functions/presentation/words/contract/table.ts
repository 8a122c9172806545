/** The words of the table for the clipboard, and of the line that says which evidence it has. */

type OfGroup = (group: string) => string;

export interface TableWords {
  readonly outcome: string;
  readonly rate: OfGroup;
  readonly interval: OfGroup;
  readonly trials: OfGroup;
  readonly cohorts: OfGroup;
  readonly patients: OfGroup;
  readonly products: OfGroup;
  readonly difference: (withWhat: string) => string;
  readonly differenceInterval: string;
  readonly certainty: string;
  readonly cautions: string;
  readonly range: (low: string, high: string) => string;
  readonly typical: string;
  readonly withoutPatient: string;
  readonly none: string;
  /** Ends the line of evidence: products approved anywhere, or as the reader chose. */
  readonly approved: string;
  readonly approvedIn: (where: string) => string;
}
