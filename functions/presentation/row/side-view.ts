/**
 * Describes one class in a row as it is drawn: its number with the interval, a tick for each trial, and a mark; or, if
 * the class has no number, a mark for each stand-in of its drugs. Positions are patients of 100.
 */

import type { TherapyClass } from "#data/vocabulary.ts";
import { className, type StudyWord, unreported } from "../words/names.ts";
import { shortenDrugNamesInText } from "../words/product-name.ts";
import { type Labels, placeLabelsShortenedIfNeeded } from "./labels.ts";
import type { Plotted } from "./plotted.ts";

export interface SideView extends Plotted, Labels {
  /** Draws the other kind of regimen, alone or combined, which never enters the same number. */
  readonly other?: SideView;
}

/**
 * Holds a side with its texts, which do not repeat its name: for the sentence of a screen reader, and for text that is
 * copied.
 */
export interface SideInWords {
  /** Names the drugs in the number if it leaves out others of the class; otherwise `null`. */
  readonly name: string | null;
  readonly side: SideView;
  readonly heard: SideTexts;
  /** Writes the side with the interval in brackets: "88 of 100 (68–96)"; stand-ins have their counts as well. */
  readonly written: SideTexts;
  /** States what the number rests on, as in "73–97 in 4 trials, 290 patients"; empty without a number. */
  readonly behind: (noun: StudyWord) => string;
}

/** @param unit " of 100" for the first rate of a row, otherwise empty; a count ignores it. */
type SideTexts = (unit: string) => string;

/**
 * Makes a side that has this text in place of marks. Without text in the column of numbers it has no axis either: the
 * words take the whole line, and wrap like any text.
 *
 * @param under Text in the column of numbers; empty if the words hold each value themselves.
 */
export function makeSideFromWords(text: string, under = ""): SideView {
  const short = shortenDrugNamesInText(text);
  const label = { text, ...(short !== text && { short }), along: [0, 0] as const, isFirst: true };
  const side = { number: "", under, filled: false, marks: [] };
  if (under !== "")
    return { ...side, ...placeLabelsShortenedIfNeeded({ coveredSpans: [], labels: [label] }) };
  const placed = placeLabelsShortenedIfNeeded({ coveredSpans: [], labels: [label], isAlone: true });
  return { ...side, above: placed.above ?? placed.labels?.[0]?.text ?? text };
}

/**
 * Makes the side of a class that no trial reports. Words replace the number, because readers took a dash for zero. The
 * name of a class fits on every axis, so the device need not place it.
 */
export function makeEmptySide(group: TherapyClass, under = unreported): SideView {
  const labels = [{ text: className[group], at: 0 }];
  return { number: "", under, filled: false, marks: [], labels };
}

/** Makes a side whose text is the same wherever it is read. */
export function makeSideInWords(text: string, side = makeSideFromWords(text)): SideInWords {
  const says = () => text;
  return { name: null, side, heard: says, written: says, behind: () => "" };
}
