/**
 * Defines types and normal forms of the codes and names by which to recognise a diagnosis or a drug in a health
 * record.
 */
import type { EarlierKind } from "./earlier-kinds.ts";
import type { RecordCodeSystem } from "./vocabulary.ts";

export interface RecognisableDrug {
  readonly name: string;
  /** `kinds` lists the kinds of earlier therapy that the drug counts as; it is never empty. */
  readonly kinds: readonly EarlierKind[];
  /** Tokens of codes that say this drug and no other. */
  readonly codes?: readonly string[];
  /** Names that say this drug and no other, as `comparable` writes them; its own name if absent. */
  readonly names?: readonly string[];
}

/** Lists of codes hold tokens, as `tokenOf` writes them. */
export interface Recognition {
  /** `codeSystems` gives the addresses by which FHIR names each system of codes. */
  readonly codeSystems: Readonly<Record<RecordCodeSystem, readonly string[]>>;
  readonly myeloma: readonly string[];
  /** `carT` lists the codes of CAR-T cells that do not tell which product was given. */
  readonly carT: readonly string[];
  readonly drugs: readonly RecognisableDrug[];
}

/**
 * Returns a system and a code as one text: `icd10cm|C9000`. Some write codes of ICD without their dot, or with the
 * marks of a group (`C90.0-`). Of an NDC, the labeler and the product are five and four digits: `ndc|578940449`.
 */
export function tokenOf(system: RecordCodeSystem, code: string): string {
  const plain = system === "ndc" ? ndcProduct(code) : code.replace(/^(\w\d\w)\.|[-!*†]+$/g, "$1");
  return `${system}|${plain.toUpperCase()}`;
}

/**
 * Returns the first nine digits of an NDC (National Drug Code), which are the labeler and the product. An NDC
 * without hyphens has eleven digits.
 */
function ndcProduct(code: string): string {
  const [labeler = "", product] = code.split("-");
  return product === undefined
    ? code.slice(0, 9)
    : labeler.padStart(5, "0") + product.padStart(4, "0");
}

/**
 * Returns the words of a text, for comparison: without capitals, accents and signs, with one space between two.
 * Japanese and Chinese write none, so runs of katakana and each Chinese sign are words: `テクヘイリ 皮 下 注`.
 */
export function comparable(text: string): string {
  return text
    .replace(/[®™©]/g, " ")
    .normalize("NFKD")
    .replace(/[\p{M}\u00ad]/gu, "")
    .replace(/[\u30a1-\u30fa\u30fc]+|\p{Script=Han}/gu, " $& ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}

/**
 * Returns whether a name also begins longer words: a word of six letters or more, as in `Carvyktigabe`, but no
 * code.
 */
export function isStem(name: string): boolean {
  return /^[a-z]{6,}$/.test(name);
}
