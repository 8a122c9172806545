import { makeZeros, readElement } from "../special/arithmetic.ts";
import {
  chooseMuStep,
  evaluateLogPriorMasses,
  type JointModel,
  makeCommonKernel,
} from "./joint.ts";
import {
  addPrecisions,
  approximateTauSlice,
  chooseTauAxisOfParts,
  findModalSlice,
  makePrecisionSummer,
} from "./placement.ts";
import type { Prior } from "./prior.ts";
import {
  type MuLattice,
  makeLogProducts,
  type StudyLikelihood,
  sumLogProducts,
} from "./study-likelihood.ts";

/**
 * Returns a function that makes the model of all studies but some. All these models have one grid, which is as fine as
 * all studies together need; a part knows less and needs no finer one. What each study says about a row is computed once
 * for all models.
 *
 * @returns The function takes the places of the studies that are left out.
 */
export function makePartModels(
  likelihoods: readonly StudyLikelihood[],
  prior: Prior,
): (without: ReadonlySet<number>) => JointModel {
  const tauAxis = chooseTauAxisOfParts(likelihoods, prior);
  const sumAt = cacheByNumber(makePrecisionSummer(likelihoods, prior));
  const chooseMuStepOfRow = cacheByNumber((row) =>
    chooseMuStep(approximateTauSlice(prior, tauAxis, row, sumAt)),
  );
  const tables = new Map<number, RowTable>();
  return (without) => {
    const omitted = likelihoods.filter((_, place) => without.has(place));
    const approximate = (row: number) =>
      approximateTauSlice(prior, tauAxis, row, (tau) =>
        addPrecisions(sumAt(tau), omitted, tau, -1),
      );
    return {
      tauAxis,
      start: findModalSlice(approximate, prior, tauAxis),
      approximate,
      chooseMuStep: ({ row }) => chooseMuStepOfRow(row),
      evaluateLogMasses: (row, mus) => {
        const table = extendRowTable(tables.get(row), likelihoods, mus);
        tables.set(row, table);
        const sums = evaluateLogPriorMasses(prior, tauAxis, mus);
        const offset = mus.first - table.first;
        table.logs.forEach((logs, place) => {
          if (without.has(place)) return;
          for (let m = 0; m < sums.length; m += 1) {
            sums[m] = readElement(sums, m) + readElement(logs, offset + m);
          }
        });
        return sums;
      },
    };
  };
}

function cacheByNumber<T>(compute: (key: number) => T): (key: number) => T {
  const cache = new Map<number, T>();
  return (key) => {
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    const value = compute(key);
    cache.set(key, value);
    return value;
  };
}

/** Holds the log-likelihoods of each study at consecutive μ of one row, from index `first` up to before `end`. */
interface RowTable {
  readonly first: number;
  readonly end: number;
  readonly logs: readonly Float64Array[];
}

/** Cells are computed in blocks that begin at multiples of this, so that no value depends on who asked for it first. */
const BLOCK = 8;

/** Returns a table that covers the lattice: the same one, or one with more blocks. */
function extendRowTable(
  table: RowTable | undefined,
  likelihoods: readonly StudyLikelihood[],
  mus: MuLattice,
): RowTable {
  const from = BLOCK * Math.floor(mus.first / BLOCK);
  const to = BLOCK * Math.ceil((mus.first + mus.count) / BLOCK);
  const known = table ?? {
    first: from,
    end: from,
    logs: likelihoods.map(() => new Float64Array()),
  };
  if (known.first <= from && known.end >= to) return known;
  const [first, end] = [Math.min(known.first, from), Math.max(known.end, to)];
  const logs = known.logs.map((values) => {
    const extended = makeZeros(end - first);
    extended.set(values, known.first - first);
    return extended;
  });
  for (let at = first; at < end; at += BLOCK) {
    if (at >= known.first && at < known.end) continue;
    const block = { ...mus, first: at, count: BLOCK };
    const smoothed = likelihoods.map((likelihood) => likelihood.smoothed(block));
    const kernel = makeCommonKernel(smoothed, block);
    smoothed.forEach((study, place) => {
      const cells = makeLogProducts(new Float64Array(BLOCK));
      study.addTo(cells, kernel);
      logs[place]?.set(sumLogProducts(cells), at - first);
    });
  }
  return { first, end, logs };
}
