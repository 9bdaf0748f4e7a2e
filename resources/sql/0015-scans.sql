-- Forms that codes have which nothing in the database tells: carriers' waybills, places and labels of the house.
CREATE TABLE "scan_pattern" (
  id INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL UNIQUE,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('waybill', 'user')),
  "meaning" TEXT,
  "pattern" TEXT NOT NULL,
  "check_rule" TEXT NOT NULL CHECK ("check_rule" IN ('none', 's10', 'ups', 'fedex', 'mod7')),
  "opens" TEXT NOT NULL CHECK ("opens" IN ('delivery', 'product', 'lot', 'location', 'nothing')),
  "position" INTEGER NOT NULL CHECK ("position" >= 0),
  "is_active" INTEGER NOT NULL CHECK ("is_active" IN (0, 1)),
  "changed_by" INTEGER REFERENCES "user" (id),
  "changed_at" INTEGER NOT NULL
) STRICT;
CREATE INDEX scan_pattern_by_position ON scan_pattern (position, id);

-- What was scanned and what became of it. It is kept for whoever asks what happened a moment ago, and is no record of
-- work: the latest are kept, and written some at a time, without an entry in the audit.
CREATE TABLE "scan_history" (
  id INTEGER PRIMARY KEY,
  "scanned_at" INTEGER NOT NULL,
  "origin" TEXT NOT NULL CHECK ("origin" IN ('wedge', 'picture', 'camera', 'serial', 'typed')),
  "device" TEXT,
  "aim" TEXT,
  "text" TEXT,
  "kind" TEXT,
  "result" TEXT NOT NULL,
  "word" TEXT,
  "user_id" INTEGER REFERENCES "user" (id),
  "delivery" TEXT,
  "lot_id" INTEGER REFERENCES "lot" (id)
) STRICT;
