"""The switching rules once more, slow and plain: every lot since the last change is kept and looked at again.

It is told plans and keeps no counters, so that it has nothing in common with what it is compared with.
"""

NORMAL, TIGHTENED, REDUCED, DISCONTINUED = "normal", "tightened", "reduced", "discontinued"


class Reference:
    """One sequence of lots. `ask` gives the stages of the plan for a lot size and a severity; `tighter` the largest count
    that is accepted one AQL step tighter, under normal inspection."""

    def __init__(self, is_iso, ask, tighter):
        self.is_iso, self.ask, self.tighter = is_iso, ask, tighter
        self.severity, self.lots, self.score_was = NORMAL, [], 0

    def enter(self, severity):
        self.score_was = self.score() if severity == REDUCED else 0
        self.severity, self.lots = severity, []

    def score(self):
        if not self.is_iso or self.severity != NORMAL:
            return self.score_was
        total = 0
        for lot in self.lots:
            total = total + lot["points"] if lot["points"] else 0
        return total

    def points(self, lot_size, stages, count, accepted):
        if not self.is_iso or self.severity != NORMAL or not accepted:
            return 0
        if stages[0]["ac"] < 2:
            return 2
        return 3 if count <= self.tighter(lot_size) else 0

    def next_severity(self, lot, steady, authority, limit):
        good = [entry["accepted"] for entry in self.lots]
        if self.severity == TIGHTENED:
            return (NORMAL if len(good) >= 5 and all(good[-5:])
                    else DISCONTINUED if good.count(False) >= 5 else TIGHTENED)
        if self.severity == REDUCED:
            return REDUCED if lot["accepted"] and not lot["in_gap"] and steady else NORMAL
        if good[-5:].count(False) >= 2:
            return TIGHTENED
        ten = self.lots[-10:]
        earned = (self.score() >= 30 if self.is_iso else
                  len(ten) == 10 and all(entry["accepted"] for entry in ten) and
                  (limit is None or sum(entry["count"] for entry in ten) <= limit))
        return REDUCED if earned and steady and authority else NORMAL

    def take(self, lot_size, count, original, steady, authority, limit, resume):
        """What becomes of a lot of a single plan, or None if it cannot be inspected."""
        if resume and self.severity == DISCONTINUED:
            self.enter(TIGHTENED)
        if self.severity == DISCONTINUED:
            return None
        severity, stages = self.severity, self.ask(lot_size, self.severity)
        ac, re = stages[-1]["ac"], stages[-1]["re"]
        lot = {"accepted": count < re, "in_gap": ac < count < re, "count": count}
        score = self.score()
        if original:
            lot["points"] = self.points(lot_size, stages, count, lot["accepted"])
            self.lots.append(lot)
            score, following = self.score(), self.next_severity(lot, steady, authority, limit)
            if following != severity:
                self.enter(following)
                score = 0 if following == NORMAL else score
        return {"severity": severity, "n": stages[0]["n"], "ac": ac, "re": re, "accepted": lot["accepted"],
                "score": score, "next_severity": self.severity}
