-- A photograph that belongs to a record; its bytes lie in a file named by their SHA-256.
CREATE TABLE "attachment" (
  id INTEGER PRIMARY KEY,
  "subject" TEXT NOT NULL CHECK ("subject" IN ('lot', 'reading', 'receipt_line')),
  "subject_id" INTEGER NOT NULL,
  "sha256" BLOB NOT NULL CHECK (length ("sha256") = 32),
  "media_type" TEXT NOT NULL,
  "size" INTEGER NOT NULL CHECK ("size" > 0),
  "name" TEXT,
  "taken_by" INTEGER NOT NULL REFERENCES "user" (id),
  "taken_at" INTEGER NOT NULL,
  "lot_id" INTEGER REFERENCES "lot" (id)
) STRICT;
CREATE INDEX attachment_by_subject ON attachment (subject_id, id);
CREATE INDEX attachment_by_lot ON attachment (lot_id, id);

CREATE TRIGGER attachment_no_update BEFORE UPDATE ON attachment
BEGIN SELECT raise (ABORT, 'attachment only grows'); END;
CREATE TRIGGER attachment_no_delete BEFORE DELETE ON attachment
BEGIN SELECT raise (ABORT, 'attachment only grows'); END;
