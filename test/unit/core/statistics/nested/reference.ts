/**
 * The nested model in plain sums: slow, without any of the shortcuts of the product's code, and the
 * specification it is tested against. Cohorts in products in one class:
 * y_ij ~ Bin(n_ij, expit θ_ij), θ_ij ~ N(m_j, (1−ρ)τ²), m_j ~ N(μ, ρτ²), μ ~ N(0, 2.5²),
 * τ ~ half-normal(1), ρ ~ U(0, 1).
 */
export interface ReferenceStudy {
  readonly events: number;
  readonly n: number;
  readonly cluster: string;
}

interface Reference {
  /** Distribution of expit μ: medians and limits come from its quantiles. */
  readonly mu: Distribution;
  /** Distribution of the plain mean of expit m_j over the products. */
  readonly mean: Distribution;
  readonly rhoMean: number;
  readonly tauMean: number;
  readonly logMarginalLikelihood: number;
}

/** Cumulative probabilities at ascending proportions. */
export interface Distribution {
  readonly at: readonly number[];
  readonly below: readonly number[];
}

const modes = 400;
const tau = { low: Math.log(2e-3), high: Math.log(6), step: 0.2 };
const rhos = 12;

/** @param averaged the clusters in the mean; all unless given */
export function nestedReference(
  studies: readonly ReferenceStudy[],
  averaged: readonly string[] = [...new Set(studies.map(({ cluster }) => cluster))],
): Reference {
  const clusters = [...new Set(studies.map(({ cluster }) => cluster))];
  const mus = range(-9, 9, 0.06);
  const total = { mass: 0, rho: 0, tau: 0 };
  const muMass = new Float64Array(mus.length);
  const [real, imaginary] = [new Float64Array(modes), new Float64Array(modes)];
  for (const logTau of range(tau.low, tau.high, tau.step)) {
    const t = Math.exp(logTau);
    const priorTau = Math.sqrt(2 / Math.PI) * Math.exp((-t * t) / 2) * t * tau.step;
    for (const [rho, weight] of gaussLegendre(rhos)) {
      const [within, between] = [t * Math.sqrt(1 - rho), t * Math.sqrt(rho)];
      const likelihoods = clusters.map((cluster) =>
        likelihoodOf(
          studies.filter((study) => study.cluster === cluster),
          within,
          between,
        ),
      );
      const masses = mus.map((mu) => {
        const prior = (0.06 * Math.exp(-(mu * mu) / 12.5)) / (2.5 * Math.sqrt(2 * Math.PI));
        return likelihoods.reduce(
          (product, { m, values }) => product * smoothed(m, values, mu, between),
          prior * priorTau * weight,
        );
      });
      const mass = masses.reduce((sum, value) => sum + value, 0);
      total.mass += mass;
      total.rho += rho * mass;
      total.tau += t * mass;
      for (const [i, value] of masses.entries()) {
        muMass[i] = (muMass[i] ?? 0) + value;
        if (!(value > 1e-7 * total.mass)) continue;
        // E exp(2πi k M) given τ, ρ and μ, where the products are independent.
        const [re, im] = [new Float64Array(modes).fill(value), new Float64Array(modes)];
        for (const [j, { m, values }] of likelihoods.entries()) {
          if (averaged.includes(clusters[j] ?? "")) {
            multiply(re, im, conditional(m, values, mus[i] ?? 0, between, averaged.length));
          }
        }
        for (let k = 0; k < modes; k += 1) {
          real[k] = (real[k] ?? 0) + (re[k] ?? 0);
          imaginary[k] = (imaginary[k] ?? 0) + (im[k] ?? 0);
        }
      }
    }
  }
  const at = range(0.0005, 0.9995, 0.0005);
  const scale = 1 / (real[0] ?? 1);
  return {
    mu: {
      at: mus.map((mu) => expit(mu + 0.03)),
      below: cumulative([...muMass].map((mass) => mass / total.mass)),
    },
    mean: {
      at,
      below: at.map((x) => {
        let below = x;
        for (let k = 1; k < modes; k += 1) {
          const angle = 2 * Math.PI * k;
          const [c, s] = [Math.cos(angle * x), Math.sin(angle * x)];
          const [re, im] = [(real[k] ?? 0) * scale, (imaginary[k] ?? 0) * scale];
          below += (2 * (re * s + im * (1 - c))) / angle;
        }
        return below;
      }),
    },
    rhoMean: total.rho / total.mass,
    tauMean: total.tau / total.mass,
    logMarginalLikelihood: Math.log(total.mass),
  };
}

/** The proportion below which a share of the distribution lies. */
export function quantile({ at, below }: Distribution, probability: number): number {
  const above = below.findIndex((value) => value >= probability);
  const [from, to] = [below[above - 1] ?? 0, below[above] ?? 1];
  const [low, high] = [at[above - 1] ?? 0, at[above] ?? 1];
  return low + ((high - low) * (probability - from)) / (to - from);
}

