#!/usr/bin/env python3
"""What sampling plans do with lots, written a second time, slowly and exactly, and the test vectors made with it.

This shares no code and no method with src/sampling: fractions without rounding (for the Poisson model, decimals of 60
figures), and every way through a plan walked for itself, sample by sample, each drawn from what the samples before it
have left. It needs nothing but Python's standard library, and prints the vectors that tests/data keeps:

    python3 tests/support/sampling_reference.py counts > tests/data/sampling-counts.csv
    python3 tests/support/sampling_reference.py oc > tests/data/sampling-oc.csv
    python3 tests/support/sampling_reference.py find > tests/data/sampling-find.csv
    python3 tests/support/sampling_reference.py chances > tests/data/sampling-chances.csv

A stage is (n, ac, re), ac -1 where it cannot accept. A lot is a function draw (state, n, limit) that gives the ways in
which a sample of n can turn out with a count below limit, as (probability, count, state of what is left).
"""

import decimal
import functools
import math
import sys
from fractions import Fraction

decimal.getcontext().prec = 60


def draw_from_lot(state, n, limit):
    size, bad = state
    n = min(n, size)
    ways = math.comb(size, n)
    for x in range(min(n, bad, limit - 1) + 1):
        if n - x <= size - bad:
            yield Fraction(math.comb(bad, x) * math.comb(size - bad, n - x), ways), x, (size - n, bad - x)


def draw_from_process(p, n, limit):
    for x in range(min(n, limit - 1) + 1):
        yield math.comb(n, x) * p**x * (1 - p) ** (n - x), x, p


def draw_nonconformities(p, n, limit):
    mean = decimal.Decimal(p.numerator) / decimal.Decimal(p.denominator) * n
    mass = (-mean).exp()
    for x in range(limit):
        yield Fraction(mass), x, p
        mass = mass * mean / (x + 1)


def lot_of(model, size, bad, p):
    """How to draw, and the first state."""
    if model == "hypergeometric":
        return draw_from_lot, (size, bad)
    return {"binomial": draw_from_process, "poisson": draw_nonconformities}[model], Fraction(p)


def walk(stages, draw, state):
    """The probability of acceptance, that of the gap in it, and the average sample number."""
    total = {"pa": Fraction(0), "between": Fraction(0), "asn": Fraction(0)}

    @functools.cache
    def masses(drawn_state, n, limit):
        return list(draw(drawn_state, n, limit))

    def step(i, reached, count, left):
        n, ac, re = stages[i]
        total["asn"] += reached * (min(n, left[0]) if isinstance(left, tuple) else n)
        for probability, x, rest in masses(left, n, re - count):
            if i + 1 == len(stages):
                total["pa"] += reached * probability
                total["between"] += reached * probability if count + x > ac else 0
            elif count + x <= ac:
                total["pa"] += reached * probability
            else:
                step(i + 1, reached * probability, count + x, rest)

    step(0, Fraction(1), 0, state)
    return total["pa"], total["between"], total["asn"]


def characteristic(stages, model, size=None, bad=None, p=None):
    draw, state = lot_of(model, size, bad, p)
    return walk(stages, draw, state)


def outgoing(stages, size, bad):
    """The average outgoing quality of lots of whole items: every nonconforming item that is seen is replaced."""
    total = Fraction(0)

    def step(i, reached, count, left):
        nonlocal total
        n, ac, re = stages[i]
        for probability, x, rest in draw_from_lot(left, n, re - count):
            if i + 1 == len(stages) or count + x <= ac:
                total += reached * probability * rest[1]
            else:
                step(i + 1, reached * probability, count + x, rest)

    step(0, Fraction(1), 0, (size, bad))
    return total / size


def smallest_plan(model, size, prq, pa_prq, crq, pa_crq, most=2000):
    """Tries every n and every c."""
    for n in range(1, (min(most, size) if model == "hypergeometric" else most) + 1):
        good, bad = [lot_of(model, size, size and round(size * q), Fraction(str(q))) for q in (prq, crq)]
        pa_good = pa_bad = Fraction(0)
        for (of_good, c, _), (of_bad, _, _) in zip(masses_of(*good, n), masses_of(*bad, n)):
            pa_good += of_good
            pa_bad += of_bad
            if pa_bad > Fraction(str(pa_crq)):
                break
            if pa_good >= Fraction(str(pa_prq)):
                return n, c
    return None


def masses_of(draw, state, n):
    """All counts up to n, those that cannot be as well."""
    found = {x: mass for mass, x, _ in draw(state, n, n + 1)}
    return [(found.get(x, Fraction(0)), x, None) for x in range(n + 1)]


