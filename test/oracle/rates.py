"""Writes fixtures/rates-independent.json: the Bayesian rate model by brute force (numpy, scipy).

Shares nothing with the product: the likelihood of every cohort on one dense grid of theta, its
convolution with N(0, tau^2) by a Fourier transform, sums over a rectangle of (mu, tau).

    python3 rates.py > fixtures/rates-independent.json
"""

import json
import sys

import numpy as np
from scipy.interpolate import CubicSpline
from scipy.optimize import brentq
from scipy.special import gammaln, ndtr

THETA = np.arange(-80, 60, 1e-3)
SIZE = 1 << 18
MU = np.arange(-19, 15, 5e-3)
STEP_TAU = 5e-3
TAU = (np.arange(1400) + 0.5) * STEP_TAU
PRIOR = {"mu": (np.log(0.1), 2.5), "tau": 1.0}


def likelihood(y, n, t):
    hazard = t * np.exp(THETA)
    one = np.where(hazard > 1e-9, np.log(-np.expm1(-np.maximum(hazard, 1e-300))), np.log(t) + THETA)
    log = gammaln(n + 1) - gammaln(y + 1) - gammaln(n - y + 1)
    if y > 0:
        log = log + y * one
    if n > y:
        log = log - (n - y) * hazard
    return np.exp(log)


def fit(events, n, years, level=0.95):
    spectra = [
        np.fft.rfft(likelihood(y, m, t), SIZE) for y, m, t in zip(events, n, years)
    ]
    frequency = np.fft.rfftfreq(SIZE, THETA[1] - THETA[0])
    at = np.round((MU - THETA[0]) / (THETA[1] - THETA[0])).astype(int)
    mean, sd = PRIOR["mu"]
    log = np.empty((len(TAU), len(MU)))
    for j, tau in enumerate(TAU):
        smooth = np.exp(-2 * (np.pi * frequency * tau) ** 2)
        row = -0.5 * ((MU - mean) / sd) ** 2 - 0.5 * (tau / PRIOR["tau"]) ** 2
        for spectrum in spectra:
            value = np.fft.irfft(spectrum * smooth, SIZE)[at]
            row = row + np.log(np.maximum(value, 1e-300))
        log[j] = row
    top = log.max()
    mass = np.exp(log - top)
    total = mass.sum()
    cell = (MU[1] - MU[0]) * STEP_TAU
    constants = -np.log(sd * np.sqrt(2 * np.pi)) + 0.5 * np.log(2 / np.pi) - np.log(PRIOR["tau"])
    mass /= total
    edges = np.append(MU, MU[-1] + (MU[1] - MU[0])) - (MU[1] - MU[0]) / 2
    below = CubicSpline(edges, np.append(0, np.cumsum(mass.sum(0))))
    quantile = lambda p: float(np.exp(brentq(lambda x: below(x) - p, MU[0], MU[-1], xtol=1e-12)))
    keep = mass.sum(0) > 1e-12
    def new_cohort(x):
        return float((mass[:, keep] * ndtr((x - MU[keep]) / TAU[:, None])).sum())
    predicted = lambda p: float(np.exp(brentq(lambda x: new_cohort(x) - p, -30, 30, xtol=1e-8)))
    tail = (1 - level) / 2
    return {
        "rateMedian": quantile(0.5),
        "credibleInterval": [quantile(tail), quantile(1 - tail)],
        "predictiveInterval": [predicted(tail), predicted(1 - tail)],
        "logMarginalLikelihood": float(top + np.log(total * cell) + constants),
    }


CASES = [
    ("rate-infection", "severe infection, three large cohorts alike", [74, 49, 42], [165, 123, 117], [1.175, 1.225, 1.19]),
    ("rate-one-sparse", "one small cohort without events", [0], [9], [0.5]),
    ("rate-one-all", "one small cohort, every patient", [12], [12], [0.4]),
    ("rate-short-and-long", "times from a month to five years", [2, 31, 9, 60], [40, 70, 90, 80], [0.083, 2.2, 0.9, 5]),
    ("rate-rare", "rare events in large cohorts", [1, 0, 3, 2, 1], [400, 250, 600, 310, 180], [1.5, 0.8, 2.5, 1.1, 3]),
]

if __name__ == "__main__":
    out = []
    for name, description, events, n, years in CASES:
        expected = fit(events, n, years)
        print(name, expected, file=sys.stderr)
        out.append(
            {
                "id": name,
                "description": description,
                "input": {"events": events, "n": n, "years": years, "level": 0.95},
                "options": {
                    "model": "binomial-normal",
                    "link": "cloglog",
                    "offset": "log years",
                    "prior": {
                        "mu": {"dist": "normal", "mean": float(np.log(0.1)), "sd": 2.5},
                        "tau": {"dist": "half-normal", "scale": 1},
                    },
                },
                "expected": {"bayes": expected},
                "tolerance": {
                    "default": {"rel": 3e-5},
                    "predictiveInterval": {"rel": 1e-4},
                    "logMarginalLikelihood": {"abs": 3e-5},
                },
                "source": "test/oracle/rates.py",
            }
        )
    json.dump(out, sys.stdout, indent=1)
    print()
