-- A check may ask for a photo or a second person, and may be allowed not to apply to a unit.
ALTER TABLE characteristic ADD COLUMN "photo_required" INTEGER NOT NULL DEFAULT 0 CHECK ("photo_required" IN (0, 1));
ALTER TABLE characteristic ADD COLUMN "second_person" INTEGER NOT NULL DEFAULT 0 CHECK ("second_person" IN (0, 1));
ALTER TABLE characteristic ADD COLUMN "may_not_apply" INTEGER NOT NULL DEFAULT 0 CHECK ("may_not_apply" IN (0, 1));

-- One check on one unit. Never changed; undone by a counter-entry. It references itself by the name that it has until
-- the old table is gone.
CREATE TABLE "reading_next" (
  id INTEGER PRIMARY KEY,
  "inspection_id" INTEGER NOT NULL REFERENCES "inspection" (id),
  "position" INTEGER NOT NULL CHECK ("position" > 0),
  "characteristic_id" INTEGER NOT NULL REFERENCES "characteristic" (id),
  "result" TEXT NOT NULL CHECK ("result" IN ('pass', 'fail', 'not_applicable')),
  "has_value" INTEGER NOT NULL CHECK ("has_value" IN (0, 1)),
  "value" INTEGER NOT NULL,
  "unit" TEXT,
  "defect_code_id" INTEGER REFERENCES "defect_code" (id),
  "note" TEXT,
  "inspector_id" INTEGER NOT NULL REFERENCES "user" (id),
  "recorded_at" INTEGER NOT NULL,
  "undoes_id" INTEGER UNIQUE REFERENCES "reading_next" (id),
  "act_id" INTEGER NOT NULL REFERENCES "reading_next" (id),
  "second_id" INTEGER REFERENCES "user" (id),
  "entered" INTEGER NOT NULL DEFAULT 0,
  "entered_unit" TEXT
) STRICT;
INSERT INTO reading_next
  SELECT id, inspection_id, position, characteristic_id, result, has_value, value, unit, defect_code_id, note,
         inspector_id, recorded_at, undoes_id, act_id, NULL, 0, NULL
  FROM reading ORDER BY id;
DROP TABLE reading;
ALTER TABLE reading_next RENAME TO reading;
CREATE INDEX reading_by_inspection ON reading (inspection_id, id);
CREATE TRIGGER reading_no_update BEFORE UPDATE ON reading
BEGIN SELECT raise (ABORT, 'reading only grows'); END;
CREATE TRIGGER reading_no_delete BEFORE DELETE ON reading
BEGIN SELECT raise (ABORT, 'reading only grows'); END;
CREATE TRIGGER reading_after_decision BEFORE INSERT ON reading
WHEN (SELECT state FROM inspection WHERE id = new.inspection_id) IN ('decided', 'void')
BEGIN SELECT raise (ABORT, 'a decided inspection takes no more readings'); END;

CREATE INDEX lot_by_origin ON lot (product_id, supplier_id, id);