PLANS = [
    [(13, 0, 1)],
    [(80, 2, 3)],
    [(125, 3, 6)],
    [(500, 21, 22)],
    [(50, 1, 4), (50, 4, 5)],
    [(20, -1, 2), (20, 0, 3)],
    [(32, 0, 4), (48, 3, 7)],
    [(20, -1, 3), (20, 0, 3), (20, 1, 4), (20, 2, 5), (20, 3, 6), (20, 4, 6), (20, 6, 7)],
    [(13, -1, 2), (13, -1, 2), (13, 0, 2), (13, 0, 3), (13, 1, 3), (13, 1, 3), (13, 2, 3)],
    [(8, -1, 3), (8, -1, 3), (8, 0, 4), (8, 0, 5), (8, 1, 6), (8, 1, 6), (8, 2, 7)],
    [(50, 0, 5), (50, 3, 8), (50, 6, 10), (50, 8, 13), (50, 11, 15), (50, 14, 17), (50, 18, 19)],
]
FRACTIONS = ["0", "0.00001", "0.001", "0.01", "0.025", "0.04", "0.065", "0.1", "0.25", "0.5", "0.9", "1"]
MORE = ["1.5", "4"]


COUNTS = [
    ("hypergeometric", 10, 4, 5, "0"), ("hypergeometric", 50, 3, 48, "0"), ("hypergeometric", 100, 97, 50, "0"),
    ("hypergeometric", 1000, 20, 80, "0"), ("hypergeometric", 500001, 2500, 800, "0"),
    ("hypergeometric", 1000000007, 33333333, 1250, "0"), ("hypergeometric", 1000000007, 12345, 200000, "0"),
    ("hypergeometric", 9000000000000, 9000000, 2000, "0"), ("hypergeometric", 7, 7, 3, "0"),
    ("hypergeometric", 7, 0, 3, "0"), ("hypergeometric", 7, 3, 7, "0"),
    ("binomial", 0, 0, 1, "0.3"), ("binomial", 0, 0, 80, "0.01"), ("binomial", 0, 0, 2000, "0.000001"),
    ("binomial", 0, 0, 5000, "0.5"), ("binomial", 0, 0, 200, "0.9375"), ("binomial", 0, 0, 5, "0"),
    ("binomial", 0, 0, 5, "1"), ("binomial", 0, 0, 100000, "0.015625"),
    ("poisson", 0, 0, 80, "0.01"), ("poisson", 0, 0, 1, "0.0000001"), ("poisson", 0, 0, 500, "4"),
    ("poisson", 0, 0, 20000, "0.75"), ("poisson", 0, 0, 5, "0"),
]


def masses_in_decimals(model, size, bad, n, p):
    """The masses from 0 on, each from the one before, for samples too large for fractions."""
    p, mass = decimal.Decimal(p), decimal.Decimal(1)
    for i in range(n if model == "hypergeometric" else 0):
        mass = mass * (size - bad - i) / (size - i)
    if model == "binomial":
        mass = (1 - p) ** n
    for x in range(n + 1):
        yield mass
        if model == "hypergeometric":
            mass = mass * (bad - x) * (n - x) / ((x + 1) * (size - bad - n + x + 1))
        else:
            mass = mass * (n - x) * p / ((x + 1) * (1 - p))


def print_counts():
    print("model,N,D,n,p,d,mass,at_most")
    for model, size, bad, n, p in COUNTS:
        mean = n * (bad / size if size else float(p))
        most = int(mean + 9 * math.sqrt(mean)) + 2 if model == "poisson" else min(n, int(mean + 9 * math.sqrt(mean)) + 2)
        chosen = {max(0, round(mean + k * (math.sqrt(mean) + 1))) for k in (-9, -3, -1, 0, 1, 3, 9)} | {0, 1, 2, n}
        if model == "poisson" or (n <= 1000 and size < 10000):
            draw, state = lot_of(model, size, bad, p)
            row = {x: mass for mass, x, _ in draw(state, n, most + 1)}
        else:
            row = dict(zip(range(most + 1), masses_in_decimals(model, size, bad, n, p)))
        total = Fraction(0)
        for d in range(most + 1):
            total += Fraction(row.get(d, 0))
            if d in chosen:
                values = (model, size, bad, n, p, d, "%.17g" % row.get(d, 0), "%.17g" % total)
                print(",".join(str(value) for value in values))


def print_oc_line(stages, model, size, bad, p):
    pa, between, asn = characteristic(stages, model, size, bad, p)
    text = " ".join("%d/%d/%d" % stage for stage in stages)
    print(",".join([text, model, str(size or 0), str(bad or 0), p or "0"] + ["%.17g" % v for v in (pa, between, asn)]))


