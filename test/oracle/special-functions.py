"""Writes fixtures/special-functions.json: reference values of the special functions with 40 digits (mpmath)."""

import json
import sys

import mpmath as mp

mp.mp.dps = 40
PROBABILITIES = ["1e-300", "1e-20", "1e-9", "0.0001", "0.01", "0.025", "0.0749", "0.0751", "0.1", "0.3", "0.7", "0.95", "0.975", "0.9999"]
ARGUMENTS = ["0.1", "0.5", "1.5", "5.5", "9.99", "10", "33", "1000", "1000000.5"]
SHAPES = [("0.5", "0.5"), ("0.5", "12.5"), ("1", "12"), ("13", "1"), ("3", "7.5"), ("9.5", "1000"), ("12", "1000000"),
          ("1000000", "12"), ("0.5", "1000000.5"), ("500000.5", "500000.5"), ("104", "62"), ("150.5", "49850.5"), ("10", "10")]


def shown(value):
    return float(mp.nstr(value, 17))


def case(name, description, keys, values, expected, tolerance):
    return {"id": name, "description": description, "input": dict(zip(keys, values)), "options": {"model": "special-function", "function": name},
            "expected": {"values": expected}, "tolerance": {"default": tolerance},
            "source": "mpmath, 40 digits (test/oracle/special-functions.py)"}


def incomplete_beta(a, b, x):
    """I_x(a, b) as an integral around the bulk: exact at shapes where the series is slow."""
    mean = a / (a + b)
    sd = mp.sqrt(mean * (1 - mean) / (a + b + 1))
    if a < 2 or b < 2:
        return mp.betainc(a, b, 0, x, regularized=True)
    low = max(mp.mpf(0), mean - 40 * sd)
    points = [low + (x - low) * mp.mpf(i) / 40 for i in range(41)]
    log_beta = mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)
    return mp.quad(lambda t: mp.exp((a - 1) * mp.log(t) + (b - 1) * mp.log1p(-t) - log_beta) if t > 0 else mp.mpf(0), points)


def root(increasing, high):
    """Root in 0 … high by bisection."""
    low, high = mp.mpf(0), mp.mpf(high)
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (low, middle) if increasing(middle) > 0 else (middle, high)
    return (low + high) / 2


