/** The data by which the code can recognise a diagnosis or a product in a health record. */
import type { TherapyClass, targets } from "./vocabulary.ts";

export interface RecognisedCode {
  readonly systems: readonly string[];
  readonly codes: readonly string[];
}

export interface RecognisableProduct {
  readonly name: string;
  readonly therapyClass: TherapyClass;
  readonly targets: readonly (typeof targets)[number][];
  /** Codes that say this product and no other. Of an NDC the product part: `57894-449`. */
  readonly rxnorm: readonly string[];
  readonly ndc: readonly string[];
  readonly hcpcs: readonly string[];
  /** The names in lower case. */
  readonly names: readonly string[];
}

export interface Recognition {
  readonly myeloma: readonly RecognisedCode[];
  readonly codeSystems: Readonly<Record<"rxnorm" | "ndc" | "hcpcs", readonly string[]>>;
  readonly products: readonly RecognisableProduct[];
  /** Directed at BCMA and no product of ours. Names in lower case. */
  readonly otherBcma: readonly { readonly name: string; readonly names: readonly string[] }[];
}
