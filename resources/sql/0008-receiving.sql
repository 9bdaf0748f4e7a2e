-- Receiving, complete: recounts by other persons, what arrived beside the goods, goods without a product, corrections.

-- Which count of a line an entry belongs to: 0 the first, then the recounts; and the logistic unit or the piece it names.
ALTER TABLE "lot_count" ADD COLUMN "recount" INTEGER NOT NULL DEFAULT 0 CHECK ("recount" >= 0);
ALTER TABLE "lot_count" ADD COLUMN "sscc" TEXT;
ALTER TABLE "lot_count" ADD COLUMN "serial" TEXT;
CREATE INDEX lot_count_by_sscc ON lot_count (sscc, id) WHERE sscc IS NOT NULL;
CREATE INDEX lot_count_by_serial ON lot_count (serial, entered_unit, id) WHERE serial IS NOT NULL;

-- Which count is under way, and which one the line's and the lots' quantities are taken from.
ALTER TABLE "receipt_line" ADD COLUMN "recount" INTEGER NOT NULL DEFAULT 0 CHECK ("recount" >= 0);
ALTER TABLE "receipt_line" ADD COLUMN "standing" INTEGER NOT NULL DEFAULT 0 CHECK ("standing" >= 0);
CREATE INDEX receipt_line_for_review ON receipt_line (id) WHERE recount > 1 AND is_closed = 0;

-- What the plan asks to be looked at when its goods arrive, as item names with commas.
ALTER TABLE "inspection_plan" ADD COLUMN "arrival_checks" TEXT;
CREATE TRIGGER inspection_plan_arrival_is_fixed BEFORE UPDATE ON inspection_plan
WHEN old.state <> 'draft' AND new.arrival_checks IS NOT old.arrival_checks
BEGIN SELECT raise (ABORT, 'an approved plan version never changes'); END;

-- One finished count of a line, with its person and what came of it.
CREATE TABLE "count_pass" (
  id INTEGER PRIMARY KEY,
  "receipt_line_id" INTEGER NOT NULL REFERENCES "receipt_line" (id),
  "recount" INTEGER NOT NULL CHECK ("recount" >= 0),
  "counted" INTEGER NOT NULL CHECK ("counted" >= 0),
  "damaged" INTEGER NOT NULL CHECK ("damaged" >= 0),
  "unit" TEXT NOT NULL,
  "outcome" TEXT NOT NULL CHECK ("outcome" IN ('open', 'stands', 'recount', 'agrees', 'differs', 'settled')),
  "reason" TEXT,
  "finished_by" INTEGER NOT NULL REFERENCES "user" (id),
  "finished_at" INTEGER NOT NULL
) STRICT;
CREATE INDEX count_pass_by_line ON count_pass (receipt_line_id, id);

-- What was found on arrival: packaging, temperature, papers, vehicle, waybill. The last entry of an item counts.
CREATE TABLE "arrival_check" (
  id INTEGER PRIMARY KEY,
  "receipt_id" INTEGER NOT NULL REFERENCES "receipt" (id),
  "item" TEXT NOT NULL CHECK ("item" IN ('vehicle', 'waybill', 'packaging', 'temperature', 'papers')),
  "result" TEXT NOT NULL CHECK ("result" IN ('pass', 'fail', 'not_applicable')),
  "has_value" INTEGER NOT NULL CHECK ("has_value" IN (0, 1)),
  "value" INTEGER NOT NULL,
  "unit" TEXT,
  "text" TEXT,
  "checked_by" INTEGER NOT NULL REFERENCES "user" (id),
  "checked_at" INTEGER NOT NULL
) STRICT;
CREATE INDEX arrival_check_by_receipt ON arrival_check (receipt_id, id);

-- Goods that no product of the catalogue fits: set apart under a number of their own until the QA lead says what they are.
CREATE TABLE "parked_goods" (
  id INTEGER PRIMARY KEY,
  "number" TEXT NOT NULL UNIQUE,
  "receipt_id" INTEGER NOT NULL REFERENCES "receipt" (id),
  "code" TEXT,
  "note" TEXT,
  "state" TEXT NOT NULL CHECK ("state" IN ('parked', 'resolved')),
  "parked_by" INTEGER NOT NULL REFERENCES "user" (id),
  "parked_at" INTEGER NOT NULL,
  "resolution" TEXT,
  "resolved_by" INTEGER REFERENCES "user" (id),
  "resolved_at" INTEGER
) STRICT;
CREATE INDEX parked_goods_by_receipt ON parked_goods (receipt_id, id);
CREATE INDEX parked_goods_for_review ON parked_goods (id) WHERE state = 'parked';

-- A recorded fact of a lot that was found wrong. The old value stays; the QA lead approves.
CREATE TABLE "correction" (
  id INTEGER PRIMARY KEY,
  "lot_id" INTEGER NOT NULL REFERENCES "lot" (id),
  "fact" TEXT NOT NULL CHECK ("fact" IN ('received', 'supplier_lot', 'produced', 'expiry')),
  "old_value" TEXT,
  "new_value" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('asked', 'approved', 'refused')),
  "asked_by" INTEGER NOT NULL REFERENCES "user" (id),
  "asked_at" INTEGER NOT NULL,
  "decided_by" INTEGER REFERENCES "user" (id),
  "decided_at" INTEGER,
  "answer" TEXT
) STRICT;
CREATE INDEX correction_by_lot ON correction (lot_id, id);
CREATE INDEX correction_for_review ON correction (id) WHERE state = 'asked';

CREATE TRIGGER count_pass_no_update BEFORE UPDATE ON count_pass
BEGIN SELECT raise (ABORT, 'count_pass only grows'); END;
CREATE TRIGGER count_pass_no_delete BEFORE DELETE ON count_pass
BEGIN SELECT raise (ABORT, 'count_pass only grows'); END;
CREATE TRIGGER arrival_check_no_update BEFORE UPDATE ON arrival_check
BEGIN SELECT raise (ABORT, 'arrival_check only grows'); END;
CREATE TRIGGER arrival_check_no_delete BEFORE DELETE ON arrival_check
BEGIN SELECT raise (ABORT, 'arrival_check only grows'); END;
CREATE TRIGGER correction_is_fixed BEFORE UPDATE ON correction
WHEN old.state <> 'asked' OR (new.lot_id, new.fact, new.old_value, new.new_value, new.reason, new.asked_by, new.asked_at)
  IS NOT (old.lot_id, old.fact, old.old_value, old.new_value, old.reason, old.asked_by, old.asked_at)
BEGIN SELECT raise (ABORT, 'a correction is only decided'); END;
CREATE TRIGGER correction_no_delete BEFORE DELETE ON correction
BEGIN SELECT raise (ABORT, 'correction only grows'); END;
