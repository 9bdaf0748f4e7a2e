-- How the lots of an inspection plan are sampled for the defects of one class.
CREATE TABLE "sampling_rule" (
  id INTEGER PRIMARY KEY,
  "plan_id" INTEGER NOT NULL REFERENCES "inspection_plan" (id),
  "position" INTEGER NOT NULL CHECK ("position" > 0),
  "scope" TEXT NOT NULL CHECK ("scope" IN ('all', 'critical', 'major', 'minor')),
  "method" TEXT NOT NULL CHECK ("method" IN ('aql', 'zero', 'fixed', 'percent', 'full', 'variables', 'skip_lot')),
  "standard" TEXT,
  "type" TEXT,
  "level" TEXT,
  "aql" TEXT,
  "counts_nonconformities" INTEGER NOT NULL CHECK ("counts_nonconformities" IN (0, 1)),
  "n" INTEGER NOT NULL CHECK ("n" >= 0),
  "share" INTEGER NOT NULL CHECK ("share" BETWEEN 0 AND 10000),
  "ac" INTEGER NOT NULL CHECK ("ac" >= 0),
  "rql" INTEGER NOT NULL CHECK ("rql" BETWEEN 0 AND 1000000),
  "risk" INTEGER NOT NULL CHECK ("risk" BETWEEN 0 AND 1000000),
  "has_limit_number" INTEGER NOT NULL CHECK ("has_limit_number" IN (0, 1)),
  "limit_number" INTEGER NOT NULL CHECK ("limit_number" >= 0),
  "characteristic" INTEGER NOT NULL CHECK ("characteristic" >= 0),
  "variables_method" TEXT,
  "sigma" INTEGER NOT NULL CHECK ("sigma" >= 0),
  "qualify" INTEGER NOT NULL CHECK ("qualify" >= 0),
  "every" INTEGER NOT NULL CHECK ("every" >= 0),
  "requalify" INTEGER NOT NULL CHECK ("requalify" >= 0),
  UNIQUE (plan_id, position)
) STRICT;

-- The GTIN of the package that draws go by; NULL: unit by unit. How many units one had is frozen at the draw.
ALTER TABLE inspection_plan ADD COLUMN "draw_by" TEXT;
ALTER TABLE inspection ADD COLUMN "package_size" INTEGER NOT NULL DEFAULT 0 CHECK ("package_size" >= 0);

DROP TRIGGER inspection_is_frozen;
CREATE TRIGGER inspection_is_frozen BEFORE UPDATE ON inspection
WHEN (new.number, new.lot_id, new.plan_id, new.standard, new.level, new.aql, new.severity, new.lot_size, new.ac, new.re,
      new.seed, new.package_size)
  IS NOT (old.number, old.lot_id, old.plan_id, old.standard, old.level, old.aql, old.severity, old.lot_size, old.ac,
          old.re, old.seed, old.package_size)
  OR new.sample_size < old.sample_size
  -- units of further stages are taken as the plan asks for them
  OR (new.sample_size > old.sample_size AND old.state <> 'in_progress')
BEGIN SELECT raise (ABORT, 'n, Ac and Re are frozen at the draw'); END;

-- Whose history decides how strictly lots are inspected.
CREATE TABLE "quality_level" (
  id INTEGER PRIMARY KEY,
  "product_id" INTEGER NOT NULL REFERENCES "product" (id),
  "supplier_id" INTEGER NOT NULL REFERENCES "party" (id),
  "plan_type" TEXT NOT NULL CHECK ("plan_type" IN ('incoming', 'in_process', 'returned', 'stock_surveillance', 'after_repair')),
  "scope" TEXT NOT NULL CHECK ("scope" IN ('all', 'critical', 'major', 'minor')),
  "method" TEXT NOT NULL CHECK ("method" IN ('aql', 'zero', 'fixed', 'percent', 'full', 'variables', 'skip_lot')),
  "standard" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "aql" TEXT NOT NULL,
  "counts_nonconformities" INTEGER NOT NULL CHECK ("counts_nonconformities" IN (0, 1)),
  "characteristic" INTEGER NOT NULL CHECK ("characteristic" >= 0),
  "qualify" INTEGER NOT NULL CHECK ("qualify" >= 0),
  "every" INTEGER NOT NULL CHECK ("every" >= 0),
  "requalify" INTEGER NOT NULL CHECK ("requalify" >= 0),
  "seed" BLOB,
  UNIQUE (product_id, supplier_id, plan_type, scope, method, standard, type, level, aql, counts_nonconformities,
          characteristic, qualify, every, requalify)
) STRICT;

