/** Which products a concept says: by its codes, or else by the names in its words. */
import { recognition } from "#data/generated/recognition.ts";
import type { RecognisableProduct } from "#data/recognition.ts";
import type { Coding, Concept } from "./fhir.ts";

export function productsOf(
  { codings }: Concept,
  words: readonly string[],
): readonly RecognisableProduct[] {
  const { products } = recognition;
  const whole = codings.filter(({ system, code }) => system !== null && code !== null);
  const coded = products.filter((one) => whole.some((coding) => hasCode(one, coding)));
  if (coded.length > 0) return coded;
  return products.filter(({ names }) => isNamed(words, names));
}

/** The texts of the concept, as names are compared with them. */
export function wordsOf({ text, codings }: Concept): readonly string[] {
  const texts = new Set([text, ...codings.map(({ display }) => display)]);
  return [...texts].filter((value) => value !== null).map(comparable);
}

/** Whether one of the words holds one of the names, which are in lower case. */
export function isNamed(words: readonly string[], names: readonly string[]): boolean {
  return words.some((value) => names.some((name) => holdsName(value, name)));
}

function hasCode(product: RecognisableProduct, { system, code }: Coding): boolean {
  if (system === null || code === null) return false;
  const { rxnorm, ndc, hcpcs } = recognition.codeSystems;
  if (rxnorm.includes(system)) return product.rxnorm.includes(code);
  if (hcpcs.includes(system)) return product.hcpcs.includes(code.toUpperCase());
  return ndc.includes(system) && product.ndc.some((own) => isPackageOf(own, code));
}

/** NDCs: ten digits in parts of different lengths or eleven (5-4-2), also without hyphens. */
function isPackageOf(product: string, code: string): boolean {
  const [labeler = "", item = ""] = product.split("-");
  const padded = labeler.padStart(5, "0") + item.padStart(4, "0");
  const parts = /^(\d{4,5})-(\d{3,4})(?:-\d{1,2})?$/.exec(code);
  if (parts) {
    const [, itsLabeler = "", itsItem = ""] = parts;
    return itsLabeler.padStart(5, "0") + itsItem.padStart(4, "0") === padded;
  }
  if (/^\d{11}$/.test(code)) return code.startsWith(padded);
  return /^\d{10}$/.test(code) && code.startsWith(labeler + item);
}

/** Names are compared without regard to capitals, kinds of hyphens and spaces, and ® or ™. */
function comparable(text: string): string {
  return text
    .replace(/[®™©]/g, " ")
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .toLowerCase();
}

/** Whole words only. A hyphen joins: `teclistamab-naive` does not say that it is given. */
function holdsName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const end = at + name.length;
    const [before, after] = [text.slice(Math.max(0, at - 3), at), text.slice(end, end + 3)];
    if (!joinedBefore.test(before) && !joinedAfter.test(after)) return true;
  }
  return false;
}

const joinedBefore = /[\p{L}\p{N}\p{M}_]-?$/u;
const joinedAfter = /^-?[\p{L}\p{N}\p{M}_]/u;
