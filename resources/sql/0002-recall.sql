-- Released goods that were put on hold again.
CREATE TABLE "lot_hold" (
  id INTEGER PRIMARY KEY,
  "lot_id" INTEGER NOT NULL REFERENCES "lot" (id),
  "reason" TEXT NOT NULL,
  "quantity" INTEGER NOT NULL CHECK ("quantity" >= 0),
  "unit" TEXT NOT NULL,
  "held_by" INTEGER NOT NULL REFERENCES "user" (id),
  "held_at" INTEGER NOT NULL
) STRICT;
CREATE INDEX lot_hold_by_lot ON lot_hold (lot_id, id);

-- Goods called back from those who bought them.
CREATE TABLE "recall" (
  id INTEGER PRIMARY KEY,
  "number" TEXT NOT NULL UNIQUE,
  "class" TEXT NOT NULL CHECK ("class" IN ('i', 'ii', 'iii')),
  "state" TEXT NOT NULL CHECK ("state" IN ('draft', 'started', 'announced', 'closed')),
  "is_drill" INTEGER NOT NULL CHECK ("is_drill" IN (0, 1)),
  "reason" TEXT NOT NULL,
  "notice_en" TEXT,
  "notice_zh" TEXT,
  "started_by" INTEGER NOT NULL REFERENCES "user" (id),
  "started_at" INTEGER NOT NULL,
  "announced_at" INTEGER,
  "closed_at" INTEGER
) STRICT;

-- The lots that a recall reaches.
CREATE TABLE "recall_lot" (
  id INTEGER PRIMARY KEY,
  "recall_id" INTEGER NOT NULL REFERENCES "recall" (id),
  "lot_id" INTEGER NOT NULL REFERENCES "lot" (id),
  "released" INTEGER NOT NULL CHECK ("released" >= 0),
  "unit" TEXT NOT NULL,
  "added_by" INTEGER NOT NULL REFERENCES "user" (id),
  "added_at" INTEGER NOT NULL,
  UNIQUE (recall_id, lot_id)
) STRICT;
CREATE INDEX recall_lot_by_lot ON recall_lot (lot_id, id);

-- A signature can mean a recall now. SQLite changes no CHECK in place.
CREATE TABLE "signature_with_recall" (
  id INTEGER PRIMARY KEY,
  "subject" TEXT NOT NULL,
  "subject_id" INTEGER NOT NULL,
  "record_hash" BLOB NOT NULL,
  "meaning" TEXT NOT NULL CHECK ("meaning" IN ('accepted_within_plan', 'rejection_confirmed', 'held', 'usage_decision', 'recalled')),
  "signer_id" INTEGER NOT NULL REFERENCES "user" (id),
  "signed_at" INTEGER NOT NULL
) STRICT;
INSERT INTO signature_with_recall SELECT id, subject, subject_id, record_hash, meaning, signer_id, signed_at FROM signature;
DROP TABLE signature;
ALTER TABLE signature_with_recall RENAME TO signature;
CREATE INDEX signature_by_subject ON signature (subject_id);

CREATE TRIGGER signature_no_update BEFORE UPDATE ON signature
BEGIN SELECT raise (ABORT, 'signature only grows'); END;
CREATE TRIGGER signature_no_delete BEFORE DELETE ON signature
BEGIN SELECT raise (ABORT, 'signature only grows'); END;
CREATE TRIGGER lot_hold_no_update BEFORE UPDATE ON lot_hold
BEGIN SELECT raise (ABORT, 'lot_hold only grows'); END;
CREATE TRIGGER lot_hold_no_delete BEFORE DELETE ON lot_hold
BEGIN SELECT raise (ABORT, 'lot_hold only grows'); END;
CREATE TRIGGER recall_lot_no_update BEFORE UPDATE ON recall_lot
BEGIN SELECT raise (ABORT, 'recall_lot only grows'); END;
CREATE TRIGGER recall_lot_no_delete BEFORE DELETE ON recall_lot
BEGIN SELECT raise (ABORT, 'recall_lot only grows'); END;
