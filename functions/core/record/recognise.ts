/** Recognises the drugs of a concept: by its codes, or else by the names in its words. */
import { recognition } from "#data/generated/recognition.ts";
import { comparable, type DrugCodeSystem, type RecognisableDrug } from "#data/recognition.ts";
import { type Coding, type Concept, wordsOf } from "./fhir.ts";
import { isLabel } from "./label-words.ts";

export type Drug = RecognisableDrug;

export interface Recognised {
  readonly drug: Drug;
  /** Why the concept may not say that this is what was ordered or given. */
  readonly doubt: "mentioned" | "unnamed" | null;
}

/** CAR-T cells of which the record does not name the product. */
export const carTCells: Drug = { name: "CAR-T cells", kinds: ["car-t"] };

/** By words alone a drug is certain only where they are those of a label and no code is that of another drug. */
export function drugsIn(concept: Concept): readonly Recognised[] {
  const coded = recognition.drugs.filter((drug) =>
    concept.codings.some((coding) => isCoded(drug, coding)),
  );
  if (coded.length > 0) return coded.map((drug) => ({ drug, doubt: null }));
  const texts = wordsOf(concept).map(comparable);
  const named = [...new Set(texts.flatMap(drugsNamedIn))];
  const isCodedCarT = hasCodeOf(recognition.carT, concept);
  const isCarT = isCodedCarT || texts.some((text) => carT.test(text));
  const isCertain =
    (named.length < 2 || texts.some((text) => both.test(text))) &&
    !concept.codings.some(isOfAnotherDrug) &&
    (named.length > 0 || isCarT) &&
    texts.every((text) => isLabel(text, anyNameOrCarT));
  const doubt = isCertain ? null : "mentioned";
  const drugs: Recognised[] = named.map((drug) => ({ drug, doubt }));
  return isCarT
    ? [...drugs, { drug: carTCells, doubt: isCodedCarT ? "unnamed" : (doubt ?? "unnamed") }]
    : drugs;
}

/** Finds that two names are of drugs that were given together; without it they may be alternatives (`Abecma / Carvykti`). */
const both = /\b(?:with|and)\b|[+&]/;

/** Returns whether the code is none of ours, in a system of drugs, and its display names no drug of ours. */
function isOfAnotherDrug(coding: Coding): boolean {
  const { system, code, display } = coding;
  return (
    code !== null &&
    (isRead(system) || isOfSystem(system, [snomed])) &&
    !hasCodeOf(recognition.carT, { codings: [coding], text: null }) &&
    drugsNamedIn(comparable(display ?? "")).length === 0
  );
}

/** Returns whether drugs and infusions of CAR-T cells are known by codes of this system. */
export function isRead(system: string | null): boolean {
  return isOfSystem(system, systemsRead);
}

/** Returns whether a coding of the concept is in one of the lists; codes are compared without their dot. */
export function hasCodeOf(lists: (typeof recognition)["myeloma"], { codings }: Concept): boolean {
  return lists.some(({ systems, codes }) =>
    codings.some(
      ({ system, code }) =>
        code !== null &&
        isOfSystem(system, systems) &&
        codes.some((listed) => plain(listed) === plain(code)),
    ),
  );
}

/** The address of an edition of SNOMED CT begins with that of the system. */
function isOfSystem(system: string | null, systems: readonly string[]): boolean {
  return (
    system !== null && systems.some((known) => system === known || system.startsWith(`${known}/`))
  );
}

/** Some write ICD codes without their dot, or with the marks of a group (`C90.0-`). */
function plain(code: string): string {
  return code
    .replace(/^(\w\d\w)\./, "$1")
    .replace(/[-!*†]+$/, "")
    .toUpperCase();
}

function isCoded(drug: Drug, { system, code }: Coding): boolean {
  return (
    code !== null &&
    codeSystems.some(([name, systems]) => {
      const codes = drug.codes?.[name];
      if (codes === undefined || !isOfSystem(system, systems)) return false;
      return name === "ndc"
        ? codes.some((product) => isPackageOf(product, code))
        : codes.includes(code.toUpperCase());
    })
  );
}

const systemsRead = [
  ...Object.values(recognition.codeSystems).flat(),
  ...recognition.carT.flatMap(({ systems }) => systems),
];

/** Its codes of drugs are not read, but may be those of another drug. */
const snomed = "http://snomed.info/sct";

// The keys of an object are texts.
const codeSystems = Object.entries(recognition.codeSystems) as [
  DrugCodeSystem,
  readonly string[],
][];

/** NDCs: ten digits in parts of different lengths or eleven (5-4-2), also without hyphens. */
function isPackageOf(product: string, code: string): boolean {
  const isSame = (whole: string) => padded(whole) === padded(product);
  if (code.includes("-")) return isSame(code);
  if (code.length === 11) return isSame(`${code.slice(0, 5)}-${code.slice(5, 9)}`);
  return code.length === 10 && code.startsWith(product.replace("-", ""));
}

/** Labeler and product in nine digits. */
function padded(code: string): string {
  const [labeler = "", product = ""] = code.split("-");
  return labeler.padStart(5, "0") + product.padStart(4, "0");
}

const drugByName = new Map(
  recognition.drugs.flatMap((drug) =>
    [comparable(drug.name), ...(drug.names ?? [])].map((name) => [name, drug] as const),
  ),
);

/** Longer names first, because shorter ones may begin them. Japanese joins words without a sign between them. */
const anyName = new RegExp(
  [...drugByName.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => {
      const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      const letters = /^[\x20-\x7e]+$/.test(name) ? "\\p{L}\\p{N}" : "\\u30a1-\\u30fa\\u30fc";
      return `(?<![${letters}])${escaped}(?![${letters}])`;
    })
    .join("|"),
  "gu",
);

const carT = /\b(?:car ?t|chimeric antigen receptor)\b|キメラ抗原受容体|嵌合抗原受体/u;

const anyNameOrCarT = new RegExp(`${anyName.source}|${carT.source}`, "gu");

/** @param text as `comparable` writes it */
function drugsNamedIn(text: string): readonly Drug[] {
  return [...text.matchAll(anyName)].flatMap(([name]) => drugByName.get(name) ?? []);
}
