/** Makes the one-tap choices: each is a whole question, with the trials of each class that it leaves. */
import { pick } from "#data/lists-and-objects.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Dataset } from "../evidence/dataset.ts";
import {
  isCohortKeptByFilter,
  listFailedFilters,
  listFiltersReadingParameters,
} from "../evidence/filters.ts";
import { countTrialsPerClass, listCohortsKeptByQuery } from "../evidence/select.ts";
import {
  addDependentChanges,
  addNeededTargets,
  listChangedDefaults,
  selectProductsAllowedByTarget,
} from "../question/following.ts";
import { joinParameterPairs } from "../question/pairs.ts";
import { isFilterName, lookUpParameter } from "../question/parameter-values.ts";
import { type ParameterName, parameterNames, parameters } from "../question/parameters.ts";
import { parseQueryTextOrThrow } from "../question/parse-query.ts";
import type { PatientParameter } from "../question/patient.ts";
import type { FilterName, OfferedName, Query } from "../question/query.ts";
import {
  formatParameterValueIfChanged,
  formatQuery,
  makeChangeThatWidensFilter,
  makeDefaultQueryForOutcomes,
} from "../question/query-text.ts";
import {
  type Change,
  listTickedWords,
  makeExcludedCohortTickOptions,
  makeLaneChoices,
  makeOfferedOptionsOnce,
  makeProductTickOptions,
  type Named,
  type Offer,
  type Tick,
} from "./filter-options.ts";

export interface Choice extends Omit<Offer, "patch"> {
  query: string;
  selected: boolean;
  /**
   * `trials` counts the trials of each class that the choice leaves. For a value that can be ticked with others,
   * they are those of this value alone.
   */
  trials: Record<TherapyClass, number>;
  /** `isSold` is true if any region has a label for the product; absent unless the choice is a product. */
  isSold?: boolean;
}

/** Names the parameters with choices; `preset` stands for the ready-made questions. */
export type ChoiceName = OfferedName | "preset";

/** Names the filters by medians that are also asked of a patient. */
export type MedianName = "age" | "prior-lines";

export interface Choices {
  answerVersion: string;
  dataVersion: string;
  query: Query;
  canonical: string;
  /** `reset` is the canonical query for the same outcomes, with every filter at its default. */
  reset: string;
  /**
   * `rangesKnown` counts the cohorts that the question selects, and how many of these report the range of each
   * number of a patient.
   */
  rangesKnown: Readonly<Record<"cohorts" | PatientParameter, number>>;
  /**
   * `medians` are the ordered medians of the cohorts that all other filters leave; outside of them a class has no
   * cohort.
   */
  medians: Readonly<Record<MedianName, Readonly<Record<TherapyClass, readonly number[]>>>>;
  choices: Readonly<Record<ChoiceName, readonly Choice[]>>;
}

/**
 * Returns the choices of every parameter, each with the canonical text of the question that it leads to, and with the
 * trials of each class that it leaves.
 *
 * @param present The canonical text of `query`; the caller usually has it already.
 */
