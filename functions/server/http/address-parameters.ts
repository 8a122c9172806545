/**
 * Knows the parameters of the service. An unknown parameter may be about a patient, so the response to it is not
 * stored.
 */
import { parameterNames } from "#core/question/parameter-names.ts";
import { parseUrl } from "./url-of.ts";

/** Lists parameters of single resources and pages, which no question has. */
export const pageParameterNames = [
  ...["data", "format", "hand-over", "maxheight", "maxwidth"],
  ...["moderator", "question", "region", "theme", "url"],
] as const;

/**
 * Lists parameters that content systems, letters and advertisements append to any address. They reveal nothing about a
 * patient.
 */
const appendedNames = [
  ...["utm_campaign", "utm_content", "utm_id", "utm_medium", "utm_source", "utm_term"],
  ...["dclid", "fbclid", "gbraid", "gclid", "msclkid", "ttclid", "twclid", "wbraid"],
  ...["v", "ver"],
] as const;

/** Tells whether a parameter is one that content systems append, which the reader of a page need not know of. */
export function isAppendedParameter(name: string): boolean {
  return appendedNames.some((appended) => appended === name);
}

const names: ReadonlySet<string> = new Set([
  ...parameterNames,
  ...pageParameterNames,
  ...appendedNames,
]);

export function isKnownParameterName(name: string): boolean {
  return names.has(name);
}

/** Tells whether every parameter of the address is known, and every parameter of an address inside it. */
export function hasOnlyKnownParameters(url: string): boolean {
  const start = url.indexOf("?");
  return start < 0 || [...new URLSearchParams(url.slice(start))].every(isKnownParameter);
}

function isKnownParameter([name, value]: readonly [string, string]): boolean {
  const isOfAddress = name !== "url" || hasOnlyKnownParameters(parseUrl(value)?.href ?? "");
  return isKnownParameterName(name) && isOfAddress;
}
