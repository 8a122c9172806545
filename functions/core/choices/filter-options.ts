/** Lists the options that can be chosen with one tap: the words that some cohort has, and for ranges a chosen list. */
import { labelRegions, type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { isCohortKeptByFilter } from "../evidence/filters.ts";
import { isProductApprovedInRegion } from "../evidence/regimen-labels.ts";
import { addNeededTargets } from "../question/following.ts";
import {
  collectAllowedWordsByField,
  isFilterName,
  lookUpParameter,
} from "../question/parameter-values.ts";
import {
  type ParameterName,
  parameterNames,
  type Section,
  unrestricted,
} from "../question/parameters.ts";
import { parseQueryWithCanonicalText } from "../question/parse-query.ts";
import {
  type FilterName,
  makePropertyName,
  type OfferedByQuestion,
  type OfferedName,
  type Query,
  type Value,
} from "../question/query.ts";
import {
  formatQuery,
  makeChangeThatWidensFilter,
  makeDefaultQueryForOutcomes,
} from "../question/query-text.ts";
import { readFieldValue } from "../question/read-values.ts";

type KeepsItsValues = Exclude<OfferedName, OfferedByQuestion>;
type OfferedFilter = Extract<OfferedName, FilterName>;

export interface Offer {
  value: string;
  /** `label` is present for names that come from the evidence: a cohort, a ready-made question, a product. */
  label?: string;
  /** `therapyClass` is present for products only. */
  therapyClass?: TherapyClass;
  patch: Partial<Query>;
}

export interface Offers {
  /** Holds one list for every parameter whose offers are the same for every question. */
  readonly values: readonly (readonly [KeepsItsValues, readonly Offer[]])[];
  /** `sets` holds the published meta-analyses that are no ready-made questions, each as a whole question. */
  readonly sets: readonly Offer[];
  /**
   * Returns the change that sets a list to these words; if `words` is empty, it resets to the first exclusive
   * value.
   */
  readonly list: (name: OfferedFilter, words: readonly string[]) => Partial<Query>;
}

const cachedOffers = new WeakMap<Dataset, Offers>();

export function makeOfferedOptionsOnce(dataset: Dataset): Offers {
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
  const unfiltered = makeDefaultQueryForOutcomes({ outcome: [] });
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
    return text === undefined ? makeChangeThatWidensFilter(name) : patch(name, text);
  };

  return {
    values: offeredNames.map((name) => [
      name,
      valuesOf(name).map((value) => ({
        value,
        patch:
          value === unrestricted && isFilterName(name)
            ? makeChangeThatWidensFilter(name)
            : patch(name, value),
      })),
    ]),
    sets: dataset.sets
      .filter(({ id }) => !presetTexts.has(`set=${id}`))
      .flatMap(({ id, name }) => {
        const { query } = parseQueryWithCanonicalText([["set", id]], dataset);
        return query ? [{ value: id, label: name, patch: query }] : [];
      }),
    list,
  };
}

const offeredNames = parameterNames.filter((name): name is KeepsItsValues => {
  const { section, taps } = lookUpParameter(name);
  return section !== undefined && taps !== "by-question";
});

/** Returns the words of a list that are ticked together now; empty if an exclusive value is selected. */
export function listTickedWords(name: ParameterName, query: Query): readonly string[] {
  const { alone = [] } = lookUpParameter(name);
  const value: Value = query[makePropertyName(name)];
  const words = typeof value === "object" && value !== null && !("min" in value) ? value : [];
  return words.filter((word) => !alone.includes(word));
}

// Makes the values that are ticked together with others, where a tick changes more than one parameter.

export type Named = Omit<Offer, "patch"> & { isSold?: boolean };

/** Holds a change to the query, and the parameters whose text or cohorts it may affect. */
export interface Change {
  readonly patch: Partial<Query>;
  readonly names: readonly ParameterName[];
}

/** Holds a value that is ticked with others: `change` ticks or unticks it, `alone` selects it without the others. */
export interface Tick {
  selected: boolean;
  change: Change;
  alone: Change;
}

