-- A database or a key file that was put back is told until somebody has seen it: who, when, and how many batches of codes
-- were taken over.
ALTER TABLE "code_version" ADD COLUMN "recovered" INTEGER;
ALTER TABLE "code_version" ADD COLUMN "seen_by" INTEGER REFERENCES "user" (id);
ALTER TABLE "code_version" ADD COLUMN "seen_at" INTEGER;
