/**
 * Proposes other questions: a filter relaxed where a class has no trial, and questions in place of one that few trials
 * answer.
 */
import { labelRegions, therapyClasses } from "#data/vocabulary.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { countCohortsPerClass } from "../evidence/select.ts";
import { isQuestionAfterTherapy, listEarlierTherapyKinds } from "../question/earlier-kinds.ts";
import { addDependentChanges, addNeededTargets } from "../question/following.ts";
import { defaultQuery, filterNames, isParameterName } from "../question/parameter-values.ts";
import type { Query } from "../question/query.ts";
import {
  formatQuery,
  listChangedParameterPairs,
  makeChangeThatWidensFilter,
  makeDefaultQueryForOutcomes,
  widenEveryFilter,
} from "../question/query-text.ts";
import type { WiderQuestion } from "./answer.ts";

/**
 * Returns the filters whose removal fills an empty class: the label first, because it is a default, then the filters
 * that the user set, then those that admit the most cohorts. A product that was asked for by name is given up last.
 * If no single filter helps, the answer is one question: that without filters, or else that with every filter at its
 * widest.
 */
export function listWiderQuestions(query: Query, dataset: Dataset): WiderQuestion[] {
  const now = countCohortsPerClass(query, dataset);
  const widerQuestion = (parameter: string, wider: Query): WiderQuestion => {
    // As when an address is read, each product in the question adds its target.
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
  const byHand = new Set<string>(listChangedParameterPairs(query, dataset).map(([name]) => name));
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
            ...addDependentChanges(query, makeChangeThatWidensFilter(name)),
          }),
    )
    .filter(helps)
    .sort((a, b) => rank(b) - rank(a));
  if (single.length > 0) return single;
  return [makeDefaultQueryForOutcomes(query), widenEveryFilter(query)]
    .map((wider) => widerQuestion("all", wider))
    .filter(helps)
    .slice(0, 1);
}

// Suggests other questions for a patient after therapy directed at BCMA or GPRC5D, where few trials or none recruited
// such patients. Each is a question about all patients of its trials, and contains nothing about a single patient.

export interface QuestionInstead {
  /**
   * `later` asks after three or more lines, `any-kind` after BCMA-directed therapy of any kind, and `without` about
   * patients without such therapy.
   */
  readonly change: "later" | "any-kind" | "without";
  readonly lines: Query["lines"];
  /** `query` is the canonical text of the question. */
  readonly query: string;
}

/**
 * Returns the questions that are offered in place of a question after earlier therapy; none if it is about later
 * lines and has trials.
 */
export function listAlternativesToAfterTherapy(query: Query, dataset: Dataset): QuestionInstead[] {
  const isEarly = query.lines === "1" || query.lines === "2";
  const hasTrials = (question: Query) =>
    Object.values(countCohortsPerClass(question, dataset)).some((cohorts) => cohorts > 0);
  // Nearly no trial of one or two lines recruited patients after such therapy.
  if (!isQuestionAfterTherapy(query) || !(isEarly || !hasTrials(query))) return [];
  const isAfterBcma = listEarlierTherapyKinds(query.priorBcma).some((kind) => kind !== "gprc5d");
  const lines = isEarly ? "3+" : query.lines;
  const anyKind: Partial<Query> = { lines, priorBcma: ["selected"], target: ["any"] };
  const without = { priorBcma: defaultQuery.priorBcma, target: defaultQuery.target };
  const instead = (change: QuestionInstead["change"], patch: Partial<Query>): QuestionInstead[] => {
    const wider = { ...query, ...addDependentChanges(query, patch) };
    // As when an address is read, each product in the question adds its target.
    const question = { ...wider, target: addNeededTargets(wider, dataset) };
    if (!hasTrials(question)) return [];
    return [{ change, lines: question.lines, query: formatQuery(question, dataset) }];
  };
  const later = isEarly ? instead("later", { lines }) : [];
  const after = later.length === 0 && isAfterBcma ? instead("any-kind", anyKind) : later;
  return [...after, ...instead("without", without)];
}
