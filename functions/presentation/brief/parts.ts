/** The parts of a brief, before they are rendered as text or HTML. */

import type { Abbreviations, BriefWords } from "../words/catalogue.ts";

export const depths = ["specialist", "generalist"] as const;
export type Depth = (typeof depths)[number];

/** A citation in the text: the number of a reference, and the place in it, if known. */
export interface Cited {
  number: number;
  locator: string | null;
}

/** A sentence, or an item of a list, with the references it rests on. */
export interface Line {
  text: string;
  cited: readonly Cited[];
}

export interface Paragraph {
  kind: "paragraph";
  lines: readonly Line[];
}

export interface List {
  kind: "list";
  /** Introduces the items. */
  lead: string;
  items: readonly Line[];
}

export interface Section {
  heading: string;
  blocks: readonly (Paragraph | List)[];
}

export interface Reference {
  number: number;
  text: string;
  /** Link to the DOI or the PubMed record. */
  href: string | null;
  /** What kind of source it is. */
  tier: string;
  /** The publications of the trials, if the source only quotes them. */
  publications: readonly string[];
}

/** What stands before all sections, and the link that belongs to it. */
export interface Foreword {
  section: Section;
  link: Link;
}

interface Link {
  label: string;
  href: string;
}

export interface Brief {
  title: string;
  sections: readonly Section[];
  references: readonly Reference[];
  /** Versions, review and addresses. */
  closing: Section;
  referenceWords: BriefWords["references"];
  abbreviations: Abbreviations;
  links: readonly Link[];
}

export function line(text: string, cited: readonly Cited[] = []): Line {
  return { text, cited };
}

/** A paragraph of all sentences that are not `null`; no paragraph if all are. */
export function paragraph(...lines: readonly (Line | string | null)[]): Paragraph[] {
  const said = lines
    .filter((one) => one !== null)
    .map((one) => (typeof one === "string" ? line(one) : one));
  return said.length > 0 ? [{ kind: "paragraph", lines: said }] : [];
}

/** A list of the items; no list if there are no items. */
export function list(lead: string, items: readonly (Line | string)[]): List[] {
  const said = items.map((one) => (typeof one === "string" ? line(one) : one));
  return said.length > 0 ? [{ kind: "list", lead, items: said }] : [];
}
