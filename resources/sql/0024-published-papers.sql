-- Why the lookup service refused a publication that waits; a person is told until it is taken.
ALTER TABLE "outbox" ADD COLUMN "refusal" TEXT;
CREATE INDEX outbox_waiting_by_id ON outbox (id) WHERE state = 'waiting';
CREATE INDEX outbox_refused ON outbox (epoch, seq) WHERE state = 'waiting' AND refusal IS NOT NULL;

-- The redacted inspection report of a published lot, drawn after the act that published it.
CREATE TABLE "public_report" (
  id INTEGER PRIMARY KEY,
  "lot_id" INTEGER NOT NULL UNIQUE REFERENCES "lot" (id),
  "state" TEXT NOT NULL CHECK ("state" IN ('wanted', 'made', 'failed')),
  "sha256" BLOB CHECK (length ("sha256") = 32),
  "size" INTEGER NOT NULL CHECK ("size" >= 0),
  "wanted_at" INTEGER NOT NULL,
  "made_at" INTEGER
) STRICT;
CREATE INDEX public_report_wanted ON public_report (id) WHERE state = 'wanted';

-- A paper that came with a lot: what stands on it and the hash of its file, never the file.
CREATE TABLE "certificate" (
  id INTEGER PRIMARY KEY,
  "lot_id" INTEGER NOT NULL REFERENCES "lot" (id),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('analysis', 'conformity', 'origin', 'quarantine', 'test_report', 'other')),
  "number" TEXT NOT NULL,
  "issuer" TEXT NOT NULL,
  "issued" INTEGER,
  "sha256" BLOB NOT NULL CHECK (length ("sha256") = 32),
  "size" INTEGER NOT NULL CHECK ("size" > 0),
  "added_by" INTEGER NOT NULL REFERENCES "user" (id),
  "added_at" INTEGER NOT NULL,
  UNIQUE (lot_id, sha256)
) STRICT;
CREATE INDEX certificate_by_lot ON certificate (lot_id, id);
CREATE TRIGGER certificate_is_fixed BEFORE UPDATE ON certificate
BEGIN SELECT raise (ABORT, 'a certificate never changes'); END;
