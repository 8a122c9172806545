/** A question of a text, and random valid ones for property tests. */
import fc from "fast-check";
import type { Dataset } from "#core/evidence/dataset.ts";
import {
  collectAllowedWordsByField,
  lookUpParameter,
  modelsWith,
} from "#core/question/parameter-values.ts";
import { type ParameterName, parameterNames, parameters } from "#core/question/parameters.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import type { Query } from "#core/question/query.ts";

export { parseQueryTextOrThrow as queryOf } from "#core/question/parse-query.ts";

const bounds: Readonly<Partial<Record<ParameterName, [number, number]>>> = {
  "prior-lines": [1, 9],
  age: [50, 75],
  "high-risk": [0, 90],
  emd: [0, 60],
};

function rangeText(name: ParameterName): fc.Arbitrary<string> {
  const [min, max] = bounds[name] ?? [0, 9];
  const end = fc.oneof(
    fc.integer({ min, max }),
    fc.integer({ min: min * 10, max: max * 10 }).map((tenths) => tenths / 10),
  );
  return fc.oneof(
    fc.tuple(end, end).map((ends) => [...ends].sort((a, b) => a - b).join("-")),
    end.map((low) => `${low}-`),
    end.map((high) => `-${high}`),
  );
}

function valueText(name: ParameterName, words: readonly string[]): fc.Arbitrary<string> {
  const { form } = parameters[name];
  if (form === "range") return rangeText(name);
  if (form === "choice" || form === "dimension") return fc.constantFrom(...words);
  const { alone = [], most = 4 } = lookUpParameter(name);
  const together = words.filter((word) => !alone.includes(word));
  // Includes repeated values and any order, because neither may change the answer.
  const several = fc
    .array(fc.constantFrom(...together), { minLength: 1, maxLength: most })
    .map((values) => values.join(","));
  return alone.length === 0 ? several : fc.oneof(several, fc.constantFrom(...alone));
}

/** Drops the interval unless the model of the question has it: no model has every interval. */
function withIntervalOfModel(pairs: readonly [ParameterName, string][]) {
  const model = pairs.find(([name]) => name === "model")?.[1] as Query["model"] | undefined;
  const intervals = Object.entries(modelsWith)
    .filter(([, models]) => model !== undefined && models.includes(model))
    .map(([interval]) => interval);
  return pairs.filter(([name, value]) => name !== "interval" || intervals.includes(value));
}

/**
 * Any valid question: about a third of the parameters, in any order.
 *
 * @param groups `any` includes comparisons of groups other than the two classes
 */
export function anyQuestion(
  dataset: Dataset,
  groups: "classes" | "any" = "classes",
): fc.Arbitrary<[ParameterName, string][]> {
  const words = collectAllowedWordsByField(dataset);
  const names = parameterNames.filter((name) => groups === "any" || name !== "compare");
  const pairsOfNames = names.map((name) =>
    fc.oneof(
      { arbitrary: fc.constant(null), weight: 2 },
      {
        arbitrary: valueText(name, words[name]).map((text): [ParameterName, string] => [
          name,
          text,
        ]),
        weight: 1,
      },
    ),
  );
  return fc
    .tuple(...pairsOfNames)
    .map((pairs) => withIntervalOfModel(pairs.filter((pair) => pair !== null)))
    .chain((pairs) =>
      fc.shuffledSubarray(pairs, { minLength: pairs.length, maxLength: pairs.length }),
    );
}

/** Returns any valid question, already parsed. */
export function anyQuery(
  dataset: Dataset,
  groups: "classes" | "any" = "classes",
): fc.Arbitrary<Query> {
  return anyQuestion(dataset, groups).map((pairs) =>
    parseQueryTextOrThrow(new URLSearchParams(pairs).toString(), dataset),
  );
}