def main(path):
    beta_a, beta_b, beta_x, beta_value = [], [], [], []
    for a, b in SHAPES:
        a, b = mp.mpf(a), mp.mpf(b)
        mean = a / (a + b)
        sd = mp.sqrt(mean * (1 - mean) / (a + b + 1))
        for z in (-1.5, 0, 1.2):
            x = mp.mpf(float(min(mp.mpf("0.999"), max(mean / 100, mean + z * sd)))) if a + b < 1e5 or min(a, b) > 2 else mp.mpf(float(mean * (1 + max(z, -0.9))))
            value = incomplete_beta(a, b, x)
            if value > 1e-30:
                beta_a.append(float(a)), beta_b.append(float(b)), beta_x.append(float(x)), beta_value.append(shown(value))
    normal = [shown(mp.findroot(lambda z, p=mp.mpf(p): mp.log(mp.ncdf(z)) - mp.log(p), -mp.sqrt(-2 * mp.log(mp.mpf(p))) * 0.98 if mp.mpf(p) < 0.02 else 0)) for p in PROBABILITIES]
    xs = ["-7", "-5", "-3.3", "-1", "-0.2", "0", "0.5", "1.96", "4", "7"]
    cases = [
        case("normal-quantile", "z with Phi(z) = p", ["p"], [[float(p) for p in PROBABILITIES]], normal, {"rel": 2e-14, "abs": 0}),
        case("normal-cdf", "Phi(x)", ["x"], [[float(x) for x in xs]], [shown(mp.ncdf(mp.mpf(x))) for x in xs], {"rel": 0, "abs": 1e-14}),
        case("log-gamma", "log Gamma(x)", ["x"], [[float(x) for x in ARGUMENTS]], [shown(mp.loggamma(mp.mpf(x))) for x in ARGUMENTS], {"rel": 2e-15, "abs": 4e-15}),
        case("log-beta", "log B(a, b)", ["a", "b"], [[float(a) for a, _ in SHAPES], [float(b) for _, b in SHAPES]],
             [shown(mp.loggamma(mp.mpf(a)) + mp.loggamma(mp.mpf(b)) - mp.loggamma(mp.mpf(a) + mp.mpf(b))) for a, b in SHAPES], {"rel": 1e-14, "abs": 4e-15}),
        case("incomplete-beta", "I_x(a, b)", ["a", "b", "x"], [beta_a, beta_b, beta_x], beta_value, {"rel": 1e-11, "abs": 0}),
    ]
    chi = [(x, df) for df in (1, 2, 3, 4, 5, 9) for x in ("0", "0.3", "1.3", "4.2", "12", "30")]
    cases.append(case("chi-squared-tail", "P(X > x), chi squared with df degrees of freedom", ["x", "df"],
                      [[float(x) for x, _ in chi], [df for _, df in chi]],
                      [shown(mp.gammainc(mp.mpf(df) / 2, mp.mpf(x) / 2, mp.inf, regularized=True)) for x, df in chi], {"rel": 1e-12, "abs": 1e-13}))
    far = ["7.1", "8", "12", "30"]
    cases.append(case("normal-two-sided-tail", "P(|Z| > |z|)", ["x"], [[float(x) for x in far]],
                      [shown(2 * mp.ncdf(-mp.mpf(x))) for x in far], {"rel": 1e-8, "abs": 0}))
    def t_tail(t, df):
        return mp.betainc(df / 2, mp.mpf(1) / 2, 0, df / (df + t * t), regularized=True)

    students = [(mp.mpf(t), mp.mpf(df)) for df in ("1", "2", "3.7", "11", "60", "999") for t in ("0.2", "1.5", "3.2", "9")]
    cases.append(case("student-t-tail", "P(|T| > |t|)", ["t", "df"], [[float(t) for t, _ in students], [float(df) for _, df in students]],
                      [shown(t_tail(t, df)) for t, df in students], {"rel": 1e-11, "abs": 0}))
    quantiles = [(mp.mpf(p), mp.mpf(df)) for df in ("1", "2", "3.7", "11", "60", "999") for p in ("0.6", "0.95", "0.975", "0.9995")]
    cases.append(case("student-t-quantile", "t with P(T <= t) = p", ["p", "df"], [[float(p) for p, _ in quantiles], [float(df) for _, df in quantiles]],
                      [shown(root(lambda t: 2 * (1 - mp.mpf(float(p))) - t_tail(t, df), 700)) for p, df in quantiles],
                      {"rel": 1e-11, "abs": 0}))
    ratios = [(mp.mpf(f), a, b) for a, b in ((1, 5), (2, 11), (3, 24), (7, 60)) for f in ("0.1", "1", "4.5", "30")]
    cases.append(case("f-tail", "P(F > f)", ["f", "df1", "df2"], [[float(f) for f, _, _ in ratios], [a for _, a, _ in ratios], [b for _, _, b in ratios]],
                      [shown(mp.betainc(mp.mpf(b) / 2, mp.mpf(a) / 2, 0, b / (b + a * f), regularized=True)) for f, a, b in ratios], {"rel": 1e-11, "abs": 0}))
    def chi_tail(x, df):
        return mp.gammainc(mp.mpf(df) / 2, x / 2, mp.inf, regularized=True)

    chi_quantiles = [(p, df) for df in (1, 2, 5, 26, 199) for p in ("0.0000000005", "0.005", "0.025", "0.5", "0.975", "0.9995")]
    cases.append(case("chi-squared-quantile", "x with P(X <= x) = p", ["p", "df"], [[float(p) for p, _ in chi_quantiles], [df for _, df in chi_quantiles]],
                      [shown(root(lambda x: 1 - mp.mpf(float(p)) - chi_tail(x, df), 1000)) for p, df in chi_quantiles],
                      {"rel": 1e-10, "abs": 0}))
    with open(path, "w") as out:
        out.write("[\n" + ",\n".join(json.dumps(one, separators=(",", ":")) for one in cases) + "\n]\n")


main(sys.argv[1])
