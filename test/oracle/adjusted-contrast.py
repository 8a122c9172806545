"""Writes fixtures/adjusted-contrast.json: two groups at equal values of a moderator, by a likelihood of its own (numpy, scipy).

y ~ Bin(n, p), logit p = x'beta + tau z, z ~ N(0, 1); x = intercept, group, moderator. The integral over z is a trapezoidal
sum around the mode of each study, the maximum is found by Nelder-Mead, then Newton with differences of the likelihood alone
(five-point formula), from which the standard errors come, too: no derivative, node or start is shared with the engine.
"""

import json
import sys

import numpy as np
from scipy import optimize, special, stats

STEPS = np.linspace(-12, 12, 1201)


def log_likelihood(data, parameters):
    """With binomial coefficients; parameters are beta and tau."""
    events, n, design = data
    *beta, tau = parameters
    total = 0.0
    for y, m, eta in zip(events, n, design @ np.array(beta)):
        def exponent(z):
            theta = eta + tau * z
            return y * theta - m * np.logaddexp(0, theta) - z * z / 2
        mode = optimize.minimize_scalar(lambda z: -exponent(z), bracket=(-1, 1), tol=1e-10).x
        p = special.expit(eta + tau * mode)
        z = mode + STEPS / np.sqrt(1 + tau * tau * m * p * (1 - p))
        values = exponent(z)
        top = values.max()
        total += top + np.log(np.exp(values - top).sum() * (z[1] - z[0]) / np.sqrt(2 * np.pi))
        total += special.gammaln(m + 1) - special.gammaln(y + 1) - special.gammaln(m - y + 1)
    return total


def derivatives(f, at, steps):
    """Gradient and Hessian by five-point differences."""
    weights = {-2: 1 / 12, -1: -8 / 12, 1: 8 / 12, 2: -1 / 12}
    size = len(at)
    unit = np.diag(steps)
    gradient = np.array([sum(w * f(at + j * unit[a]) for j, w in weights.items()) / steps[a] for a in range(size)])
    hessian = np.empty((size, size))
    second = {-2: -1 / 12, -1: 16 / 12, 0: -30 / 12, 1: 16 / 12, 2: -1 / 12}
    for a in range(size):
        hessian[a, a] = sum(w * f(at + j * unit[a]) for j, w in second.items()) / steps[a] ** 2
        for b in range(a):
            mixed = sum(w * v * f(at + i * unit[a] + j * unit[b]) for i, w in weights.items() for j, v in weights.items())
            hessian[a, b] = hessian[b, a] = mixed / steps[a] / steps[b]
    return gradient, hessian


def maximum(data):
    """Status, parameters and covariance of beta: the highest of the boundary and of maxima from several tau."""
    size = data[2].shape[1]

    def climb(start, free):
        def f(values):
            whole = np.zeros(size + 1)
            whole[:free] = values
            return log_likelihood(data, whole)
        found = optimize.minimize(lambda v: -f(v), start[:free], method="Nelder-Mead",
                                  options={"xatol": 1e-5, "fatol": 1e-9, "maxiter": 4000, "maxfev": 4000, "adaptive": True}).x
        for _ in range(4):
            gradient, hessian = derivatives(f, found, np.full(free, 4e-3))
            found = found - np.linalg.solve(hessian, gradient)
        gradient, hessian = derivatives(f, found, np.full(free, 4e-3))
        return f(found), found, np.linalg.inv(-hessian)

    zero = climb(np.zeros(size + 1), size)
    rises = log_likelihood(data, np.append(zero[1], 0.05)) > zero[0]
    best = None
    for tau in (0.3, 1.0):
        start = np.append(zero[1], tau)
        free = climb(start, size + 1)
        if best is None or free[0] > best[0]:
            best = free
    if best[0] <= zero[0] + 1e-8:
        assert not rises
        return "boundary_tau0", np.append(zero[1], 0), zero[2], zero[0]
    return "ok", np.append(best[1][:size], abs(best[1][size])), best[2][:size, :size], best[0]