def print_oc():
    print("stages,model,N,D,p,pa,between,asn")
    for stages in PLANS:
        drawn = sum(stage[0] for stage in stages)
        for p in FRACTIONS:
            print_oc_line(stages, "binomial", None, None, p)
        for p in FRACTIONS + MORE:
            print_oc_line(stages, "poisson", None, None, p)
        for size in (max(stages[0][0], drawn - 7), drawn, drawn + 1, 3 * drawn, 5000, 1000000007):
            for bad in sorted({0, 1, 2, size // 1000, size // 100, size // 25, size // 10, size // 3, size}):
                print_oc_line(stages, "hypergeometric", size, bad, None)


RISKS = [
    ("0.01", "0.95", "0.05", "0.1"), ("0.01", "0.95", "0.1", "0.1"), ("0.02", "0.95", "0.08", "0.1"),
    ("0.005", "0.95", "0.03", "0.05"), ("0.001", "0.99", "0.02", "0.01"), ("0.05", "0.9", "0.2", "0.2"),
    ("0.1", "0.95", "0.2", "0.1"), ("0", "0.95", "0.01", "0.1"), ("0.2", "0.5", "0.4", "0.4"),
    ("0.3", "0.9", "0.9", "0.01"), ("0.01", "0.95", "1", "0.05"), ("0.04", "0.95", "0.07", "0.1"),
]


def print_find():
    print("model,N,prq,pa_prq,crq,pa_crq,n,c")
    for risks in RISKS:
        for model, size in [("binomial", 0), ("poisson", 0)] + [("hypergeometric", n) for n in (20, 100, 400, 3000)]:
            values = [float(text) for text in risks]
            if model == "hypergeometric" and round(size * values[0]) >= round(size * values[2]):
                continue
            n, c = smallest_plan(model, size, *values)
            print(",".join([model, str(size), *risks, str(n), str(c)]))


def follow_rules(state, accepted, scores, stays, n_scores):
    """The switching rules as the standards tell them, for steady production, consent, and inspection always resumed."""
    severity, score, last, in_row, refused = state
    in_row, refused = (in_row + 1, refused) if accepted else (0, refused + 1)
    if severity == "normal":
        last, score = (last + (accepted,))[-5:], score + 1 if scores else 0
        if last.count(False) >= 2:
            return ("tightened", 0, (), 0, 0)
        return ("reduced", 0, (), 0, 0) if score >= n_scores else ("normal", score, last, 0, 0)
    if severity == "tightened":
        if in_row >= 5:
            return ("normal", 0, (), 0, 0)
        return ("tightened", 0, (), 0, 0) if refused >= 5 else ("tightened", 0, (), in_row, refused)
    return state if stays else ("normal", 0, (), 0, 0)


def outcomes(state, scores, resets, tightened, reduced, n_scores):
    """What can come after a state, and with which probability."""
    lots = {
        "normal": [(scores, True, True, False), (resets, True, False, False), (1 - scores - resets, False, False, False)],
        "tightened": [(tightened, True, False, False), (1 - tightened, False, False, False)],
        "reduced": [(reduced, True, False, True), (1 - reduced, False, False, False)],
    }
    for probability, *lot in lots[state[0]]:
        if probability > 0:
            yield probability, follow_rules(state, *lot, n_scores)


def long_run(*chances):
    """The part of all lots that each severity has: every state that can be reached, and how often it is, by the
    elimination of one state after the other without a subtraction (Grassmann, Taksar and Heyman)."""
    states, chain = [("normal", 0, (), 0, 0)], []
    for state in states:
        chain.append({})
        for probability, after in outcomes(state, *chances):
            if after not in states:
                states.append(after)
            at = states.index(after)
            chain[-1][at] = chain[-1].get(at, 0) + probability
    for i in range(len(states) - 1, 0, -1):
        leaving = sum(chain[i].get(j, 0) for j in range(i))
        for row in chain[:i]:
            if i in row:
                row[i] /= leaving
                for j in range(i):
                    if j in chain[i]:
                        row[j] = row.get(j, 0) + row[i] * chain[i][j]
    weight = [1.0]
    for i in range(1, len(states)):
        weight.append(sum(weight[j] * chain[j].get(i, 0) for j in range(i)))
    return [sum(w for w, state in zip(weight, states) if state[0] == name) / sum(weight)
            for name in ("normal", "tightened", "reduced")]


CHANCES = [
    (0.99, 0.0, 0.97, 0.995, 15), (0.95, 0.0, 0.9, 0.98, 15), (0.95, 0.0, 0.9, 0.9, 10), (0.8, 0.15, 0.85, 0.97, 10),
    (0.5, 0.3, 0.6, 0.9, 10), (0.2, 0.75, 0.9, 0.99, 10), (0.3, 0.0, 0.1, 0.5, 15), (0.0, 0.9, 0.8, 0.9, 10),
    (0.9999, 0.0, 0.999, 0.99999, 15), (0.6, 0.4, 0.9, 0.8, 10), (1.0, 0.0, 0.9, 0.8, 15), (0.1, 0.1, 0.05, 0.3, 10),
]


def print_chances():
    print("scores,resets,tightened,reduced,n_scores,normal,tightened,reduced")
    for chances in CHANCES:
        print(",".join(["%.17g" % value for value in chances] + ["%.17g" % share for share in long_run(*chances)]))


if __name__ == "__main__":
    commands = {"counts": print_counts, "oc": print_oc, "find": print_find, "chances": print_chances}
    if len(sys.argv) != 2 or sys.argv[1] not in commands:
        sys.exit("usage: sampling_reference.py counts|oc|find|chances")
    commands[sys.argv[1]]()
