-- Units of a batch whose labels were withdrawn, while the rest of the batch stays good.
CREATE TABLE "void_unit" (
  id INTEGER PRIMARY KEY,
  "lot_id" INTEGER NOT NULL REFERENCES "lot" (id),
  "batch_id" INTEGER NOT NULL REFERENCES "code_batch" (id),
  "first_unit" INTEGER NOT NULL CHECK ("first_unit" >= 0),
  "units" INTEGER NOT NULL CHECK ("units" > 0),
  "reason" TEXT NOT NULL,
  "voided_by" INTEGER NOT NULL REFERENCES "user" (id),
  "voided_at" INTEGER NOT NULL,
  UNIQUE (lot_id, first_unit)
) STRICT;

-- What became of a batch's labels, as somebody counted it, and that nothing is left to explain.
ALTER TABLE "code_batch" ADD COLUMN "applied" INTEGER NOT NULL DEFAULT 0 CHECK ("applied" >= 0);
ALTER TABLE "code_batch" ADD COLUMN "spoiled" INTEGER NOT NULL DEFAULT 0 CHECK ("spoiled" >= 0);
ALTER TABLE "code_batch" ADD COLUMN "returned" INTEGER NOT NULL DEFAULT 0 CHECK ("returned" >= 0);
ALTER TABLE "code_batch" ADD COLUMN "reconciled_by" INTEGER REFERENCES "user" (id);
ALTER TABLE "code_batch" ADD COLUMN "reconciled_at" INTEGER;
ALTER TABLE "code_batch" ADD COLUMN "closed_by" INTEGER REFERENCES "user" (id);
ALTER TABLE "code_batch" ADD COLUMN "closed_at" INTEGER;
