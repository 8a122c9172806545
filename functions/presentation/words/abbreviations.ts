/** Spells out abbreviations in English. The glossary page shows this list. */
export const abbreviations = {
  BCMA: "B-cell maturation antigen",
  GPRC5D: "G protein-coupled receptor, class C, group 5, member D",
  FcRH5: "Fc receptor homologue 5",
  CRS: "cytokine release syndrome",
  ICANS: "immune effector cell-associated neurotoxicity syndrome",
  HLH: "haemophagocytic lymphohistiocytosis",
  MAS: "macrophage activation syndrome",
  MNT: "movement and neurocognitive treatment-emergent event",
  PI: "proteasome inhibitor",
  IMiD: "immunomodulatory drug",
  MRD: "measurable residual disease",
  τ: "tau, the spread between trials",
  "I²": "I squared, the share of the spread that is not chance",
};

type Abbreviation = keyof typeof abbreviations & string;

/**
 * Returns the abbreviations in a text, each once, in the order of the text. Only whole words count, not parts of a
 * longer name.
 */
export function findAbbreviations(text: string): Abbreviation[] {
  const parts = text.split(
    new RegExp(
      `(?<![\\p{L}\\p{N}])(${Object.keys(abbreviations).join("|")})(?![\\p{L}\\p{N}])`,
      "u",
    ),
  );
  return [...new Set(parts)].filter((part) => isAbbreviation(part));
}

function isAbbreviation(part: string): part is Abbreviation {
  return Object.hasOwn(abbreviations, part);
}