/** Returns a tick for each cohort that the user excluded; one tap includes the cohort again. */
export function makeExcludedCohortTickOptions(
  { exclude }: Query,
  { cohorts }: Dataset,
): (readonly [Named, Tick])[] {
  return cohorts
    .filter(({ id }) => exclude.includes(id))
    .map(({ id, label }) => {
      const patch = { exclude: exclude.filter((excluded) => excluded !== id) };
      const change: Change = { patch, names: ["exclude"] };
      return [
        { value: id, label },
        { selected: true, change, alone: change },
      ];
    });
}

/**
 * Returns what may be a lane of the course, each with the change that a tap makes: a lane more or less; of three the one
 * that is of the same class goes, else the first.
 */
export function makeLaneChoices(
  query: Query,
  dataset: Dataset,
): (readonly [Named, Partial<Query>])[] {
  const { lanes } = query;
  const { products } = dataset;
  const classOf = (lane: string) =>
    products.find(({ slug }) => slug === lane)?.therapyClass ?? lane;
  const drugs = makeProductTickOptions(query, dataset).map(([named]) => named);
  const classes = therapyClasses.map((value) => ({ value }));
  const { lanes: words } = collectAllowedWordsByField(dataset);
  return [...classes, ...drugs].map((named) => {
    const { value } = named;
    const alike = lanes.find((lane) => classOf(lane) === classOf(value)) ?? lanes[0];
    const gone = lanes.includes(value) ? value : lanes.length > 1 && alike;
    const rest = lanes.filter((lane) => lane !== gone);
    const next = gone === value ? rest : [...rest, value];
    return [
      named,
      { lanes: next.length > 0 ? words.filter((word) => next.includes(word)) : lanes },
    ];
  });
}

/** Returns the ticks for products. Ticking a product with another target also adds that target. */
export function makeProductTickOptions(query: Query, dataset: Dataset): (readonly [Named, Tick])[] {
  const { products } = dataset;
  const isSold = (slug: string) =>
    labelRegions.some((region) => isProductApprovedInRegion(slug, region, dataset));
  const offered = products.filter(
    // An entry that stands for a series of several products is not a product that one can choose.
    ({ contains, slug }) =>
      query.product.includes(slug) ||
      (contains.length === 0 && (query.availability.includes("any") || isSold(slug))),
  );
  const inOrder = therapyClasses.flatMap((group) =>
    offered.filter(({ therapyClass }) => therapyClass === group),
  );
  const names: readonly ParameterName[] = ["product", "target"];
  return inOrder.map(({ slug, name, therapyClass, targets: antigens }): readonly [Named, Tick] => {
    const selected = query.product.includes(slug);
    const product = products
      .map((candidate) => candidate.slug)
      .filter((candidate) => (candidate === slug ? !selected : query.product.includes(candidate)));
    const remaining = products.filter(
      (candidate) => candidate.slug !== slug && product.includes(candidate.slug),
    );
    const target = selected
      ? dropTargetsOfUntickedProduct(
          query.target,
          antigens,
          remaining.flatMap((candidate) => candidate.targets),
        )
      : addNeededTargets({ product, target: query.target }, dataset);
    const alone = {
      product: [slug],
      target: addNeededTargets({ product: [slug], target: query.target }, dataset),
    };
    return [
      { value: slug, label: name, therapyClass, isSold: isSold(slug) },
      { selected, change: { patch: { product, target }, names }, alone: { patch: alone, names } },
    ];
  });
}

/** Removes the antigens again, unless another ticked product or the default needs them. */
function dropTargetsOfUntickedProduct(
  target: readonly string[],
  antigens: readonly string[],
  requiredAntigens: readonly string[],
): readonly string[] {
  const remaining = target.filter(
    (antigen) =>
      !antigens.some((member) => member === antigen) ||
      requiredAntigens.includes(antigen) ||
      antigen === "bcma",
  );
  return remaining.length > 0 ? remaining : target;
}

// Lists the filters without a sheet of their own, by section, in the order of the sheet "More".

const order: readonly Section[] = [
  "ready",
  "studies",
  "patients",
  "treatment",
  "counted",
  "exclude",
];

const entries = parameterNames.map((name) => ({ name, place: 0, ...lookUpParameter(name) }));

export const filterSections = order.map((section) => ({
  section,
  filters: entries
    .filter((entry) => entry.section === section)
    .sort((a, b) => a.place - b.place)
    // A parameter without a section is not offered.
    .map(({ name }) => name as OfferedName),
}));
