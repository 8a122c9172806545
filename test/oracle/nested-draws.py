"""Draws from the posterior of the nested model, for `nested-draws.json`.

`python3 nested-draws.py nested.json` prints median and 95 % limits of the plain mean of the products
from four million draws for each class of the cases it is given. Likelihoods of cohorts, products and
the class are on one grid of logits; a draw is uniform within its cell.
"""

import json
import sys

import numpy as np

STEP = 0.04
DRAWS = 4_000_000
grid = np.arange(-12, 8, STEP)
frequencies = 2 * np.pi * np.fft.rfftfreq(4 * len(grid), STEP)
generator = np.random.default_rng(1)


def smoothed(f, sd):
    """f convolved with N(0, sd²); beyond the grid f has the value of its ends."""
    size = len(grid)
    padded = np.concatenate([np.full(size, f[0]), f, np.full(size, f[-1])])
    transform = np.fft.rfft(padded, 4 * size) * np.exp(-0.5 * (sd * frequencies) ** 2)
    return np.maximum(np.fft.irfft(transform, 4 * size)[size : 2 * size], 0)


def posterior(events, n, products):
    """(mass, sd of the products, likelihood of each product, mass of each μ) of every (τ, ρ)."""
    likelihoods = []
    for y, size in zip(events, n):
        log = y * grid - size * np.log1p(np.exp(grid))
        likelihoods.append(np.exp(log - log.max()))
    nodes, weights = np.polynomial.legendre.leggauss(14)
    prior = np.exp(-0.5 * (grid / 2.5) ** 2)
    for log_tau in np.arange(np.log(0.01), np.log(5.5), 0.12):
        tau = np.exp(log_tau)
        for rho, weight in zip((nodes + 1) / 2, weights / 2):
            own = [np.ones_like(grid) for _ in range(max(products) + 1)]
            for likelihood, product in zip(likelihoods, products):
                own[product] *= smoothed(likelihood, tau * np.sqrt(1 - rho))
            sd = tau * np.sqrt(rho)
            mass = weight * tau * np.exp(-0.5 * tau * tau) * prior
            for likelihood in own:
                mass = mass * np.maximum(smoothed(likelihood, sd), 1e-300)
            yield mass.sum(), sd, own, mass


def draws(events, n, products):
    cells = list(posterior(events, n, products))
    total = sum(mass for mass, *_ in cells)
    found = []
    for mass, sd, own, masses in cells:
        count = generator.poisson(DRAWS * mass / total)
        if count == 0:
            continue
        mu = generator.choice(len(grid), size=count, p=masses / masses.sum())
        within = (generator.random(count) - 0.5) * STEP
        total_of_products = np.zeros(count)
        for likelihood in own:
            if sd < 0.8 * STEP:
                m = grid[mu] + within + sd * generator.standard_normal(count)
            else:
                m = given_mu(likelihood, sd, mu)
            total_of_products += 1 / (1 + np.exp(-m))
        found.append(total_of_products / len(own))
    return np.concatenate(found)


def given_mu(likelihood, sd, mu):
    different, index = np.unique(mu, return_inverse=True)
    distance = (grid[None, :] - grid[different][:, None]) / sd
    below = np.cumsum(likelihood[None, :] * np.exp(-0.5 * distance**2), axis=1)
    below /= below[:, -1:]
    uniform = generator.random(len(mu))
    cell = np.empty(len(mu), int)
    for row in range(len(different)):
        chosen = index == row
        cell[chosen] = np.searchsorted(below[row], uniform[chosen])
    jitter = (generator.random(len(mu)) - 0.5) * STEP
    return grid[np.minimum(cell, len(grid) - 1)] + jitter


for case in json.load(open(sys.argv[1])):
    given = case["input"]
    if "events" not in given:
        continue
    for group in dict.fromkeys(given["group"]):
        rows = [i for i, name in enumerate(given["group"]) if name == group]
        names = list(dict.fromkeys(given["product"][i] for i in rows))
        sample = draws(
            [given["events"][i] for i in rows],
            [given["n"][i] for i in rows],
            [names.index(given["product"][i]) for i in rows],
        )
        print(case["id"], group, np.round(np.quantile(sample, [0.5, 0.025, 0.975]), 5), flush=True)
