/** Assigns the notes and analyses of a row to the domains of GRADE. */
import type { Analysis, Row } from "#core/answer/answer.ts";
import type { NoteCode } from "#core/answer/note-values.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { uncapitalised, withCommas } from "../words/sentences.ts";
import { listMadeAnalyses } from "./analyses-view.ts";
import { differenceOf } from "./difference.ts";
import type { PlacedNote } from "./notes.ts";

export const gradeDomains = [
  "design",
  "inconsistency",
  "indirectness",
  "imprecision",
  "reporting",
] as const;

export type GradeDomain = (typeof gradeDomains)[number];

export interface GradeFact {
  /** The class is `null` for a fact about both classes. */
  readonly group: TherapyClass | null;
  readonly text: string;
  /** The long version of the fact stands below the table; absent if `text` says everything. */
  readonly explanation?: string;
}

/** Lists texts, some of which are empty because the fact does not apply. */
export type Texts = readonly (string | false | null | undefined)[];

export function factsOf(group: GradeFact["group"], texts: Texts): GradeFact[] {
  return texts.flatMap((text) => (text ? [{ group, text }] : []));
}

/**
 * Assigns a domain to each note of a row; `null` if facts already say it. Notes about the whole answer stand below the
 * table.
 */
const domainOfNote: Readonly<Partial<Record<NoteCode, GradeDomain | null>>> = {
  "one-trial-carries": "imprecision",
  "other-trials": "reporting",
  "above-whole": "reporting",
  "figures-missing": null,
  "follow-up": "indirectness",
  infections: "indirectness",
  regimen: "indirectness",
  "patients-counted": "indirectness",
  grading: "reporting",
  "deaths-apart": "reporting",
  "cuts-and-overlap": "reporting",
};

/** Returns the notes of a domain. A note without a domain of its own belongs to indirectness. */
export function notesOfDomain(domain: GradeDomain, notes: readonly PlacedNote[]): GradeFact[] {
  return notes
    .filter(({ code }) => {
      const place = domainOfNote[code];
      return (place === undefined ? "indirectness" : place) === domain;
    })
    .map(({ group, label, text }) => ({
      group: therapyClasses.find((name) => name === group) ?? null,
      text: label,
      explanation: text,
    }));
}

const domainOfAnalysis: Readonly<Record<Analysis["analysis"], GradeDomain>> = {
  place: "indirectness",
  product: "inconsistency",
  trial: "inconsistency",
  dose: "indirectness",
  papers: "reporting",
  apheresed: "indirectness",
  model: "imprecision",
  "equal-age": "indirectness",
};

/**
 * Returns the results of the analyses, as in "difference without any one drug, weakest without cilta-cel: 11, −18 to 28;
 * unclear".
 */
export function describeAnalysesOfDomain(domain: GradeDomain, row: Row): Texts {
  const numbers = differenceOf(row);
  if (!numbers) return [];
  return listMadeAnalyses(numbers.contrast)
    .filter(({ analysis }) => domainOfAnalysis[analysis] === domain)
    .map(({ line: { name, number, range, isKept } }) => {
      const result = withCommas([number, range]);
      return `analysis, ${uncapitalised(name)}: ${result}; ${isKept ? "keeps it" : "loses it"}`;
    });
}
