/** Codes by which a record of a patient names a product. */
import type { Product } from "../schema.ts";
import { basisOf, type Fact, joined } from "./product-fact.ts";
import type { CollectedProduct } from "./product-handover.ts";

type Code = Product["codes"][number]["value"];

const systems: Readonly<Record<string, Code["system"]>> = {
  ATC: "atc",
  "EMA product number": "ema",
  "FDA application": "fda-application",
  HCPCS: "hcpcs",
  "HCPCS unit": "hcpcs-unit",
  "ICD-10-PCS": "icd-10-pcs",
  "NCI Thesaurus": "ncit",
  "NDC (package)": "ndc-package",
  "NDC (product)": "ndc-product",
  RxNorm: "rxnorm",
  "SPL set id": "spl-set-id",
};

/** One fact per code: a record holds one, never a list. */
export function codesOf({ codes }: CollectedProduct): Fact<Code>[] {
  return codes.flatMap((fact) => {
    const { value } = fact;
    if (value === null) return [];
    const system = systems[value.system];
    if (!system) throw new Error(`no such system of codes: "${value.system}"`);
    const displays = [value.display ?? value.descriptor ?? null].flat();
    const basis = basisOf(fact);
    const level = value.level === undefined ? null : `level ${value.level}`;
    return [value.code].flat().map((code, index) => ({
      value: { system, code, display: displays[index] ?? null, unit: value.unit ?? null },
      ...basis,
      note: joined([basis.note, value.note ?? null, level]),
    }));
  });
}