def contrast(events, n, group, moderator, level):
    """Group "b" against group "a"."""
    events, n, moderator = np.array(events), np.array(n), np.array(moderator, float)
    indicator = np.array([1.0 if g == "b" else 0.0 for g in group])
    ranges = [(moderator[indicator == i].min(), moderator[indicator == i].max()) for i in (0, 1)]
    low, high = max(r[0] for r in ranges), min(r[1] for r in ranges)
    at = (low + high) / 2
    # The moderator is counted from `at`, in standard deviations, so the intercept is the logit there.
    scale = moderator.std()
    design = np.column_stack([np.ones(len(n)), indicator, (moderator - at) / scale])
    status, parameters, vcov, height = maximum((events, n, design))
    beta, tau = parameters[:3], parameters[3]
    df = len(n) - 3
    q = stats.t.ppf((1 + level) / 2, df)
    rows = {"reference": np.array([1.0, 0, 0]), "group": np.array([1.0, 1, 0])}
    eta = {name: row @ beta for name, row in rows.items()}
    se = {name: np.sqrt(row @ vcov @ row) for name, row in rows.items()}
    rate = {name: special.expit(eta[name]) for name in rows}
    limits = {name: special.expit(eta[name] + q * se[name] * np.array([-1, 1])) for name in rows}
    r = rows["group"] @ vcov @ rows["reference"] / se["group"] / se["reference"]
    difference = rate["group"] - rate["reference"]

    def distance(x, y):
        return np.sqrt(x * x + y * y - 2 * r * x * y)

    a, b = limits["group"], limits["reference"]
    lower = difference - distance(rate["group"] - a[0], b[1] - rate["reference"])
    upper = difference + distance(a[1] - rate["group"], rate["reference"] - b[0])
    se_group = np.sqrt(vcov[1, 1])
    slope, se_slope = beta[2] / scale, np.sqrt(vcov[2, 2]) / scale
    return {"status": status, "k": len(n), "df": df, "overlap": [low, high], "at": at, "logLik": height, "tau": tau,
            "oddsRatio": np.exp(beta[1]), "oddsRatioCi": list(np.exp(beta[1] + q * se_group * np.array([-1, 1]))),
            "se": se_group, "pval": 2 * stats.t.sf(abs(beta[1] / se_group), df),
            "slope": slope, "seSlope": se_slope, "pvalSlope": 2 * stats.t.sf(abs(slope / se_slope), df),
            "group": {"proportion": rate["group"], "ci": list(a)}, "reference": {"proportion": rate["reference"], "ci": list(b)},
            "difference": difference, "differenceCi": [lower, upper]}


def made(seed, sizes, centres, spread, logits, slope, tau, patients=(15, 180), whole=False):
    """Counts of groups a and b; the slope is that of the moderator around the mean of the two centres."""
    rng = np.random.default_rng(seed)
    group = ["a"] * sizes[0] + ["b"] * sizes[1]
    index = np.array([0] * sizes[0] + [1] * sizes[1])
    moderator = np.round(rng.normal(np.array(centres)[index], spread) * (1 if whole else 2)) / (1 if whole else 2)
    n = rng.integers(*patients, size=len(group))
    theta = np.array(logits)[index] + slope * (moderator - np.mean(centres)) + tau * rng.normal(size=len(group))
    events = rng.binomial(n, special.expit(theta))
    return events.tolist(), n.tolist(), group, moderator.tolist()


CASES = [
    ("k12-age", "six and six studies, ranges overlap little", made(22, (6, 6), (66, 60), 3, (0.5, 1.5), -0.05, 0.6), 0.95),
    ("k8-age", "four and four studies, the fewest", made(12, (4, 4), (65, 61), 3.5, (0.6, 1.8), -0.08, 0.5), 0.95),
    ("k16-collinear", "group and moderator nearly tell the same", made(17, (9, 7), (66, 58), 2.2, (0.7, 1.2), -0.12, 0.7), 0.95),
    ("k14-zero-tau", "no spread between studies", made(14, (7, 7), (64, 62), 3, (-0.3, 0.2), 0.03, 0), 0.95),
    ("k18-rare", "few events, several studies without any", made(15, (10, 8), (64, 61), 4, (-4.4, -3.2), 0.05, 0.4, (20, 120)), 0.95),
    ("k13-high", "high rates, studies with events only", made(31, (7, 6), (65, 62), 3, (2.4, 3.4), -0.06, 0.6, (10, 60)), 0.95),
    ("k26-year", "moderator far from 0", made(18, (12, 14), (2021, 2019), 2.2, (0.4, 1.1), 0.09, 0.55, whole=True), 0.95),
    ("k12-90", "limits of 90 %, large spread", made(19, (7, 5), (5, 6), 1, (0, 0.8), 0.2, 1.3), 0.9),
]


def rounded(value):
    if isinstance(value, dict):
        return {key: rounded(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [rounded(inner) for inner in value]
    if isinstance(value, (float, np.floating)):
        return float(f"{value:.9g}")
    return value


def main(path):
    cases = []
    for name, description, (events, n, group, moderator), level in CASES:
        cases.append({"id": name, "description": description,
                      "input": {"events": events, "n": n, "group": group, "covariate": moderator, "level": level},
                      "options": {"model": "adjusted-contrast", "group": "b", "reference": "a"},
                      "expected": rounded(contrast(events, n, group, moderator, level)),
                      "tolerance": {"default": {"rel": 1e-4, "abs": 1e-6}, "tau": {"rel": 1e-4, "abs": 1e-4}},
                      "source": "numpy and scipy, likelihood of its own (test/oracle/adjusted-contrast.py)"})
    with open(path, "w") as out:
        out.write("[\n" + ",\n".join(json.dumps(one, separators=(",", ":")) for one in cases) + "\n]\n")


main(sys.argv[1])
