/** Collects the codes and names that identify one drug in a health record and no other. */
import type { EarlierKind } from "../earlier-kinds.ts";
import type { Evidence } from "../evidence.ts";
import {
  comparable,
  type DrugCodeSystem,
  type RecognisableDrug,
  type RecognisedCodes,
  type Recognition,
} from "../recognition.ts";
import type { Product, RecognitionFile } from "../schema.ts";

/** Systems of the codes of products, by their names in a product's file. */
const systems: Readonly<
  Partial<Record<Product["codes"][number]["value"]["system"], DrugCodeSystem>>
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
      ...{ name, kinds: ["adc" as const], names: shortest(names.map(comparable)) },
      codes: atc === null ? {} : { atc: [atc] },
    })),
  ].map((drug, _, all) => withoutShared(drug, all));
  return {
    myeloma: codesOf(recognition.myeloma),
    carT: codesOf(recognition.carT),
    codeSystems,
    drugs: drugs.filter(isRecognisable).map(({ names, codes, ...drug }) => {
      const otherNames = names.filter((name) => name !== comparable(drug.name));
      return {
        ...drug,
        ...(Object.keys(codes).length > 0 && { codes }),
        ...(otherNames.length > 0 && { names: otherNames }),
      };
    }),
  };
}

type Drug = Required<RecognisableDrug>;

const isRecognisable = ({ names, codes }: Drug) => names.length + Object.keys(codes).length > 0;

const codesOf = (all: RecognitionFile["myeloma"]): RecognisedCodes[] =>
  all.map(({ systems, codes }) => ({ systems, codes: codes.map(({ code }) => code) }));

function drugOf(product: Product, { notClassified, spellings }: RecognitionFile): Drug {
  const spelled = spellings.filter((spelling) => spelling.product === product.name);
  const coded: [DrugCodeSystem, string][] = [
    ...product.codes.flatMap(({ value, status }): [DrugCodeSystem, string][] => {
      const system = systems[value.system];
      const isUsed = status !== "superseded" && !notClassified.hcpcs.includes(value.code ?? "");
      if (system === undefined || value.code === null || !isUsed) return [];
      // A group of the ATC holds other drugs, too.
      if (system === "atc" && value.code.length < 7) return [];
      return [[system, system === "ndc" ? productPart(value.code) : value.code]];
    }),
    ...spelled.flatMap(({ atc }): [DrugCodeSystem, string][] =>
      atc === null ? [] : [["atc", atc]],
    ),
  ];
  return {
    name: product.name,
    kinds: kindsOf(product),
    codes: grouped(coded),
    names: shortest(
      [...product.recognisedBy, ...spelled.flatMap(({ names }) => names)].map(comparable),
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

/** The labeler and the product of an NDC; the rest is the size of the package. */
function productPart(ndc: string): string {
  return ndc.split("-").slice(0, 2).join("-");
}

function grouped(coded: readonly [DrugCodeSystem, string][]): Drug["codes"] {
  const all: Partial<Record<DrugCodeSystem, string[]>> = {};
  for (const [system, code] of coded) all[system] = unique([...(all[system] ?? []), code]);
  return all;
}

/** A code or name that two drugs have says neither. */
function withoutShared(drug: Drug, all: readonly Drug[]): Drug {
  const otherDrugs = all.filter((candidate) => candidate !== drug);
  const coded = (Object.keys(drug.codes) as DrugCodeSystem[]).flatMap((system) =>
    (drug.codes[system] ?? [])
      .filter((code) => !otherDrugs.some(({ codes }) => codes[system]?.includes(code)))
      .map((code): [DrugCodeSystem, string] => [system, code]),
  );
  return {
    ...drug,
    codes: grouped(coded),
    names: drug.names.filter((name) => !otherDrugs.some(({ names }) => names.includes(name))),
  };
}

/** Each name once, and none of which another one is the beginning: `teclistamab cqyv` is found by `teclistamab`. */
function shortest(names: readonly string[]): string[] {
  return unique(names).filter(
    (name) => !names.some((beginning) => name.startsWith(`${beginning} `)),
  );
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