/** ∏ ∫ Bin(y | θ) N(θ; m, within²) dθ of the cohorts of one cluster, on a grid of m. */
function likelihoodOf(studies: readonly ReferenceStudy[], within: number, between: number) {
  const width = 1 / Math.sqrt(studies.reduce((sum, study) => sum + information(study), 0));
  const step = Math.min(between, Math.hypot(width, within / 2)) / 2;
  const m = range(-14, 14, Math.max(0.01, Math.min(0.5, step)));
  const values = m.map(() => 1);
  for (const { events, n } of studies) {
    const own = 1 / Math.sqrt(information({ events, n, cluster: "" }));
    const thetaStep = Math.max(0.01, Math.min(within, own) / 2);
    const thetas = range(-14, 14, thetaStep);
    const logs = thetas.map((theta) => events * theta - n * Math.log1p(Math.exp(theta)));
    const highest = Math.max(...logs);
    const likelihoods = logs.map((log) => Math.exp(log - highest));
    const coefficient = Math.exp(logChoose(n, events) + highest);
    for (const [i, value] of m.entries()) {
      values[i] = (values[i] ?? 0) * coefficient * smoothed(thetas, likelihoods, value, within);
    }
  }
  return { m, values };
}

/** ∫ f(x) N(x; centre, sd²) dx by the trapezoidal rule; f(centre) if sd is below the grid. */
function smoothed(x: readonly number[], f: readonly number[], centre: number, sd: number): number {
  const step = (x[1] ?? 0) - (x[0] ?? 0);
  const from = Math.max(0, Math.floor((centre - 7 * sd - (x[0] ?? 0)) / step));
  const to = Math.min(x.length - 1, Math.ceil((centre + 7 * sd - (x[0] ?? 0)) / step));
  let [sum, weights] = [0, 0];
  for (let i = from; i <= to; i += 1) {
    const z = ((x[i] ?? 0) - centre) / Math.max(sd, step / 2);
    const weight = Math.exp((-z * z) / 2);
    sum += weight * (f[i] ?? 0);
    weights += weight;
  }
  return sum / weights;
}

/** E exp(2πi k expit(m) / count) for m given μ, k from 0 on. */
function conditional(
  m: readonly number[],
  values: readonly number[],
  mu: number,
  sd: number,
  count: number,
): [Float64Array, Float64Array] {
  const [re, im] = [new Float64Array(modes), new Float64Array(modes)];
  let sum = 0;
  const step = (m[1] ?? 0) - (m[0] ?? 0);
  const width = Math.max(sd, step / 2);
  const weights = m.map(
    (value, i) => (values[i] ?? 0) * Math.exp(-(((value - mu) / width) ** 2) / 2),
  );
  const highest = Math.max(...weights);
  for (const [i, value] of m.entries()) {
    const weight = weights[i] ?? 0;
    if (weight < 1e-11 * highest) continue;
    sum += weight;
    const angle = (2 * Math.PI * expit(value)) / count;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    let [x, y] = [weight, 0];
    for (let k = 0; k < modes; k += 1) {
      re[k] = (re[k] ?? 0) + x;
      im[k] = (im[k] ?? 0) + y;
      [x, y] = [x * c - y * s, x * s + y * c];
    }
  }
  return [re.map((value) => value / sum), im.map((value) => value / sum)];
}

function multiply(re: Float64Array, im: Float64Array, [a, b]: [Float64Array, Float64Array]): void {
  for (let k = 0; k < re.length; k += 1) {
    const [x, y] = [re[k] ?? 0, im[k] ?? 0];
    re[k] = x * (a[k] ?? 0) - y * (b[k] ?? 0);
    im[k] = x * (b[k] ?? 0) + y * (a[k] ?? 0);
  }
}

/** Nodes and weights on (0, 1), by Newton's method on the Legendre polynomial. */
function gaussLegendre(count: number): [number, number][] {
  return Array.from({ length: count }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let step = 0; step < 50; step += 1) {
      let [before, value] = [1, x];
      for (let degree = 2; degree <= count; degree += 1) {
        [before, value] = [value, ((2 * degree - 1) * x * value - (degree - 1) * before) / degree];
      }
      slope = (count * (x * value - before)) / (x * x - 1);
      x -= value / slope;
    }
    return [(1 + x) / 2, 1 / ((1 - x * x) * slope * slope)];
  });
}

function information({ events, n }: ReferenceStudy): number {
  return ((events + 0.5) * (n - events + 0.5)) / (n + 1);
}

function logChoose(n: number, k: number): number {
  let sum = 0;
  for (let i = 1; i <= k; i += 1) sum += Math.log((n - k + i) / i);
  return sum;
}

function cumulative(masses: readonly number[]): number[] {
  let sum = 0;
  return masses.map((mass) => (sum += mass));
}

function range(low: number, high: number, step: number): number[] {
  return Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => low + i * step);
}

function expit(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
