/**
 * Suggests other questions for a patient after therapy directed at BCMA or GPRC5D, where few trials or none
 * recruited such patients. Each is a question about all patients of its trials, and holds nothing of one.
 */
import type { Dataset } from "../evidence/dataset.ts";
import { countCohortsPerClass } from "../evidence/select.ts";
import { isQuestionAfterTherapy, listEarlierTherapyKinds } from "../question/earlier-kinds.ts";
import { addDependentChanges } from "../question/following.ts";
import { defaultQuery } from "../question/parameter-values.ts";
import { addNeededTargets } from "../question/product-targets.ts";
import type { Query } from "../question/query.ts";
import { formatQuery } from "../question/query-text.ts";

export interface QuestionInstead {
  /**
   * `later` asks after three or more lines, `any-kind` after BCMA-directed therapy of any kind, and `without` not
   * after such therapy.
   */
  readonly change: "later" | "any-kind" | "without";
  readonly lines: Query["lines"];
  /** `query` is the canonical text of the question. */
  readonly query: string;
}

/**
 * Lists the questions that are offered in place of this one; none if it is about later lines and has trials.
 */
export function listAlternativeQuestions(query: Query, dataset: Dataset): QuestionInstead[] {
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
    // The target is set as when an address is read: a product that is requested by name brings its target.
    const question = { ...wider, target: addNeededTargets(wider, dataset) };
    if (!hasTrials(question)) return [];
    return [{ change, lines: question.lines, query: formatQuery(question, dataset) }];
  };
  const later = isEarly ? instead("later", { lines }) : [];
  const after = later.length === 0 && isAfterBcma ? instead("any-kind", anyKind) : later;
  return [...after, ...instead("without", without)];
}
