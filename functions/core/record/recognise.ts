/** Recognises the drugs that a concept names, by its codes and in its words. */
import { recognition } from "#data/generated/recognition.ts";
import { comparable, isStem, type RecognisableDrug, tokenOf } from "#data/recognition.ts";
import { type RecordCodeSystem, recordCodeSystems } from "#data/vocabulary.ts";
import { type Coding, type Concept, wordsOf } from "./fhir.ts";

export type Drug = RecognisableDrug;

/** Drugs that a concept names, and of each whether a code names it, not words alone. */
export type NamedDrugs = ReadonlyMap<Drug, boolean>;

/** CAR-T cells without a product, which may be directed at anything: a person is asked for those directed at BCMA. */
export const carTCells: Drug = {
  name: "CAR-T cells, if directed at BCMA",
  kinds: ["car-t"],
  codes: recognition.carT,
  names: ["CAR-T", "chimeric antigen receptor", "キメラ抗原受容体", "嵌合抗原受体"].map(comparable),
};

export function drugsIn(concept: Concept): NamedDrugs {
  const texts = wordsOf(concept).map((text) => ` ${comparable(text)} `);
  const tokens = concept.codings.flatMap(tokensOf);
  const drugs = new Map<Drug, boolean>();
  // Cells that the words direct at GPRC5D are no BCMA-directed ones: that a target is named is told.
  const unnamed = texts.some((text) => /gprc ?5d/.test(text)) ? [] : [carTCells];
  for (const drug of [...recognition.drugs, ...unnamed]) {
    const isCoded = tokens.some((token) => drug.codes?.includes(token));
    const { names = [comparable(drug.name)] } = drug;
    const isInWords = texts.some((text) => names.some((name) => isIn(text, name)));
    if (isCoded || isInWords) drugs.set(drug, isCoded);
  }
  return drugs;
}

/** Returns whether a text contains a name. Names of several words are also written as one. */
function isIn(text: string, name: string): boolean {
  return [name, name.replaceAll(" ", "")].some((spelling) =>
    text.includes(isStem(name) ? ` ${spelling}` : ` ${spelling} `),
  );
}

/** Returns whether the words of the concept name a target of the drugs that are recognised. */
export function namesTarget(concept: Concept): boolean {
  return wordsOf(concept).some((text) => target.test(comparable(text)));
}

const target = /bcma|gprc ?5d/;

/** Returns whether drugs are known by codes of this system. */
export function isRead(system: string | null): boolean {
  return systemsOf(system).some((name) => systemsOfDrugs.has(name));
}

/** Returns whether a code of the concept is among the tokens. */
export function hasToken({ codings }: Concept, tokens: readonly string[]): boolean {
  return codings.flatMap(tokensOf).some((token) => tokens.includes(token));
}

function tokensOf({ system, code }: Coding): readonly string[] {
  if (code === null) return [];
  return systemsOf(system).map((name) => tokenOf(name, code));
}

/**
 * Returns the coding systems that an address names. The address of an edition of SNOMED CT begins with that of the
 * system.
 */
function systemsOf(system: string | null): readonly RecordCodeSystem[] {
  return recordCodeSystems.filter((name) =>
    recognition.codeSystems[name].some(
      (address) => system === address || system?.startsWith(`${address}/`),
    ),
  );
}

const systemsOfDrugs = new Set(
  [carTCells, ...recognition.drugs]
    .flatMap(({ codes = [] }) => codes)
    .map((token) => token.split("|")[0]),
);
