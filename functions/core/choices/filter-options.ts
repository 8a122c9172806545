/** Lists the options that can be chosen with one tap: the words that some cohort has, and for ranges a chosen list. */
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { isKeptByFilter } from "../evidence/filters.ts";
import {
  type FilterName,
  type OfferedByQuestion,
  type OfferedName,
  type ParameterName,
  parameterNames,
  propertyName,
} from "../question/parameter-names.ts";
import { isFilter, parameterOf, vocabulary } from "../question/parameter-values.ts";
import { unrestricted } from "../question/parameters.ts";
import type { Query, Value } from "../question/query.ts";
import { canonicalQuery, widened, withoutFilters } from "../question/query-text.ts";
import { questionOf } from "../question/read-question.ts";
import { readValue } from "../question/read-values.ts";

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

export function offersOf(dataset: Dataset): Offers {
  const offers = cachedOffers.get(dataset) ?? makeOffers(dataset);
  cachedOffers.set(dataset, offers);
  return offers;
}

function makeOffers(dataset: Dataset): Offers {
  const words = vocabulary(dataset);
  const patch = (name: ParameterName, text: string): Partial<Query> => {
    const value = readValue(name, text, words[name]);
    if (value === undefined) throw new Error(`${name} cannot be "${text}".`);
    return { [propertyName(name)]: value };
  };
  const unfiltered = withoutFilters({ outcome: [] });
  const { cohorts } = dataset;
  const presetTexts = new Set(dataset.presets.map(({ query }) => canonicalQuery(query, dataset)));

  function valuesOf(name: KeepsItsValues): readonly string[] {
    const { form, taps } = parameterOf(name);
    if (typeof taps === "object") return form === "range" ? [unrestricted, ...taps] : taps;
    if (isFilter(name)) return wordsOfCohorts(name);
    // A cut with the id of a named set is for that set only.
    return words[name].filter((word) => !dataset.sets.some(({ id }) => id === word));
  }

  /** Returns the words that a filter offers: a word is offered if at least one cohort has it. */
  function wordsOfCohorts(name: OfferedFilter): readonly string[] {
    return words[name].filter((word) => {
      const question = { ...unfiltered, ...patch(name, word) };
      return cohorts.some((cohort) => isKeptByFilter(name, cohort, question, dataset));
    });
  }

  const list: Offers["list"] = (name, chosenWords) => {
    const [exclusive] = parameterOf(name).alone ?? [];
    const text = chosenWords.join(",") || exclusive;
    return text === undefined ? widened(name) : patch(name, text);
  };

  return {
    values: offeredNames.map((name) => [
      name,
      valuesOf(name).map((value) => ({
        value,
        patch: value === unrestricted && isFilter(name) ? widened(name) : patch(name, value),
      })),
    ]),
    sets: dataset.sets
      .filter(({ id }) => !presetTexts.has(`set=${id}`))
      .flatMap(({ id, name }) => {
        const { query } = questionOf([["set", id]], dataset);
        return query ? [{ value: id, label: name, patch: query }] : [];
      }),
    list,
  };
}

const offeredNames = parameterNames.filter((name): name is KeepsItsValues => {
  const { section, taps } = parameterOf(name);
  return section !== undefined && taps !== "by-question";
});

/** Returns the words of a list that can be ticked together; empty if an exclusive value is selected. */
export function tickableWords(name: ParameterName, query: Query): readonly string[] {
  const { alone = [] } = parameterOf(name);
  const value: Value = query[propertyName(name)];
  const words = typeof value === "object" && value !== null && !("min" in value) ? value : [];
  return words.filter((word) => !alone.includes(word));
}
