/**
 * One class in a row as it is drawn: its number with the interval, a tick a trial, and a mark; or, where the
 * class has no number, a mark for whatever is known of each of its drugs. Places are patients of 100.
 */
import type { StudyWord } from "../words/arguments.ts";
import { namesInShort } from "../words/product-name.ts";
import { type Labels, placeLabels } from "./labels.ts";
import type { Plotted } from "./plotted.ts";

export interface SideView extends Plotted, Labels {
  /** The other kind of regimen, alone or combined, which never enters the same number. */
  readonly other?: SideView;
}

/**
 * A side with the same in words, without its name: for the sentence that a screen reader says of its row, and for
 * a text that is copied.
 */
export interface SideInWords {
  /** Whom the number holds, if that is not the whole class: its only drug, or the names of its drugs. */
  readonly name: string | null;
  readonly side: SideView;
  readonly heard: InWords;
  /** With the interval in brackets: "88 of 100 (68–96)"; of drugs with the counts behind them. */
  readonly written: InWords;
  /** What the number rests on: "73–97 in 4 trials, 290 patients"; empty where nothing more is known. */
  readonly behind: (noun: StudyWord) => string;
}

/** @param unit " of 100" behind the first rate of a row, empty behind the others. A count has none. */
type InWords = (unit: string) => string;

/** In the column of numbers, because a dash was read as none. */
export const unknown = "unknown";

/**
 * A side without a mark: these words stand in its place.
 *
 * @param under Absent where the rate is known and stands elsewhere
 */
export function sideOfWords(text: string, under = unknown): SideView {
  const short = namesInShort(text);
  const label = { text, ...(short !== text && { short }), along: [0, 0] as const, isFirst: true };
  const labels = placeLabels({ taken: [], labels: [label] });
  return { number: "", under, filled: false, marks: [], ...labels };
}
