/** What the parts of an opened row are given. */
import type { OutcomeComparison } from "#core/comparison/answer.ts";
import type { DetailWords, DrawnWords } from "#presentation/words/catalogue.ts";

export interface RowProps {
  row: OutcomeComparison;
  strings: DrawnWords;
  words: DetailWords;
  /** Origin of the pages with the records of trials, and of those of products. */
  apiBase: string;
}
