/** Answers a changed question for one outcome: the contrast of the classes that the comparison would have. */
import type { Outcome } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { reference } from "../../evidence/classes.ts";
import type { Dataset } from "../../evidence/dataset.ts";
import type { Entry, Poolable } from "../../evidence/gather.ts";
import { byClass } from "../../evidence/grouping.ts";
import type { GroupOfRegimen } from "../../evidence/regimens.ts";
import { select } from "../../evidence/select.ts";
import type { Query } from "../../question/query.ts";
import { DEFAULT_LANDMARK_PRIOR, DEFAULT_PRIOR, type Prior } from "../../statistics/bayes/prior.ts";
import { remembered } from "../../statistics/remembered.ts";
import type { Contrast, Observed } from "../answer.ts";
import { contrasts } from "../contrast.ts";
import type { Coverage } from "../coverage.ts";
import type { Fit, Model } from "../fit.ts";
import { counts, type Kind, landmarks } from "../kinds.ts";
import { measure, withRegimens } from "../measure.ts";
import type { Models } from "../models.ts";
import type { Check, CheckedContrast } from "./checks.ts";

export interface PooledClass {
  readonly entries: readonly Entry[];
}

export interface Refit {
  readonly classes: readonly (PooledClass & {
    readonly id: TherapyClass;
    readonly fit: Fit;
    readonly coverage: Coverage | null;
    readonly counted: Observed | null;
  })[];
  /** Of the classes: none where one is a single product as it was counted. */
  readonly contrast: CheckedContrast | undefined;
  readonly model: Model;
}

/** What a changed question pools. Fitting costs the most, and the same figures need none. */
export interface Changed {
  readonly classes: readonly PooledClass[];
  readonly refit: () => Refit;
}

export type Refits = (outcome: Outcome, check: Check) => Changed;

/** For the checks of one question: cohorts are selected once for all of its outcomes. */
export function refitsOf(asked: Query, dataset: Dataset, models: Models): Refits {
  const groupsOf = (query: Query) => byClass(select(query, dataset).included).groups;
  // Most answers have no row to check.
  const own = remembered(() => withRegimens(groupsOf(asked), asked, dataset));
  const selected = new Map<string, readonly GroupOfRegimen<TherapyClass>[]>();
  const selectedBy = ({ change: { kind, value }, query }: Check) => {
    const key = `${kind} ${value}`;
    const known =
      selected.get(key) ??
      // The same regimen as in the row, or other drugs would be what is checked.
      groupsOf(query).map((group) => ({
        ...group,
        regimen: own().find(({ id }) => id === group.id)?.regimen ?? null,
      }));
    selected.set(key, known);
    return known;
  };
  return (outcome, check) => {
    const groups = selectedBy(check);
    const { query, prior } = check;
    const model = prior === null ? models.of(query) : models.withPrior(prior(usualPrior(outcome)));
    const of = <F extends Poolable>(kind: Kind<F>): Changed => {
      const measured = measure(outcome, groups, query, kind);
      return {
        classes: measured.map(({ own }) => ({ entries: own.gathered.entries })),
        refit: () => {
          const fitted = model.compare(measured, reference, "contrast");
          const [full] = contrasts(outcome, fitted, reference);
          const ofCounts = full?.status === "ok" && fitted.some(({ counted }) => counted);
          return {
            classes: fitted.map(({ id, own, fit, coverage, counted }) => ({
              id,
              entries: own.gathered.entries,
              fit,
              coverage,
              counted,
            })),
            contrast: full && !ofCounts ? ofItself(full) : undefined,
            model,
          };
        },
      };
    };
    return outcome.kind === "landmark" ? of(landmarks) : of(counts);
  };
}

function ofItself({ strength: _, checked: __, ...contrast }: Contrast): CheckedContrast {
  return contrast;
}

function usualPrior({ kind }: Outcome): Prior {
  return kind === "landmark" ? DEFAULT_LANDMARK_PRIOR : DEFAULT_PRIOR;
}

export function poolTheSame(a: readonly PooledClass[], b: readonly PooledClass[]): boolean {
  return a.every((pooled, at) => pooledText(pooled) === pooledText(b[at] ?? { entries: [] }));
}

function pooledText({ entries }: PooledClass): string {
  return entries
    .map(({ cohort, figure }) =>
      "hazard" in figure
        ? `${cohort.id} ${figure.hazard.y} ${figure.hazard.se}`
        : `${cohort.id} ${figure.events} ${figure.n}`,
    )
    .join();
}
