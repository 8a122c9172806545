import { read } from "../read.ts";
import { maximum } from "./maximum.ts";

/** Likelihood of θ at θ = (first + i) · step, divided by exp(`logScale`). */
export interface LikelihoodLattice {
  readonly step: number;
  readonly first: number;
  readonly likelihoods: Float64Array;
  readonly logScale: number;
}

/**
 * Share of the requested width that is added on either side, so that the table also covers the
 * next, slightly wider request.
 */
const MARGIN = 0.15;

/** Log likelihoods at `count` lattice points from index `first` on, in an array of their own. */
type LogLikelihoods = (step: number, first: number, count: number) => Float64Array;

/**
 * A cache of the lattices of one study, keyed by step, because neighbouring values of τ need the
 * same ones. The likelihoods are without the binomial coefficient.
 */
export function latticeStore(
  logLikelihoods: LogLikelihoods,
): (step: number, low: number, high: number) => LikelihoodLattice {
  const lattices = new Map<number, LikelihoodLattice>();
  return (step, low, high) => {
    const known = lattices.get(step);
    if (known !== undefined && covers(known, low, high)) return known;
    const margin = MARGIN * (high - low);
    const made = likelihoodLattice(logLikelihoods, step, low - margin, high + margin);
    lattices.set(step, made);
    return made;
  };
}

function covers({ step, first, likelihoods }: LikelihoodLattice, low: number, high: number) {
  return first * step <= low && (first + likelihoods.length - 1) * step >= high;
}

function likelihoodLattice(
  logLikelihoods: LogLikelihoods,
  step: number,
  low: number,
  high: number,
): LikelihoodLattice {
  const first = Math.floor(low / step);
  const likelihoods = logLikelihoods(step, first, Math.ceil(high / step) - first + 1);
  const logScale = maximum(likelihoods);
  for (let i = 0; i < likelihoods.length; i += 1) {
    likelihoods[i] = Math.exp(read(likelihoods, i) - logScale);
  }
  return { step, first, logScale, likelihoods };
}
