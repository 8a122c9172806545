"""
The ad hoc Hartung-Knapp figures (standard errors, limits, P, predictions) of the fixtures whose test is "adhoc", by
weighted least squares in numpy and scipy from the between-study variance that metafor printed: the covariance of the
coefficients times max(1, q), q = weighted residual sum of squares / df, with t at df (metafor: test = "adhoc").

    python3 test/oracle/hartung-knapp.py         compares them with the fixtures
    python3 test/oracle/hartung-knapp.py --write writes them where a fixture lacks them
"""
import json
import sys
from pathlib import Path

import numpy as np
from scipy import stats

folder = Path(__file__).parent / "fixtures"


def fit(case, scaled):
    """Coefficients, their covariance and df; `scaled` gives the scale of the covariance for q."""
    given, expected = case["input"], case["expected"]
    events, n = (np.array(given[name], float) for name in ("events", "n"))
    add = np.where((events == 0) | (events == n), 0.5, 0)
    y = np.log((events + add) / (n - events + add))
    v = 1 / (events + add) + 1 / (n - events + add)
    columns = [np.ones_like(y)]
    if "covariate" in given:
        columns.append(np.array(given["covariate"], float))
    x = np.column_stack(columns)
    w = 1 / (v + expected["tau2"])
    cov = np.linalg.inv(x.T @ (w[:, None] * x))
    beta = cov @ x.T @ (w * y)
    df = len(y) - x.shape[1]
    q = float(np.sum(w * (y - x @ beta) ** 2)) / df
    return beta, cov * scaled(q), df


def figures(case, scaled=lambda q: max(1, q)):
    beta, cov, df = fit(case, scaled)
    t = stats.t.ppf((1 + case["input"]["level"]) / 2, df)
    se = np.sqrt(np.diag(cov))
    expit = lambda value: (1 / (1 + np.exp(-np.asarray(value)))).tolist()
    if "covariate" not in case["input"]:
        mu, ends = beta[0], np.array([-t, t])
        around = mu + ends * se[0]
        # Higgins, Thompson and Spiegelhalter: t at k - 2.
        wide = stats.t.ppf((1 + case["input"]["level"]) / 2, df - 1) if df > 1 else None
        made = {"se": se[0], "ciTransformed": around.tolist(), "ci": expit(around)}
        if wide is not None:
            spread = np.sqrt(case["expected"]["tau2"] + cov[0, 0])
            made["predictionInterval"] = {"HTS": expit(mu + np.array([-wide, wide]) * spread)}
        return made
    at = case["input"]["predictAt"]
    x = np.column_stack([np.ones(len(at)), at])
    eta = x @ beta
    around = np.sqrt(np.einsum("ij,jk,ik->i", x, cov, x))
    return {
        "se": se.tolist(),
        "pval": (2 * stats.t.sf(np.abs(beta / se), df)).tolist(),
        "ciBetaLower": (beta - t * se).tolist(),
        "ciBetaUpper": (beta + t * se).tolist(),
        "predictions": {
            "at": at,
            "eta": eta.tolist(),
            "se": around.tolist(),
            "proportion": expit(eta),
            "ciLower": expit(eta - t * around),
            "ciUpper": expit(eta + t * around),
        },
    }


def difference(got, expected):
    """The largest relative difference of figures that both have."""
    if isinstance(got, dict):
        return max((difference(got[key], expected[key]) for key in got if key in expected), default=0.0)
    a, b = np.atleast_1d(got).astype(float), np.atleast_1d(expected).astype(float)
    return float(np.max(np.abs(a - b) / np.maximum(np.abs(b), 1e-3)))


def rounded(value):
    if isinstance(value, dict):
        return {key: rounded(part) for key, part in value.items()}
    if isinstance(value, list):
        return [rounded(part) for part in value]
    return float(f"{value:.12g}") if isinstance(value, float) else value


def main():
    for name in ("proportion-inverse-variance", "meta-regression"):
        path = folder / f"{name}.json"
        cases = json.loads(path.read_text())
        for case in cases:
            if case["options"].get("test") != "adhoc":
                continue
            made = figures(case)
            print(f"{case['id']}: {difference(made, case['expected']):.1e}")
            if "--write" in sys.argv and "se" not in case["expected"]:
                case["expected"] |= rounded({key: float(v) if isinstance(v, np.floating) else v for key, v in made.items()})
                case["source"] += "; ad hoc figures: hartung-knapp.py, by metafor's between-study variance"
        if "--write" in sys.argv:
            lines = ",\n".join(json.dumps(case, separators=(",", ":"), ensure_ascii=False) for case in cases)
            path.write_text(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    main()
