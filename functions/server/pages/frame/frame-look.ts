/**
 * Reads the parameters of a page besides its question: `theme`, and whether the host page may hand a patient over.
 * Values that do not change the bytes share one cache key.
 */
import { type LookParameters, type Theme, themes } from "#presentation/embed/snippets.ts";
import type { ClosedParameters, Words } from "../../http/closed-parameters.ts";

export const lookWords = { theme: themes, "hand-over": ["patient"] } satisfies Words;

export interface Look {
  theme: Theme;
  /** Holds only values that differ from the defaults. */
  inAddress: LookParameters;
  /** It is true if the host page may hand a patient over. No link keeps this permission. */
  takesPatient: boolean;
  /** The key becomes part of the cache key. It is equal for pages with equal bytes, and empty for the default look. */
  key: string;
}

export function makeFrameLook({
  theme = "auto",
  "hand-over": handedOver,
}: NonNullable<ClosedParameters<typeof lookWords>["values"]>): Look {
  const inAddress = theme === "auto" ? {} : { theme };
  return { theme, inAddress, key: inAddress.theme ?? "", takesPatient: handedOver !== undefined };
}
