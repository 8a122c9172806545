/** What is given together and after how many lines, of a label as of a cohort. */
import type { Evidence } from "../evidence.ts";
import type { Approval, Cohort } from "../schema.ts";
import { otherDrugs } from "../vocabulary.ts";
import type { ProblemList } from "./report.ts";

/** Names of what can be given with a product or have failed before it. */
export function drugsKnown({ products }: Pick<Evidence, "products">): ReadonlySet<string> {
  return new Set([...otherDrugs, ...products.map(({ slug }) => slug)]);
}

/** A name typed otherwise would match no label, without any warning. */
export function expectDrugs(
  field: string,
  names: readonly string[],
  known: ReadonlySet<string>,
  list: ProblemList,
): void {
  names.forEach((name, index) => {
    if (known.has(name)) return;
    list.add(`${field}[${index}]`, "drug-known", `no product or other drug "${name}"`);
  });
}

/** Partners are `null` where it is not said what was combined. */
export function expectPartners(
  field: string,
  regimen: Cohort["regimen"],
  partners: readonly string[] | null,
  list: ProblemList,
): void {
  if ((regimen === "monotherapy") === (partners?.length === 0)) return;
  const said = partners?.join(", ") || (partners ? "none" : "not said");
  list.add(field, "regimen-has-partners", `${regimen}, but partners are: ${said}`);
}

export function expectLines(
  field: string,
  { min, max }: Approval["priorLines"],
  list: ProblemList,
): void {
  if (min === null || max === null || min <= max) return;
  list.add(field, "prior-lines-ascending", `at least ${min}, at most ${max}`);
}
