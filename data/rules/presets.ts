/** Presets may only ask for what exists. Form and defaults of the query are `functions/comparison`'s business. */
import type { Evidence, Problem } from "../evidence.ts";
import { evidenceKinds, regions, settings, targets, therapyClasses } from "../vocabulary.ts";
import { ProblemList } from "./report.ts";

const range = "a range";

export function presetProblems({ presets, products, cohorts }: Evidence): Problem[] {
  const allowed: Readonly<Record<string, readonly string[] | typeof range>> = {
    setting: [...settings.filter((setting) => setting !== "mixed"), "any"],
    "prior-lines": range,
    age: range,
    product: products.map(({ slug }) => slug),
    availability: ["approved", "any", ...regions],
    "therapy-class": therapyClasses,
    evidence: [...evidenceKinds, "all"],
    regimen: ["monotherapy", "any"],
    target: [...targets, "any"],
    "prior-bcma": ["not-selected", "selected", "any"],
    exclude: cohorts.map(({ id }) => id),
  };
  const list = new ProblemList("data/presets.json");
  const ids = new Set<string>();
  presets.forEach(({ id, query }, index) => {
    if (ids.has(id)) list.add(`[${index}].id`, "preset-unique", `"${id}" is defined twice`);
    ids.add(id);
    for (const [parameter, given] of Object.entries(query)) {
      const at = `[${index}].query.${parameter}`;
      const values = allowed[parameter];
      if (values === undefined) {
        list.add(at, "preset-known", `no query parameter "${parameter}"`);
      } else if (values === range) {
        if (!/^(\d+(\.\d+)?-|-\d|\d)/.test(given)) {
          list.add(at, "preset-known", `"${given}" is not a range such as 3-5, 4- or -3`);
        }
      } else {
        for (const value of given.split(",")) {
          if (!values.includes(value)) list.add(at, "preset-known", `no value "${value}"`);
        }
      }
    }
  });
  return list.problems;
}
