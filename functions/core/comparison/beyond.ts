/**
 * What a question needs when it leaves the default rules of choosing, counting and pooling:
 * published sets, other models, and their cautions; and the checks of a difference, which ask all models.
 * A page loads it with the first answer that it computes.
 */
import type { Outcome } from "#data/schema.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Entry } from "../evidence/gather.ts";
import type { Query } from "../question/query.ts";
import type { AskedSet } from "./answer.ts";
import { askedSet } from "./asked-set.ts";
import { bayesFitting } from "./bayes-fitting.ts";
import { checkedFor } from "./checked.ts";
import type { AnswerCaution } from "./coded-remarks.ts";
import type { Asked, Row } from "./compare.ts";
import { type Model, modelOf } from "./fit.ts";
import { frequentistModel } from "./frequentist-models.ts";
import { type FitRates, fitRates } from "./rate-fit.ts";
import { rateRow } from "./rate-row.ts";
import { ruleCautions } from "./rule-cautions.ts";

export interface Beyond {
  readonly model: (query: Query) => Model;
  /** Checks the differences of an answer, which asks every model. */
  readonly checkedFor: typeof checkedFor;
  /** A row whose outcome is asked for as a rate; `null` for any other row. */
  readonly rateRow?: <G extends string>(outcome: Outcome, asked: Asked<G>) => Row<G> | null;
  readonly fitRates?: FitRates;
  readonly askedSet: (query: Query, dataset: Dataset) => AskedSet | null;
  readonly cautions: (
    query: Query,
    set: AskedSet | null,
    entries: readonly Entry[],
  ) => AnswerCaution[];
}

export const bayesModel = modelOf(bayesFitting());

export const beyond: Required<Beyond> = {
  checkedFor,
  model: (query) =>
    query.model === "bayes" ? bayesModel : frequentistModel(query, bayesFitting()),
  rateRow,
  fitRates,
  askedSet,
  cautions: ruleCautions,
};
