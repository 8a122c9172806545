import { logits } from "../effect-size.ts";
import { h2, i2 } from "../heterogeneity.ts";
import { traceP, weightedLeastSquares } from "../inverse-variance/weighted-least-squares.ts";
import { column, type Design, withCovariates } from "../linear/design.ts";
import { hasFullRank } from "../linear/full-rank.ts";
import { read } from "../read.ts";
import { chiSquaredTail } from "../special/chi-squared-tail.ts";
import { logChoose } from "../special/log-beta.ts";
import { isDegenerate, type Study } from "../study.ts";
import { approximateModel, type GlmmFit } from "./fit.ts";

/** Heterogeneity that the moderators leave unexplained: two tests, and shares of the variance. */
export interface GlmmHeterogeneity {
  /**
   * Likelihood-ratio statistic: twice the difference between the log-likelihoods of one rate per
   * study and of the model with τ = 0.
   */
  readonly qLrt: number;
  /** Σ w (logit − fit)² without correction; studies with 0 or n events have weight 0. */
  readonly qWald: number;
  readonly df: number;
  readonly pLrt: number;
  readonly pWald: number;
  /**
   * Typical sampling variance v of the logits, with 0.5 added only to studies with 0 or n events.
   */
  readonly typicalVariance: number;
  /** From τ² and `typicalVariance`, percent. */
  readonly i2: number | null;
  readonly h2: number | null;
}

/** Tests and measures of heterogeneity as metafor's `rma.glmm` reports them. */
export function glmmHeterogeneity({ data, tau, fixed }: GlmmFit): GlmmHeterogeneity {
  const { studies, design } = data;
  const df = design.k - design.p;
  const saturated = studies.reduce((sum, study) => sum + ownLogLikelihood(study), 0);
  const qLrt = Math.max(0, 2 * (saturated - fixed.logLikelihood));
  const qWald = waldQ(studies, design);
  const effects = approximateModel(data);
  const v = df / traceP(design, weightedLeastSquares(effects, 0));
  return {
    qLrt,
    qWald,
    df,
    pLrt: chiSquaredTail(qLrt, df),
    pWald: chiSquaredTail(qWald, df),
    typicalVariance: v,
    i2: i2(tau * tau, v),
    h2: h2(tau * tau, v),
  };
}

/** Log-likelihood of a study at its own rate. */
function ownLogLikelihood({ events, n }: Study): number {
  const term = (count: number) => (count === 0 ? 0 : count * Math.log(count / n));
  return logChoose(n, events) + term(events) + term(n - events);
}

function waldQ(studies: readonly Study[], design: Design): number {
  const rows = studies.flatMap((study, i) => (isDegenerate(study) ? [] : [i]));
  if (rows.length === 0) return 0;
  const effects = logits(rows.map((i) => studies[i] as Study));
  const fit = weightedLeastSquares(
    {
      yi: effects.map(({ yi }) => yi),
      vi: effects.map(({ vi }) => vi),
      design: independentColumns(design, rows),
    },
    0,
  );
  return fit.rss;
}

/** The given rows of a design, without columns that depend linearly on others in these rows. */
function independentColumns(design: Design, rows: readonly number[]): Design {
  let kept: number[][] = [];
  for (let j = 1; j < design.p; j += 1) {
    const values = column(design, j);
    const more = [...kept, rows.map((i) => read(values, i))];
    if (hasFullRank(withCovariates(rows.length, more))) kept = more;
  }
  return withCovariates(rows.length, kept);
}
