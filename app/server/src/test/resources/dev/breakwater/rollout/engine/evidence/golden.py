"""Golden values of the evidence package, by other means than the product's: mpmath at 50 digits, integer binomials, bisection.

Prints golden.json: python3 golden.py > golden.json (needs mpmath).
 logGamma   [x, ln gamma(x)]
 logE       [judged, failed, p0, ln of the beta-binomial e-value]: the Beta(1,4) mixture as an exact fraction
            4 * k! * (n-k+3)! / (n+4)!, its logarithm taken at the end, less the binomial log-likelihood under p0
 bounds     [judged, failed, one-sided 95 % upper, two-sided 95 % lower, two-sided 95 % upper]: the rate at which the binomial
            tail, summed term by term, has the chance 0.05 or 0.025
"""

import json
from fractions import Fraction
from math import comb, factorial

from mpmath import log, loggamma, mp, mpf

mp.dps = 50


def log_e(n, k, p0):
    mixture = Fraction(4 * factorial(k) * factorial(n - k + 3), factorial(n + 4))
    p = mpf(str(p0))
    return log(mpf(mixture.numerator) / mixture.denominator) - k * log(p) - (n - k) * log(1 - p)


def at_most(n, k, p):
    return sum(comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(k + 1))


def bisect(f):
    low, high = mpf(0), mpf(1)
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if f(middle) else (low, middle)
    return low


def upper(n, k, chance):
    return mpf(1) if k == n else bisect(lambda p: at_most(n, k, p) > chance)


def lower(n, k, chance):
    return mpf(0) if k == 0 else bisect(lambda p: 1 - at_most(n, k - 1, p) < chance)


TALLIES = [(1, 0), (3, 0), (3, 1), (5, 0), (8, 3), (10, 10), (20, 0), (42, 4), (59, 0), (100, 1), (125, 6), (200, 2), (200, 9), (300, 0), (1000, 12)]
golden = {
    "logGamma": [[x, float(loggamma(mpf(str(x))))] for x in (0.5, 1, 1.5, 2, 3, 4.25, 10, 100.5, 1000, 123456, 1000004)],
    "logE": [[n, k, p0, float(log_e(n, k, p0))] for n, k in TALLIES for p0 in (0.005, 0.01, 0.05)],
    "bounds": [[n, k, float(upper(n, k, mpf("0.05"))), float(lower(n, k, mpf("0.025"))), float(upper(n, k, mpf("0.025")))]
               for n, k in TALLIES],
}
lists = (' "%s": [\n%s\n ]' % (name, ",\n".join("  " + json.dumps(row) for row in rows)) for name, rows in golden.items())
print("{\n" + ",\n".join(lists) + "\n}")
