/**
 * What a question needs when it leaves the default rules of choosing, counting and pooling:
 * published sets, other models, and their cautions; and the checks of a difference, which ask all models.
 * A page loads it with the first answer that it computes.
 */

import type { CountedFigure } from "../evidence/choose.ts";
import { gatherByRules } from "../evidence/collected.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Query } from "../question/query.ts";
import type { Prior } from "../statistics/bayes/prior.ts";
import type { AskedSet } from "./answer.ts";
import { askedSet } from "./asked-set.ts";
import { bayesFitting } from "./bayes-fitting.ts";
import type { RowEvidence } from "./cautions.ts";
import { checkedFor } from "./checked.ts";
import type { AnswerCaution } from "./coded-remarks.ts";
import { type Model, modelOf } from "./fit.ts";
import { frequentistModel } from "./frequentist-models.ts";
import { counts, type Kind } from "./kinds.ts";
import { ruleCautions } from "./rule-cautions.ts";

export interface Beyond {
  readonly model: (query: Query) => Model;
  /** Counts by every rule, also those that only some questions ask for. */
  readonly counts: Kind<CountedFigure>;
  /** The default model with another prior. */
  readonly withPrior: (prior: Prior) => Model;
  /** Checks the differences of an answer, which asks every model. */
  readonly checkedFor: typeof checkedFor;
  readonly askedSet: (query: Query, dataset: Dataset) => AskedSet | null;
  readonly cautions: (
    query: Query,
    set: AskedSet | null,
    rows: readonly RowEvidence[],
  ) => AnswerCaution[];
}

export const bayesModel = modelOf(bayesFitting());

export const beyond: Beyond = {
  checkedFor,
  model: (query) =>
    query.model === "bayes" ? bayesModel : frequentistModel(query, bayesFitting()),
  counts: { ...counts, gather: gatherByRules },
  withPrior: (prior) => modelOf(bayesFitting({ prior })),
  askedSet,
  cautions: ruleCautions,
};
