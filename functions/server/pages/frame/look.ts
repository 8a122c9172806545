/**
 * Parameters of a page in addition to its question: `theme`, and whether the page around may hand a
 * patient over. Values that do not change the bytes share one cache key.
 */
import { type Theme, themes } from "#presentation/embed/appearance.ts";
import type { AskedLook } from "#presentation/embed/snippets.ts";
import { linkDateName } from "../../answers/read-question.ts";
import {
  type ClosedParameters,
  closedParameters,
  type Words,
} from "../../http/closed-parameters.ts";

/** The allowed values of the page's own parameters. */
const own = { theme: themes, "hand-over": ["patient"] } satisfies Words;

type Problems = NonNullable<ClosedParameters<typeof own>["problems"]>;

export interface Look {
  theme: Theme;
  /** Only the values that differ from the defaults. */
  asked: AskedLook;
  /** Whether the page around may hand a patient over. No link keeps it. */
  takesPatient: boolean;
  /** Part of the cache key. Equal for pages with equal bytes; empty for the default look. */
  key: string;
}

type ReadLook = { look: Look; problems: null } | { look: null; problems: Problems };

/** An unknown theme is refused. */
export function lookOf(search: URLSearchParams): ReadLook {
  const ofLook = [...search].filter(([name]) => Object.hasOwn(own, name));
  const { values, problems } = closedParameters(new URLSearchParams(ofLook), own);
  if (problems) return { look: null, problems };
  const { theme = "auto", "hand-over": handedOver } = values;
  const asked = theme === "auto" ? {} : { theme };
  const look = { theme, asked, key: asked.theme ?? "", takesPatient: handedOver !== undefined };
  return { look, problems: null };
}

/** The URL without the parameters for the look, and without the date that its link was made with. */
export function withoutLook(url: string): string {
  const question = new URL(url);
  const { searchParams } = question;
  if (!lookNames.some((name) => searchParams.has(name))) return url;
  for (const name of lookNames) searchParams.delete(name);
  return question.href;
}

const lookNames = [...Object.keys(own), linkDateName];
