/** The words of what is copied: the table, the summary; and of the line that says which evidence it has. */

export interface TableWords {
  readonly outcome: string;
  readonly rate: (group: string) => string;
  readonly difference: (withWhat: string) => string;
  readonly certainty: string;
  readonly typical: string;
  readonly none: string;
  /** A line of the summary: the outcome, its rates, and the difference or why there is none. */
  readonly line: (outcome: string, rates: readonly string[], difference: string) => string;
  /** A class with its rate; the product, if the rate does not stand for the class. */
  readonly ofClass: (group: string, product: string | null, rate: string) => string;
  readonly noNumber: string;
  /** What stands in the brackets of these lines. */
  readonly brackets: string;
  /** How to cite. */
  readonly cite: (told: { title: string; date: string; version: string; link: string }) => string;
  /** Ends the line of evidence: products approved anywhere, or as the reader chose. */
  readonly approved: string;
  readonly approvedIn: (where: string) => string;
}
