/** Lists the options that can be chosen with one tap: the words that some cohort has, and for ranges a chosen list. */
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { isCohortKeptByFilter } from "../evidence/filters.ts";
import {
  type FilterName,
  makePropertyName,
  type OfferedByQuestion,
  type OfferedName,
  type ParameterName,
  parameterNames,
} from "../question/parameter-names.ts";
import {
  collectAllowedWordsByField,
  isFilterName,
  lookUpParameter,
} from "../question/parameter-values.ts";
import { unrestricted } from "../question/parameters.ts";
import type { Query, Value } from "../question/query.ts";
import {
  formatQuery,
  makeUnfilteredQuery,
  makeWidestFilterChange,
} from "../question/query-text.ts";
import { parseQuestion } from "../question/read-question.ts";
import { readFieldValue } from "../question/read-values.ts";

type KeepsItsValues = Exclude<OfferedName, OfferedByQuestion>;
type OfferedFilter = Extract<OfferedName, FilterName>;

export interface Offer {
  value: string;
  /** It is present for names that come from the evidence: a cohort, a ready-made question, a product. */
  label?: string;
  /** Present for products alone. */
  therapyClass?: TherapyClass;
  patch: Partial<Query>;
}

export interface Offers {
  /** Holds one list for every parameter whose offers are the same for every question. */
  readonly values: readonly (readonly [KeepsItsValues, readonly Offer[]])[];
  /** Published meta-analyses that are no ready-made questions. Each is a whole question. */
  readonly sets: readonly Offer[];
  /**
   * Returns the change that sets a list to these words; if `words` is empty, it resets to the first exclusive
   * value.
   */
  readonly list: (name: OfferedFilter, words: readonly string[]) => Partial<Query>;
}

const cachedOffers = new WeakMap<Dataset, Offers>();

export function gatherOfferedOptions(dataset: Dataset): Offers {
  const offers = cachedOffers.get(dataset) ?? makeOfferedOptions(dataset);
  cachedOffers.set(dataset, offers);
  return offers;
}

function makeOfferedOptions(dataset: Dataset): Offers {
  const words = collectAllowedWordsByField(dataset);
  const patch = (name: ParameterName, text: string): Partial<Query> => {
    const value = readFieldValue(name, text, words[name]);
    if (value === undefined) throw new Error(`${name} cannot be "${text}".`);
    return { [makePropertyName(name)]: value };
  };
  const unfiltered = makeUnfilteredQuery({ outcome: [] });
  const { cohorts } = dataset;
  const presetTexts = new Set(dataset.presets.map(({ query }) => formatQuery(query, dataset)));

  function valuesOf(name: KeepsItsValues): readonly string[] {
    const { form, taps } = lookUpParameter(name);
    if (typeof taps === "object") return form === "range" ? [unrestricted, ...taps] : taps;
    if (isFilterName(name)) return wordsOfCohorts(name);
    // A cut with the id of a named set is for that set only.
    return words[name].filter((word) => !dataset.sets.some(({ id }) => id === word));
  }

  /** Returns the words that a filter offers: a word is offered if at least one cohort has it. */
  function wordsOfCohorts(name: OfferedFilter): readonly string[] {
    return words[name].filter((word) => {
      const question = { ...unfiltered, ...patch(name, word) };
      return cohorts.some((cohort) => isCohortKeptByFilter(name, cohort, question, dataset));
    });
  }

  const list: Offers["list"] = (name, chosenWords) => {
    const [exclusive] = lookUpParameter(name).alone ?? [];
    const text = chosenWords.join(",") || exclusive;
    return text === undefined ? makeWidestFilterChange(name) : patch(name, text);
  };

  return {
    values: offeredNames.map((name) => [
      name,
      valuesOf(name).map((value) => ({
        value,
        patch:
          value === unrestricted && isFilterName(name)
            ? makeWidestFilterChange(name)
            : patch(name, value),
      })),
    ]),
    sets: dataset.sets
      .filter(({ id }) => !presetTexts.has(`set=${id}`))
      .flatMap(({ id, name }) => {
        const { query } = parseQuestion([["set", id]], dataset);
        return query ? [{ value: id, label: name, patch: query }] : [];
      }),
    list,
  };
}

const offeredNames = parameterNames.filter((name): name is KeepsItsValues => {
  const { section, taps } = lookUpParameter(name);
  return section !== undefined && taps !== "by-question";
});

/** Returns the words of a list that can be ticked together; empty if an exclusive value is selected. */
export function listTickableWords(name: ParameterName, query: Query): readonly string[] {
  const { alone = [] } = lookUpParameter(name);
  const value: Value = query[makePropertyName(name)];
  const words = typeof value === "object" && value !== null && !("min" in value) ? value : [];
  return words.filter((word) => !alone.includes(word));
}