-- One line of the ledger of a quality level. Never changed.
CREATE TABLE "quality_entry" (
  id INTEGER PRIMARY KEY,
  "level_id" INTEGER NOT NULL REFERENCES "quality_level" (id),
  "position" INTEGER NOT NULL CHECK ("position" > 0),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('lot', 'steady', 'irregular', 'reduced-allowed', 'reduced-withheld', 'reduced-ended', 'resumed', 'skipped', 'every-lot')),
  "lot_id" INTEGER REFERENCES "lot" (id),
  "inspection_id" INTEGER REFERENCES "inspection" (id),
  "lot_size" INTEGER NOT NULL CHECK ("lot_size" >= 0),
  "under" TEXT NOT NULL CHECK ("under" IN ('normal', 'tightened', 'reduced', 'discontinued')),
  "original" INTEGER NOT NULL CHECK ("original" IN (0, 1)),
  "nonconforming" INTEGER NOT NULL CHECK ("nonconforming" >= 0),
  "stage" INTEGER NOT NULL CHECK ("stage" >= 0),
  "has_limit_number" INTEGER NOT NULL CHECK ("has_limit_number" IN (0, 1)),
  "limit_number" INTEGER NOT NULL CHECK ("limit_number" >= 0),
  "severity" TEXT NOT NULL CHECK ("severity" IN ('normal', 'tightened', 'reduced', 'discontinued')),
  "accepted" INTEGER NOT NULL CHECK ("accepted" IN (0, 1)),
  "score" INTEGER NOT NULL CHECK ("score" >= 0),
  "next_severity" TEXT NOT NULL CHECK ("next_severity" IN ('normal', 'tightened', 'reduced', 'discontinued')),
  "event" TEXT NOT NULL CHECK ("event" IN ('none', 'to-tightened', 'to-normal-after-tightened', 'discontinued', 'resumed', 'to-reduced-by-score', 'to-reduced-by-ten-lots', 'to-normal-not-accepted', 'to-normal-in-gap', 'to-normal-irregular', 'to-normal-by-authority')),
  "reason" TEXT,
  "recorded_by" INTEGER NOT NULL REFERENCES "user" (id),
  "recorded_at" INTEGER NOT NULL,
  UNIQUE (level_id, position)
) STRICT;
CREATE INDEX quality_entry_by_lot ON quality_entry (lot_id) WHERE lot_id IS NOT NULL;
CREATE TRIGGER quality_entry_no_update BEFORE UPDATE ON quality_entry
BEGIN SELECT raise (ABORT, 'quality_entry only grows'); END;
CREATE TRIGGER quality_entry_no_delete BEFORE DELETE ON quality_entry
BEGIN SELECT raise (ABORT, 'quality_entry only grows'); END;

-- What one rule came to for one lot, frozen at the draw.
CREATE TABLE "class_plan" (
  id INTEGER PRIMARY KEY,
  "inspection_id" INTEGER NOT NULL REFERENCES "inspection" (id),
  "position" INTEGER NOT NULL CHECK ("position" > 0),
  "rule_id" INTEGER REFERENCES "sampling_rule" (id),
  "level_id" INTEGER REFERENCES "quality_level" (id),
  "scope" TEXT NOT NULL CHECK ("scope" IN ('all', 'critical', 'major', 'minor')),
  "method" TEXT NOT NULL CHECK ("method" IN ('aql', 'zero', 'fixed', 'percent', 'full', 'variables', 'skip_lot')),
  "standard" TEXT,
  "type" TEXT,
  "level" TEXT,
  "aql" TEXT,
  "severity" TEXT NOT NULL CHECK ("severity" IN ('normal', 'tightened', 'reduced', 'discontinued')),
  "counts_nonconformities" INTEGER NOT NULL CHECK ("counts_nonconformities" IN (0, 1)),
  "letter" TEXT,
  "plan_letter" TEXT,
  "samples" TEXT NOT NULL,
  "full_inspection" INTEGER NOT NULL CHECK ("full_inspection" IN (0, 1)),
  "characteristic_id" INTEGER REFERENCES "characteristic" (id),
  "variables_method" TEXT,
  "sigma" INTEGER NOT NULL CHECK ("sigma" >= 0),
  UNIQUE (inspection_id, position)
) STRICT;
CREATE TRIGGER class_plan_no_update BEFORE UPDATE ON class_plan
BEGIN SELECT raise (ABORT, 'a plan is frozen at the draw'); END;
CREATE TRIGGER class_plan_no_delete BEFORE DELETE ON class_plan
BEGIN SELECT raise (ABORT, 'a plan is frozen at the draw'); END;

-- A signature can mean an act on severity or an approved plan now.
CREATE TABLE "signature_with_plans" (
  id INTEGER PRIMARY KEY,
  "subject" TEXT NOT NULL,
  "subject_id" INTEGER NOT NULL,
  "record_hash" BLOB NOT NULL,
  "meaning" TEXT NOT NULL CHECK ("meaning" IN ('accepted_within_plan', 'rejection_confirmed', 'held', 'usage_decision', 'recalled', 'severity', 'plan_approved', 'plan_retired')),
  "signer_id" INTEGER NOT NULL REFERENCES "user" (id),
  "signed_at" INTEGER NOT NULL
) STRICT;
INSERT INTO signature_with_plans SELECT id, subject, subject_id, record_hash, meaning, signer_id, signed_at FROM signature;
DROP TABLE signature;
ALTER TABLE signature_with_plans RENAME TO signature;
CREATE INDEX signature_by_subject ON signature (subject_id);
CREATE TRIGGER signature_no_update BEFORE UPDATE ON signature
BEGIN SELECT raise (ABORT, 'signature only grows'); END;
CREATE TRIGGER signature_no_delete BEFORE DELETE ON signature
BEGIN SELECT raise (ABORT, 'signature only grows'); END;
