/** A page of text about one thing, with the list of its sources. */
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Section, Words } from "./document.ts";

export interface PageSource {
  readonly words: Words;
  /** What was read, when, and how well it was reviewed. */
  readonly basis: Words;
  /** `null`: it has none; left out where the page says nothing of ages. */
  readonly date?: string | null;
  /** Where the date is from, if not from the source. */
  readonly dateNote?: string | null;
}

export interface TextPage {
  readonly title: string;
  readonly description: string;
  readonly group: TherapyClass;
  /** What it belongs to. */
  readonly above: Words;
  readonly identity: readonly Words[];
  /** In the box of the page: who reviewed it, what to read before acting. */
  readonly note: Words;
  readonly sections: readonly Section[];
  readonly sources: {
    readonly title: string;
    /** The number of the first. */
    readonly from: 0 | 1;
    readonly list: readonly PageSource[];
  };
  /** Where the same stands as data. */
  readonly json: string;
}
