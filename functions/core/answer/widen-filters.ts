/** Suggests wider questions where a class has no cohorts: one lifted filter, or all if no single one helps. */
import { labelRegions, therapyClasses } from "#data/vocabulary.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { countCohortsPerClass } from "../evidence/select.ts";
import { addDependentChanges } from "../question/following.ts";
import { filterNames, isParameterName } from "../question/parameter-values.ts";
import { addNeededTargets } from "../question/product-targets.ts";
import type { Query } from "../question/query.ts";
import {
  formatQuery,
  listChangedParameters,
  makeUnfilteredQuery,
  makeWidestFilterChange,
} from "../question/query-text.ts";
import type { WiderQuestion } from "./answer.ts";

/**
 * Returns the filters whose removal fills an empty class: the label first, which nobody has set, then the filters that
 * the user set, then those that admit the most cohorts. A product that was asked for by name is given up last. If no
 * single filter helps, the answer is one question: that without filters, or else that with every filter at its widest.
 */
export function listWiderQuestions(query: Query, dataset: Dataset): WiderQuestion[] {
  const now = countCohortsPerClass(query, dataset);
  const widerQuestion = (parameter: string, wider: Query): WiderQuestion => {
    // The target is set as when an address is read: a product that stays brings its target.
    const question = { ...wider, target: addNeededTargets(wider, dataset) };
    return {
      parameter,
      query: formatQuery(question, dataset),
      cohorts: countCohortsPerClass(question, dataset),
    };
  };
  const helps = ({ cohorts }: WiderQuestion) =>
    therapyClasses.some((group) => now[group] === 0 && cohorts[group] > 0);
  const inAllRegions = widerQuestion("anywhere", { ...query, availability: labelRegions });
  const byHand = new Set<string>(listChangedParameters(query, dataset).map(([name]) => name));
  const rank = ({ parameter, cohorts }: WiderQuestion) =>
    (parameter === "product" ? -2000 : parameter === "labelled" ? 2000 : 0) +
    (byHand.has(parameter === "anywhere" ? "availability" : parameter) ? 1000 : 0) +
    cohorts["car-t"] +
    cohorts.bsab;

  const inRegion = !query.availability.includes("any");
  const single = filterNames
    .filter(isParameterName)
    .map((name) =>
      // "All regions" is offered before unapproved products.
      name === "availability" && inRegion && helps(inAllRegions)
        ? inAllRegions
        : widerQuestion(name, {
            ...query,
            ...addDependentChanges(query, makeWidestFilterChange(name)),
          }),
    )
    .filter(helps)
    .sort((a, b) => rank(b) - rank(a));
  if (single.length > 0) return single;
  const all: Query = Object.assign({ ...query }, ...filterNames.map(makeWidestFilterChange));
  return [widerQuestion("all", makeUnfilteredQuery(query)), widerQuestion("all", all)]
    .filter(helps)
    .slice(0, 1);
}
