#!/usr/bin/env python3
"""Whether readings may come from a normal distribution, written a second time, and the test vectors made with it.

This shares no code and no method with src/sampling: the normal distribution is summed as a series or a continued fraction
in decimals of 60 figures, and nothing is rounded before the end. It needs nothing but Python's standard library, and
prints the vectors that tests/data keeps:

    python3 tests/support/normality_reference.py > tests/data/normality.csv
"""

import random
from decimal import Decimal, getcontext

getcontext().prec = 60
PI = Decimal("3.14159265358979323846264338327950288419716939937510582097494459")


def upper_tail(z):
    """The part of the standard normal distribution above z, which is not negative."""
    density = (-z * z / 2).exp() / (2 * PI).sqrt()
    if z < 6:
        term = total = z
        k = 1
        while abs(term) > Decimal(10) ** -58:
            term = term * z * z / (2 * k + 1)
            total += term
            k += 1
        return Decimal("0.5") - density * total
    rest = Decimal(0)
    for k in range(2000, 0, -1):
        rest = k / (z + rest)
    return density / (z + rest)


def lower_tail(z):
    return upper_tail(-z) if z < 0 else 1 - upper_tail(z)


def log_tails(z):
    lower, upper = lower_tail(z), upper_tail(z) if z >= 0 else 1 - upper_tail(-z)
    return lower.ln(), upper.ln()


def adjusted_statistic(readings):
    """Anderson and Darling, with mean and standard deviation estimated, adjusted for n (Stephens)."""
    values = sorted(Decimal(x) for x in readings)
    n = len(values)
    mean = sum(values) / n
    s = (sum((x - mean) ** 2 for x in values) / (n - 1)).sqrt()
    tails = [log_tails((x - mean) / s) for x in values]
    total = sum((2 * i + 1) * (tails[i][0] + tails[n - 1 - i][1]) for i in range(n))
    return (-n - total / n) * (1 + Decimal("0.75") / n + Decimal("2.25") / (n * n))


def p_value(a):
    """D'Agostino and Stephens 1986, table 4.9."""
    a = float(a)
    from math import exp
    if a >= 0.6:
        return exp(1.2937 - 5.709 * a + 0.0186 * a * a)
    if a >= 0.34:
        return exp(0.9177 - 4.279 * a - 1.38 * a * a)
    if a >= 0.2:
        return 1 - exp(-8.318 + 42.796 * a - 59.938 * a * a)
    return 1 - exp(-13.436 + 101.14 * a - 223.73 * a * a)


def samples():
    source = random.Random(2828)
    yield "normal", ["%.3f" % source.gauss(282, 1.5) for _ in range(8)]
    yield "normal", ["%.3f" % source.gauss(0, 1) for _ in range(20)]
    yield "normal", ["%.2f" % source.gauss(12.5, 0.03) for _ in range(50)]
    yield "normal far from zero", ["%.3f" % source.gauss(1000000, 0.01) for _ in range(35)]
    yield "uniform", ["%.4f" % source.random() for _ in range(25)]
    yield "uniform", ["%.4f" % source.random() for _ in range(200)]
    yield "exponential", ["%.4f" % source.expovariate(1) for _ in range(8)]
    yield "exponential", ["%.4f" % source.expovariate(1) for _ in range(75)]
    yield "two machines", ["%.3f" % source.gauss(10 if i % 2 else 11, 0.1) for i in range(20)]
    yield "coarse gauge", ["%.0f" % source.gauss(5, 0.6) for _ in range(30)]
    yield "one slip of the pen", ["10.0", "10.1", "9.9", "10.2", "9.8", "10.1", "9.9", "101"]
    yield "far outlier", [str(i % 7) for i in range(399)] + ["1000"]
    yield "evenly spaced", [str(i) for i in range(1, 11)]
    yield "normal scores", ["-1.55", "-1.0", "-0.66", "-0.38", "-0.12", "0.12", "0.38", "0.66", "1.0", "1.55"]


def main():
    print("name,readings,statistic,p")
    for name, readings in samples():
        statistic = adjusted_statistic(readings)
        print("%s,%s,%.15g,%.12g" % (name, " ".join(readings), statistic, p_value(statistic)))


if __name__ == "__main__":
    main()
