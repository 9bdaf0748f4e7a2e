-- Labels of cartons, places and samples, and of anything in a table; and a job that was stopped for good. It references
-- itself by the name that it has until the old table is gone.
CREATE TABLE "print_job_next" (
  id INTEGER PRIMARY KEY,
  "lot_id" INTEGER REFERENCES "lot" (id),
  "batch_id" INTEGER REFERENCES "code_batch" (id),
  "purpose" TEXT NOT NULL CHECK ("purpose" IN ('unit', 'lot', 'hold', 'reject', 'released', 'badge', 'sheet', 'carton', 'location', 'sample', 'other')),
  "template" TEXT NOT NULL,
  "labels" INTEGER NOT NULL CHECK ("labels" > 0),
  "read_back" INTEGER NOT NULL CHECK ("read_back" >= 0),
  "file" TEXT NOT NULL,
  "printed_by" INTEGER NOT NULL REFERENCES "user" (id),
  "printed_at" INTEGER NOT NULL,
  "copy_of" INTEGER REFERENCES "print_job_next" (id),
  "copy_number" INTEGER,
  "first_unit" INTEGER,
  "reason" TEXT,
  "note" TEXT,
  "user_id" INTEGER REFERENCES "user" (id),
  "state" TEXT NOT NULL DEFAULT 'done' CHECK ("state" IN ('done', 'printing', 'stopped', 'given_up')),
  "sent" INTEGER,
  "confirmed" INTEGER,
  "printer" TEXT,
  "trouble" TEXT,
  "pack_id" INTEGER REFERENCES "pack" (id),
  "about" TEXT
) STRICT;
INSERT INTO print_job_next
  SELECT id, lot_id, batch_id, purpose, template, labels, read_back, file, printed_by, printed_at, copy_of, copy_number,
         first_unit, reason, note, user_id, state, sent, confirmed, printer, trouble, NULL, NULL
  FROM print_job ORDER BY id;
DROP TABLE print_job;
ALTER TABLE print_job_next RENAME TO print_job;
CREATE INDEX print_job_by_lot ON print_job (lot_id, id);
CREATE INDEX print_job_by_copy ON print_job (copy_of, id) WHERE copy_of IS NOT NULL;
CREATE INDEX print_job_by_batch ON print_job (batch_id, id) WHERE batch_id IS NOT NULL;
CREATE INDEX print_job_by_template ON print_job (template);
CREATE INDEX print_job_by_pack ON print_job (pack_id, id) WHERE pack_id IS NOT NULL;
