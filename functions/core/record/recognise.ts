/** Recognises the drugs that a concept names, by its codes and in its words. */
import { recognition } from "#data/generated/recognition.ts";
import { comparable, type RecognisableDrug, tokenOf } from "#data/recognition.ts";
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
};

export function drugsIn(concept: Concept): NamedDrugs {
  const texts = wordsOf(concept).map((text) => ` ${comparable(text)} `);
  const areIn = (names: readonly string[]) =>
    texts.some((text) => names.some((name) => text.includes(` ${name} `)));
  const tokens = concept.codings.flatMap(tokensOf);
  const drugs = new Map<Drug, boolean>();
  for (const [drug, names] of [...namesOfDrugs, [carTCells, namesOfCarT] as const]) {
    const isCoded = tokens.some((token) => drug.codes?.includes(token));
    if (isCoded || areIn(names)) drugs.set(drug, isCoded);
  }
  return drugs;
}

const namesOfDrugs = recognition.drugs.map(
  (drug) => [drug, [comparable(drug.name), ...(drug.names ?? [])]] as const,
);

const namesOfCarT = [
  ...["CAR-T", "CART", "chimeric antigen receptor", "キメラ抗原受容体", "嵌合抗原受体"],
].map(comparable);

/** Returns whether the words of the concept name a target of the drugs that are recognised. */
export function namesTarget(concept: Concept): boolean {
  return wordsOf(concept).some((text) => target.test(comparable(text)));
}

const target = /bcma|gprc ?5d|cd ?269|tnfrsf17/;

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
  return systemsOf(system).flatMap((name) =>
    (name === "ndc" ? hyphenated(code) : [code]).map((written) => tokenOf(name, written)),
  );
}

/** The address of an edition of SNOMED CT begins with that of the system. */
function systemsOf(system: string | null): readonly RecordCodeSystem[] {
  return recordCodeSystems.filter((name) =>
    recognition.codeSystems[name].some(
      (address) => system === address || system?.startsWith(`${address}/`),
    ),
  );
}

/** An NDC without hyphens has eleven digits (5-4-2), or ten in one of three ways (4-4-2, 5-3-2, 5-4-1). */
function hyphenated(code: string): readonly string[] {
  if (!/^\d{10,11}$/.test(code)) return [code];
  const parts = (labeler: number, product: number) =>
    `${code.slice(0, labeler)}-${code.slice(labeler, labeler + product)}`;
  return code.length === 11 ? [parts(5, 4)] : [parts(4, 4), parts(5, 3), parts(5, 4)];
}

const systemsOfDrugs = new Set(
  [carTCells, ...recognition.drugs]
    .flatMap(({ codes = [] }) => codes)
    .map((token) => token.split("|")[0]),
);
