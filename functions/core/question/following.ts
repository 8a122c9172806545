/** Computes the fields whose default follows from another field. */
import { listEarlierTherapyKinds } from "./earlier-kinds.ts";
import type { FieldName } from "./parameter-names.ts";
import type { Query } from "./query.ts";

export type Following = Pick<Query, "regimen" | "labelled" | "target">;

const names = ["regimen", "labelled", "target"] as const satisfies readonly (keyof Following)[];

export function isDependentField(name: FieldName): name is keyof Following {
  return names.some((candidate) => candidate === name);
}

/** Returns the defaults of `regimen`, `labelled` and `target` for the prior lines and earlier therapy of a question. */
export function deriveDependentDefaults({
  lines,
  priorBcma,
}: Pick<Query, "lines" | "priorBcma">): Following {
  return {
    // Bispecifics are combined in earlier lines: monotherapy would leave the class empty.
    regimen: lines === "1" || lines === "2" ? "any" : "monotherapy",
    // A label depends on the number of lines, so none is required without it.
    labelled: lines === "any" ? "any" : "line",
    // Treatment after a kind of therapy may well have another target.
    target: listEarlierTherapyKinds(priorBcma).length > 0 ? ["any"] : ["bcma"],
  };
}

export function listChangedDefaults(query: Query, patch: Partial<Query>): (keyof Following)[] {
  const [before, after] = [
    deriveDependentDefaults(query),
    deriveDependentDefaults({ ...query, ...patch }),
  ];
  return names.filter((name) => !(name in patch) && String(before[name]) !== String(after[name]));
}

/** Returns the change with the fields that follow from it, unless they were chosen by hand. */
export function addDependentChanges(query: Query, patch: Partial<Query>): Partial<Query> {
  const [before, after] = [
    deriveDependentDefaults(query),
    deriveDependentDefaults({ ...query, ...patch }),
  ];
  const followed = listChangedDefaults(query, patch)
    .filter((name) => String(query[name]) === String(before[name]))
    .map((name): Partial<Query> => ({ [name]: after[name] }));
  return Object.assign({ ...patch }, ...followed);
}
