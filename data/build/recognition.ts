/** Collects the codes and names that identify one drug in a health record and no other. */
import type { EarlierKind } from "../earlier-kinds.ts";
import type { Evidence } from "../evidence.ts";
import {
  comparable,
  isStem,
  type RecognisableDrug,
  type Recognition,
  tokenOf,
} from "../recognition.ts";
import type { Product, RecognitionFile } from "../schema.ts";
import type { RecordCodeSystem } from "../vocabulary.ts";

/** Systems of the codes of products, by their names in a product's file. */
const systems: Readonly<
  Partial<Record<Product["codes"][number]["value"]["system"], RecordCodeSystem>>
> = {
  rxnorm: "rxnorm",
  "ndc-product": "ndc",
  "ndc-package": "ndc",
  hcpcs: "hcpcs",
  atc: "atc",
  "icd-10-pcs": "icd10pcs",
};

export function recognitionOf({ products, recognition }: Evidence): Recognition {
  const { sources: _, ...codeSystems } = recognition.codeSystems;
  const drugs = [
    ...products
      .filter(({ contains }) => contains.length === 0)
      .map((product) => drugOf(product, recognition)),
    ...recognition.otherBcma.map(({ name, names, atc }) => ({
      ...{ name, kinds: ["adc" as const], names: shortest(names.map(stemOf)) },
      codes: atc === null ? [] : [tokenOf("atc", atc)],
    })),
  ].map((drug, _, all) => withoutShared(drug, all));
  return {
    codeSystems,
    myeloma: tokensOf(recognition.myeloma),
    carT: tokensOf(recognition.carT),
    drugs: drugs.filter(isRecognisable).map(({ names, codes, ...drug }) => {
      const isItself = names.join() === comparable(drug.name);
      return { ...drug, ...(!isItself && { names }), ...(codes.length > 0 && { codes }) };
    }),
  };
}

type Drug = Required<RecognisableDrug>;

/** A drug that is directed at neither BCMA nor GPRC5D is no earlier therapy that is asked for. */
const isRecognisable = ({ kinds, names, codes }: Drug) =>
  kinds.length > 0 && names.length + codes.length > 0;

const tokensOf = (all: RecognitionFile["myeloma"]): string[] =>
  unique(all.flatMap(({ system, codes }) => codes.map(({ code }) => tokenOf(system, code))));

function drugOf(product: Product, { notClassified, spellings }: RecognitionFile): Drug {
  const spelled = spellings.filter((spelling) => spelling.product === product.name);
  const codes = [
    ...product.codes.flatMap(({ value, status }) => {
      const system = systems[value.system];
      const isUsed = status !== "superseded" && !notClassified.hcpcs.includes(value.code ?? "");
      if (system === undefined || value.code === null || !isUsed) return [];
      // An ATC code of fewer than seven characters is a group, which holds other drugs, too.
      if (system === "atc" && value.code.length < 7) return [];
      return [tokenOf(system, value.code)];
    }),
    ...spelled.flatMap(({ atc }) => (atc === null ? [] : [tokenOf("atc", atc)])),
  ];
  return {
    name: product.name,
    kinds: kindsOf(product),
    codes: unique(codes),
    names: shortest(
      [...product.recognisedBy, ...spelled.flatMap(({ names }) => names)].map(stemOf),
    ),
  };
}

function kindsOf({ therapyClass, targets }: Product): EarlierKind[] {
  const ofBcma = therapyClass === "car-t" ? "car-t" : "bispecific";
  return [
    ...(targets.includes("bcma") ? [ofBcma as EarlierKind] : []),
    ...(targets.includes("gprc5d") ? ["gprc5d" as const] : []),
  ];
}

/** Returns a drug without the codes and names that it shares with another drug, because these identify neither. */
function withoutShared(drug: Drug, all: readonly Drug[]): Drug {
  const otherDrugs = all.filter((candidate) => candidate !== drug);
  return {
    ...drug,
    codes: drug.codes.filter((code) => !otherDrugs.some(({ codes }) => codes.includes(code))),
    names: drug.names.filter((name) => !otherDrugs.some(({ names }) => names.includes(name))),
  };
}

/**
 * Returns the beginning by which a name is found in any language: of a gene therapy its first word without the last
 * letter (`ciltacabtagen`), of a drug conjugate the antibody; else the whole name.
 */
function stemOf(name: string): string {
  const text = comparable(name);
  return /^[a-z]+(?:cabtagen(?=e? )|mab(?= ))/.exec(text)?.[0] ?? text;
}

/**
 * Returns each name once, and none of which another one is the beginning: `teclistamab cqyv` is found by
 * `teclistamab`.
 */
function shortest(names: readonly string[]): string[] {
  return unique(names).filter(
    (name) => !names.some((beginning) => beginning !== name && beginsWith(name, beginning)),
  );
}

function beginsWith(name: string, beginning: string): boolean {
  return isStem(beginning) ? name.startsWith(beginning) : name.startsWith(`${beginning} `);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