export function makeQuestionChoices(
  query: Query,
  dataset: Dataset,
  present = formatQuery(query, dataset),
): Choices {
  const after = prepareChangeTextsAndCounts(query, dataset);
  const offers = makeOfferedOptionsOnce(dataset);
  const cohorts = after.openTo([]);

  const fieldsOf = ({ value, label, therapyClass, isSold }: Named) => ({
    value,
    ...(label !== undefined && { label }),
    ...(therapyClass && { therapyClass }),
    ...(isSold !== undefined && { isSold }),
  });
  const choiceOf = (offer: Named, change: Change): Choice => {
    const next = { ...query, ...change.patch };
    const text = after.text(next, change);
    const trials = after.count(next, change);
    return { ...fieldsOf(offer), query: text, selected: text === present, trials };
  };
  const ticked = (offer: Named, { selected, change, alone }: Tick): Choice => ({
    ...fieldsOf(offer),
    query: after.text({ ...query, ...change.patch }, change),
    selected,
    trials: after.count({ ...query, ...alone.patch }, alone),
  });
  const asQuestion = ({ value, label = value, patch }: Offer): Choice => {
    const whole = { ...query, ...patch, ...pick(query, ["outcome", "view", "lanes"]) };
    const text = formatQuery(whole, dataset);
    const trials = countTrialsPerClass(listCohortsKeptByQuery(whole, dataset));
    return { value, label, query: text, selected: text === present, trials };
  };

  /** The words of a list are ticked one by one. If none is ticked, the list restricts nothing. */
  const listChoices = (
    name: Extract<OfferedName, FilterName>,
    values: readonly Offer[],
  ): Choice[] => {
    const now = listTickedWords(name, query);
    const { alone = [] } = lookUpParameter(name);
    return values.map((offer) => {
      const change = makeChoiceChange(name, offer.patch, query, dataset);
      if (alone.includes(offer.value)) return choiceOf(offer, change);
      const selected = now.includes(offer.value);
      const words = selected ? now.filter((word) => word !== offer.value) : [...now, offer.value];
      const toggled = makeChoiceChange(name, offers.list(name, words), query, dataset);
      return ticked(offer, { selected, change: toggled, alone: change });
    });
  };

  const choicesByParameter = offers.values.map(([name, values]) => [
    name,
    isFilterName(name) && areWordsTickedOneByOne(name)
      ? listChoices(name, values)
      : values.map((offer) => choiceOf(offer, makeChoiceChange(name, offer.patch, query, dataset))),
  ]);
  const presets = dataset.presets.map(({ id, label, query: patch }) => ({
    value: id,
    label,
    patch,
  }));
  return {
    answerVersion: dataset.answerVersion,
    dataVersion: dataset.dataVersion,
    query,
    canonical: present,
    reset: formatQuery(makeDefaultQueryForOutcomes(query), dataset),
    rangesKnown: {
      cohorts: cohorts.length,
      "patient-age": cohorts.filter(({ ageRange }) => ageRange !== null).length,
      "patient-prior-lines": cohorts.filter(({ priorLinesRange }) => priorLinesRange !== null)
        .length,
    },
    medians: {
      age: gatherMediansByClass(after.openTo(["age"]), "medianAge"),
      "prior-lines": gatherMediansByClass(after.openTo(["prior-lines"]), "medianPriorLines"),
    },
    choices: {
      preset: presets.map((offer) =>
        asQuestion({ ...offer, patch: keepAskedRegionInChange(offer.patch, query) }),
      ),
      set: offers.sets.map(asQuestion),
      product: [
        choiceOf(
          { value: "all" },
          { patch: makeChangeThatWidensFilter("product"), names: ["product"] },
        ),
        ...makeProductTickOptions(query, dataset).map(([offer, tick]) => ticked(offer, tick)),
      ],
      lanes:
        query.view === "course"
          ? makeLaneChoices(query, dataset).map(([offer, patch]) => ({
              ...choiceOf(offer, { patch, names: ["lanes"] }),
              selected: query.lanes.includes(offer.value),
            }))
          : [],
      exclude: makeExcludedCohortTickOptions(query, dataset).map(([offer, tick]) =>
        ticked(offer, tick),
      ),
      // Each of the other parameters has one entry, under its name.
      ...(Object.fromEntries(choicesByParameter) as Omit<
        Choices["choices"],
        "preset" | "set" | "product" | "lanes" | "exclude"
      >),
    },
  };
}

/**
 * Returns functions for questions that differ from `query` by a change: their text and their numbers of trials.
 * Whatever a change does not affect is computed once.
 */
