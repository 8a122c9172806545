/** Types of what recognises a diagnosis or a drug in a health record. */
import type { EarlierKind } from "./earlier-kinds.ts";

export interface RecognisedCodes {
  readonly systems: readonly string[];
  readonly codes: readonly string[];
}

/** Systems in which drugs have codes. */
export type DrugCodeSystem = "rxnorm" | "ndc" | "hcpcs" | "atc" | "icd10pcs";

export interface RecognisableDrug {
  readonly name: string;
  /** As what it counts once it was given; none if it is directed at neither BCMA nor GPRC5D. */
  readonly kinds: readonly EarlierKind[];
  /** Codes that say this drug and no other. Of an NDC the product part: `57894-449`. */
  readonly codes?: Readonly<Partial<Record<DrugCodeSystem, readonly string[]>>>;
  /** Names that say this drug and no other, in addition to its own, as `comparable` writes them. */
  readonly names?: readonly string[];
}

export interface Recognition {
  readonly myeloma: readonly RecognisedCodes[];
  readonly carT: readonly RecognisedCodes[];
  readonly codeSystems: Readonly<Record<DrugCodeSystem, readonly string[]>>;
  readonly drugs: readonly RecognisableDrug[];
}

/** Names are compared without regard to capitals, accents, ® or ™, and to what joins words: space, hyphen, `_`. */
export function comparable(text: string): string {
  return text
    .replace(/[®™©]/g, " ")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[\s_\p{Pd}\u2212]+/gu, " ")
    .trim()
    .toLowerCase();
}
