-- A scan that was not understood or not allowed, until somebody has seen it. The oldest row is written over once there
-- are enough.
CREATE TABLE "scan_problem" (
  id INTEGER PRIMARY KEY,
  "text" TEXT,
  "word" TEXT NOT NULL,
  "detail" TEXT,
  "user_id" INTEGER REFERENCES "user" (id),
  "scanned_at" INTEGER NOT NULL,
  "acknowledged_at" INTEGER
) STRICT;
CREATE INDEX scan_problem_by_time ON scan_problem (scanned_at, id);
CREATE INDEX scan_problem_open ON scan_problem (id) WHERE acknowledged_at IS NULL;

-- A label that was printed again names the job that it repeats; a badge names whose it is.
ALTER TABLE "print_job" ADD COLUMN "copy_of" INTEGER REFERENCES "print_job" (id);
ALTER TABLE "print_job" ADD COLUMN "copy_number" INTEGER;
ALTER TABLE "print_job" ADD COLUMN "first_unit" INTEGER;
ALTER TABLE "print_job" ADD COLUMN "reason" TEXT;
ALTER TABLE "print_job" ADD COLUMN "note" TEXT;
ALTER TABLE "print_job" ADD COLUMN "user_id" INTEGER REFERENCES "user" (id);
CREATE INDEX print_job_by_copy ON print_job (copy_of, id) WHERE copy_of IS NOT NULL;
CREATE INDEX print_job_by_batch ON print_job (batch_id, id) WHERE batch_id IS NOT NULL;

-- A batch that was voided says why, by whom and when.
ALTER TABLE "code_batch" ADD COLUMN "void_reason" TEXT;
ALTER TABLE "code_batch" ADD COLUMN "voided_by" INTEGER REFERENCES "user" (id);
ALTER TABLE "code_batch" ADD COLUMN "voided_at" INTEGER;