function prepareChangeTextsAndCounts(query: Query, dataset: Dataset) {
  const texts = parameterNames.map((name) => ({
    name,
    text: formatParameterValueIfChanged(name, query, dataset),
  }));
  const judged = dataset.cohorts.map((cohort) => ({
    cohort,
    against: listFailedFilters(cohort, query, dataset),
  }));
  const open = new Map<string, readonly Dataset["cohorts"][number][]>();
  /** Returns the cohorts that no filter leaves out, except for filters in `names`. */
  const openTo = (names: readonly string[]) => {
    const key = names.join();
    const cached = open.get(key);
    if (cached) return cached;
    const cohorts = judged
      .filter(({ against }) => against.every((name) => names.includes(name)))
      .map(({ cohort }) => cohort);
    open.set(key, cohorts);
    return cohorts;
  };
  return {
    openTo,
    text(next: Query, { names }: Change): string {
      const pairs: [ParameterName, string][] = [];
      for (const { name, text } of texts) {
        const now = names.includes(name)
          ? formatParameterValueIfChanged(name, next, dataset)
          : text;
        if (now !== null) pairs.push([name, now]);
      }
      return joinParameterPairs(pairs);
    },
    count(next: Query, { names }: Change): Record<TherapyClass, number> {
      const changed = listFiltersReadingParameters(names);
      return countTrialsPerClass(
        openTo(changed).filter((cohort) =>
          changed.every((name) => isCohortKeptByFilter(name, cohort, next, dataset)),
        ),
      );
    },
  };
}

function gatherMediansByClass(
  cohorts: readonly Dataset["cohorts"][number][],
  field: "medianAge" | "medianPriorLines",
): Record<TherapyClass, number[]> {
  const of = (group: TherapyClass) =>
    cohorts
      .filter(({ therapyClass }) => therapyClass === group)
      .flatMap((cohort) => cohort[field] ?? [])
      .sort((a, b) => a - b);
  return { "car-t": of("car-t"), bsab: of("bsab") };
}

/**
 * Returns the change, but keeps the region of the question, which is the hospital's, where the change would set
 * the default regions.
 */
function keepAskedRegionInChange(patch: Partial<Query>, { availability }: Query): Partial<Query> {
  const usualRegions = parameters.availability.initial.join();
  return patch.availability?.join() === usualRegions && !availability.includes("any")
    ? { ...patch, availability }
    : patch;
}

/** Returns whether the words of a list are ticked one by one. */
function areWordsTickedOneByOne(name: ParameterName): boolean {
  const { form, taps } = lookUpParameter(name);
  return form === "list" && typeof taps !== "object";
}

/**
 * Returns the change of a choice. Fields whose default follows from this one change with it, unless the user chose
 * them; a chosen target removes the products of other targets.
 */
function makeChoiceChange(
  name: ParameterName,
  patch: Partial<Query>,
  query: Query,
  dataset: Dataset,
): Change {
  const followed = addDependentChanges(query, patch);
  // No model has every interval, so a change of model also drops an interval that the new model lacks.
  const names = [
    name,
    ...(name === "model" ? (["interval"] as const) : []),
    ...listChangedDefaults(query, patch),
  ];
  const question = { ...query, ...followed };
  if (name !== "target") {
    // As when an address is read, each product in the question adds its target.
    const target = addNeededTargets(question, dataset);
    return target === question.target
      ? { patch: followed, names }
      : { patch: { ...followed, target }, names: [...names, "target"] };
  }
  const product = selectProductsAllowedByTarget(question, dataset);
  return { patch: { ...followed, product }, names: [...names, "product"] };
}

/**
 * Returns the canonical texts of the questions that are answered beforehand, because most readers ask them: the
 * default, and every question of one tap. They are sorted and without repeats; the default question is the empty
 * text.
 */
export function listPrecomputedQuestions(dataset: Dataset): string[] {
  const { canonical, choices: sheets } = makeQuestionChoices(
    parseQueryTextOrThrow("", dataset),
    dataset,
  );
  const taps = Object.values(sheets).flat();
  return [...new Set([canonical, ...taps.map(({ query }) => query)])].sort();
}
