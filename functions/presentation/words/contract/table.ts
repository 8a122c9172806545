/** The words of the table for the clipboard. */

type OfGroup = (group: string) => string;

export interface TableWords {
  readonly outcome: string;
  readonly rate: OfGroup;
  readonly interval: OfGroup;
  readonly trials: OfGroup;
  readonly cohorts: OfGroup;
  readonly patients: OfGroup;
  readonly products: OfGroup;
  readonly difference: string;
  readonly differenceInterval: string;
  readonly certainty: string;
  readonly cautions: string;
  readonly range: (low: string, high: string) => string;
  readonly typical: string;
  readonly withoutPatient: string;
  readonly none: string;
}
