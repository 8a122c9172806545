/**
 * Parameters of a page in addition to its question: `theme`, and whether the page around may hand a
 * patient over. Values that do not change the bytes share one cache key.
 */
import { type Theme, themes } from "#presentation/embed/appearance.ts";
import type { LookParameters } from "#presentation/embed/snippets.ts";
import type { ClosedParameters, Words } from "../../http/closed-parameters.ts";

/** Holds the allowed values of the page's own parameters. */
export const lookWords = { theme: themes, "hand-over": ["patient"] } satisfies Words;

export interface Look {
  theme: Theme;
  /** It holds only values that differ from the defaults. */
  inAddress: LookParameters;
  /** States whether the host page may hand a patient over. No link keeps it. */
  takesPatient: boolean;
  /** Part of the cache key. Equal for pages with equal bytes; empty for the default look. */
  key: string;
}

export function lookOf({
  theme = "auto",
  "hand-over": handedOver,
}: NonNullable<ClosedParameters<typeof lookWords>["values"]>): Look {
  const inAddress = theme === "auto" ? {} : { theme };
  return { theme, inAddress, key: inAddress.theme ?? "", takesPatient: handedOver !== undefined };
}
