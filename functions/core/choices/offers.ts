/**
 * What of every parameter can be chosen at a tap. Words come from the vocabulary as far as a cohort
 * has them; only for ranges and numbers, which have no words, somebody had to choose.
 */
import * as v from "valibot";
import type { Dataset } from "../evidence/dataset.ts";
import { passes } from "../evidence/filters.ts";
import {
  type FilterName,
  type ParameterName,
  type PropertyName,
  parameterNames,
  propertyName,
} from "../question/parameter-names.ts";
import { vocabulary } from "../question/parameter-values.ts";
import { parameters, unrestricted } from "../question/parameters.ts";
import { parseQuery } from "../question/parse-query.ts";
import type { Query } from "../question/query.ts";
import { parameterSchema } from "../question/query-schema.ts";
import {
  canonicalQuery,
  filterNames,
  parameterTexts,
  widestOf,
  withoutFilters,
} from "../question/query-text.ts";
import type { Range } from "../question/range.ts";

/** The outcomes and groups are no filters; the finer rules of other models are asked for by text. */
const notOffered = ["outcome", "compare", "interval", "tau"] as const;

export type OfferedParameter = Exclude<ParameterName, (typeof notOffered)[number]>;

/** Those whose choices follow from what is asked, or are whole questions. */
type MadeApart = "set" | "product" | "exclude";
type KeepsItsValues = Exclude<OfferedParameter, MadeApart>;

const apart: ReadonlySet<ParameterName> = new Set([...notOffered, "set", "product", "exclude"]);

/** Ranges and numbers. */
type Measured = {
  [Name in ParameterName]: Query[PropertyName<Name>] extends Range | number | null ? Name : never;
}[ParameterName];

const percents = ["-20", "20-40", "40-"];

/** Ends that split the cohorts which report them into parts of some size. */
const measured: Readonly<Record<Measured, readonly string[]>> = {
  "prior-lines": ["-4", "4-6", "6-"],
  age: ["-60", "60-65", "65-"],
  year: ["-2021", "2022-2023", "2024-"],
  "min-n": ["20", "50", "100"],
  "follow-up": ["-12", "12-24", "24-"],
  "high-risk": percents,
  emd: percents,
  "iss-3": percents,
  "triple-refractory": ["-60", "60-80", "80-"],
};
const measuredValues: Readonly<Partial<Record<ParameterName, readonly string[]>>> = measured;

/** A value, and what choosing it changes. */
export interface Offer {
  value: string;
  /** Only where the evidence itself names it. */
  label?: string;
  patch: Partial<Query>;
}

export interface Offers {
  /** One list for every parameter that keeps its own values. */
  readonly values: readonly (readonly [KeepsItsValues, readonly Offer[]])[];
  /** Published meta-analyses that no ready-made question asks for: each a whole question. */
  readonly sets: readonly Offer[];
  /** Words of a list, joined by commas, as a change; without any it is at its widest. */
  readonly list: (name: FilterName, words: readonly string[]) => Partial<Query>;
}

/** Made once for each evidence. */
const known = new WeakMap<Dataset, Offers>();

export function offersOf(dataset: Dataset): Offers {
  const made = known.get(dataset) ?? makeOffers(dataset);
  known.set(dataset, made);
  return made;
}

function makeOffers(dataset: Dataset): Offers {
  const words = vocabulary(dataset);
  const schemas = new Map(
    parameterNames.map((name) => [name, parameterSchema(name, words[name])] as const),
  );
  const patch = (name: ParameterName, text: string): Partial<Query> => {
    const schema = schemas.get(name);
    return schema ? { [propertyName(name)]: v.parse(schema, text) } : {};
  };
  const wholeQuestion = (set: string) => parseQuery([["set", set]], dataset).query;
  const usual = withoutFilters({ outcome: [] });
  const { cohorts } = dataset;
  const asked = new Set(dataset.presets.map(({ query }) => canonicalQuery(query, dataset)));

  function valuesOf(name: OfferedParameter): readonly string[] {
    const ranges = measuredValues[name];
    if (ranges) return [unrestricted, ...ranges];
    const offered = isFilter(name)
      ? wordsOfCohorts(name)
      : // The cut of one named set belongs to that set.
        words[name].filter((word) => !dataset.sets.some(({ id }) => id === word));
    return parameters[name].form === "list" && !offered.includes(unrestricted)
      ? [unrestricted, ...offered]
      : offered;
  }

  /** A word of a filter is worth a tap when a cohort has it. */
  function wordsOfCohorts(name: FilterName): readonly string[] {
    const kept = words[name].map((word) => {
      const asked = { ...usual, ...patch(name, word) };
      return { word, cohorts: cohorts.filter((cohort) => passes(name, cohort, asked, dataset)) };
    });
    // What every word of a list keeps does not have the word: bispecifics have no construct.
    const restricting = kept.filter(({ word }) => word !== unrestricted);
    const always =
      parameters[name].form === "list"
        ? cohorts.filter((cohort) => restricting.every((one) => one.cohorts.includes(cohort)))
        : [];
    return kept
      .filter((one) => one.cohorts.length > (one.word === unrestricted ? 0 : always.length))
      .map(({ word }) => word);
  }

  const list: Offers["list"] = (name, chosen) =>
    chosen.length === 0 ? widestOf(name) : patch(name, chosen.join(","));

  return {
    values: offeredNames.map((name) => [
      name,
      valuesOf(name).map((value) => ({
        value,
        patch: value === unrestricted && isFilter(name) ? widestOf(name) : patch(name, value),
      })),
    ]),
    sets: dataset.sets
      .filter(({ id }) => !asked.has(`set=${id}`))
      .flatMap(({ id, name }) => {
        const query = wholeQuestion(id);
        return query ? [{ value: id, label: name, patch: query }] : [];
      }),
    list,
  };
}

const offeredNames = parameterNames.filter((name): name is KeepsItsValues => !apart.has(name));

const filterSet: ReadonlySet<string> = new Set(filterNames);

export function isFilter(name: ParameterName): name is FilterName {
  return filterSet.has(name);
}

/** The words a list says now; none at its widest. */
export function listed(name: ParameterName, query: Query): readonly string[] {
  return (parameterTexts(query)[name]?.split(",") ?? []).filter((word) => word !== unrestricted);
}
