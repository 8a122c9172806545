/** Abbreviations and signs: spelled out wherever there is room, explained on a page of their own. */

/** In running text these are `abbr`. */
export type Abbreviation =
  | "BCMA"
  | "GPRC5D"
  | "FcRH5"
  | "CRS"
  | "ICANS"
  | "HLH"
  | "MAS"
  | "MRD"
  | "τ"
  | "I²";

/** These are in every line, or too short to be told from other words. */
export type Term = Abbreviation | "CAR-T" | "BsAb" | "k" | "n" | "CI" | "CrI";

export type Abbreviations = Readonly<Record<Abbreviation, string>>;

export interface GlossaryWords {
  readonly title: string;
  readonly description: string;
  readonly introduction: string;
  /** In the order of the page. */
  readonly terms: Readonly<Record<Term, { readonly name: string; readonly meaning: string }>>;
}
