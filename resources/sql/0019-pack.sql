-- Cartons and pallets of ours. An SSCC is never given twice.
CREATE TABLE "pack" (
  id INTEGER PRIMARY KEY,
  "sscc" TEXT NOT NULL UNIQUE CHECK (length ("sscc") = 18),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('carton', 'pallet')),
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'closed', 'broken', 'recalled')),
  "opened_by" INTEGER NOT NULL REFERENCES "user" (id),
  "opened_at" INTEGER NOT NULL,
  "closed_by" INTEGER REFERENCES "user" (id),
  "closed_at" INTEGER,
  "ended_by" INTEGER REFERENCES "user" (id),
  "ended_at" INTEGER,
  "reason" TEXT
) STRICT;

-- What is in them, and what was: a unit and a carton are in one place at a time.
CREATE TABLE "pack_item" (
  id INTEGER PRIMARY KEY,
  "pack_id" INTEGER NOT NULL REFERENCES "pack" (id),
  "lot_id" INTEGER REFERENCES "lot" (id),
  "unit" INTEGER NOT NULL CHECK ("unit" >= 0),
  "child_id" INTEGER REFERENCES "pack" (id),
  "added_by" INTEGER NOT NULL REFERENCES "user" (id),
  "added_at" INTEGER NOT NULL,
  "removed_by" INTEGER REFERENCES "user" (id),
  "removed_at" INTEGER,
  CHECK (("lot_id" IS NULL) <> ("child_id" IS NULL))
) STRICT;
CREATE INDEX pack_item_by_pack ON pack_item (pack_id, id);
CREATE UNIQUE INDEX pack_item_of_unit ON pack_item (lot_id, unit) WHERE removed_at IS NULL AND lot_id IS NOT NULL;
CREATE UNIQUE INDEX pack_item_of_child ON pack_item (child_id) WHERE removed_at IS NULL AND child_id IS NOT NULL;
