-- A station's policies are published too, and belong to no lot.
CREATE TABLE "outbox_next" (
  id INTEGER PRIMARY KEY,
  "epoch" INTEGER NOT NULL CHECK ("epoch" > 0),
  "seq" INTEGER NOT NULL CHECK ("seq" > 0),
  "type" TEXT NOT NULL,
  "lot_id" INTEGER REFERENCES "lot" (id),
  "rev" INTEGER NOT NULL CHECK ("rev" > 0),
  "body_hash" BLOB NOT NULL,
  "line" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('waiting', 'sent')),
  "published_at" INTEGER NOT NULL,
  "sent_at" INTEGER,
  "refusal" TEXT,
  UNIQUE (epoch, seq)
) STRICT;
INSERT INTO outbox_next
  SELECT id, epoch, seq, type, lot_id, rev, body_hash, line, state, published_at, sent_at, refusal FROM outbox ORDER BY id;
DROP TABLE outbox;
ALTER TABLE outbox_next RENAME TO outbox;
CREATE INDEX outbox_waiting ON outbox (epoch, seq) WHERE state = 'waiting';
CREATE INDEX outbox_by_lot ON outbox (lot_id, id);
CREATE INDEX outbox_waiting_by_id ON outbox (id) WHERE state = 'waiting';
CREATE INDEX outbox_refused ON outbox (epoch, seq) WHERE state = 'waiting' AND refusal IS NOT NULL;
CREATE INDEX outbox_of_policy ON outbox (epoch, seq) WHERE type = 'policy';
CREATE TRIGGER outbox_line_is_fixed BEFORE UPDATE ON outbox
WHEN (new.epoch, new.seq, new.type, new.lot_id, new.rev, new.body_hash, new.line)
  IS NOT (old.epoch, old.seq, old.type, old.lot_id, old.rev, old.body_hash, old.line)
BEGIN SELECT raise (ABORT, 'a signed publication never changes'); END;

-- What came with a case besides its words, and what the customer said at its end.
ALTER TABLE "ticket" ADD COLUMN "photo" TEXT NOT NULL DEFAULT 'none'
  CHECK ("photo" IN ('none', 'wanted', 'kept', 'gone'));
ALTER TABLE "ticket" ADD COLUMN "photo_size" INTEGER;
ALTER TABLE "ticket" ADD COLUMN "photo_sha256" BLOB;
ALTER TABLE "ticket" ADD COLUMN "language" TEXT;
ALTER TABLE "ticket" ADD COLUMN "satisfaction" INTEGER CHECK ("satisfaction" BETWEEN 0 AND 5);
ALTER TABLE "ticket" ADD COLUMN "satisfaction_text" TEXT;
ALTER TABLE "ticket" ADD COLUMN "satisfied_at" INTEGER;
CREATE INDEX ticket_photo_wanted ON ticket (id) WHERE photo = 'wanted';
CREATE INDEX ticket_by_promise ON ticket (state = 'resolved', due_at) WHERE state NOT IN ('closed', 'archived');
CREATE INDEX ticket_closed ON ticket (received_at) WHERE state IN ('closed', 'archived');

-- What the service desk said to a case. It waits until the lookup service has it.
CREATE TABLE "ticket_answer" (
  id INTEGER PRIMARY KEY,
  "ticket_id" INTEGER NOT NULL REFERENCES "ticket" (id),
  "state" TEXT NOT NULL CHECK ("state" IN ('received', 'review', 'processing', 'resolved', 'confirmed', 'closed', 'archived')),
  "text" TEXT,
  "answered_by" INTEGER NOT NULL REFERENCES "user" (id),
  "answered_at" INTEGER NOT NULL,
  "delivery" TEXT NOT NULL CHECK ("delivery" IN ('waiting', 'carried', 'refused')),
  "carried_at" INTEGER,
  "refusal" TEXT
) STRICT;
CREATE INDEX ticket_answer_by_ticket ON ticket_answer (ticket_id, id);
CREATE INDEX ticket_answer_waiting ON ticket_answer (id) WHERE delivery = 'waiting';
CREATE TRIGGER ticket_answer_is_fixed BEFORE UPDATE ON ticket_answer
WHEN (new.ticket_id, new.state, new.text, new.answered_by, new.answered_at)
  IS NOT (old.ticket_id, old.state, old.text, old.answered_by, old.answered_at)
BEGIN SELECT raise (ABORT, 'an answer to a customer never changes'); END;

-- A customer's photograph, sealed to the service desk's key as it came.
CREATE TABLE "ticket_photo" (
  id INTEGER PRIMARY KEY,
  "ticket_id" INTEGER NOT NULL UNIQUE REFERENCES "ticket" (id),
  "sealed" BLOB NOT NULL,
  "fetched_at" INTEGER NOT NULL
) STRICT;

-- Who looked at a customer's contact or photograph.
CREATE TABLE "ticket_look" (
  id INTEGER PRIMARY KEY,
  "ticket_id" INTEGER NOT NULL REFERENCES "ticket" (id),
  "part" TEXT NOT NULL CHECK ("part" IN ('contact', 'photo')),
  "looked_by" INTEGER NOT NULL REFERENCES "user" (id),
  "looked_at" INTEGER NOT NULL
) STRICT;
CREATE INDEX ticket_look_by_ticket ON ticket_look (ticket_id, id);

-- What the lookup service found suspicious, until the QA lead has seen it and after.
CREATE TABLE "suspicion" (
  id INTEGER PRIMARY KEY,
  "seq" INTEGER NOT NULL,
  "at" INTEGER NOT NULL,
  "reason" TEXT NOT NULL CHECK ("reason" IN ('many_queries', 'void_unit', 'on_hold', 'recalled', 'reported_fake', 'reported_unsafe')),
  "lot" TEXT,
  "lot_id" INTEGER REFERENCES "lot" (id),
  "key_version" INTEGER NOT NULL,
  "unit" INTEGER NOT NULL CHECK ("unit" >= 0),
  "has_unit" INTEGER NOT NULL CHECK ("has_unit" IN (0, 1)),
  "serial" TEXT,
  "queries" INTEGER NOT NULL CHECK ("queries" >= 0),
  "case_id" INTEGER,
  "acknowledged_by" INTEGER REFERENCES "user" (id),
  "acknowledged_at" INTEGER,
  "note" TEXT
) STRICT;
CREATE INDEX suspicion_open ON suspicion (id) WHERE acknowledged_at IS NULL;
CREATE INDEX suspicion_open_of_unit ON suspicion (lot, key_version, unit, reason) WHERE acknowledged_at IS NULL;
CREATE INDEX suspicion_by_lot ON suspicion (lot_id, id) WHERE lot_id IS NOT NULL;

-- How often the units of a lot were looked up, as the lookup service counted last.
CREATE TABLE "query_count" (
  id INTEGER PRIMARY KEY,
  "lot" TEXT NOT NULL UNIQUE,
  "lot_id" INTEGER REFERENCES "lot" (id),
  "units" INTEGER NOT NULL CHECK ("units" >= 0),
  "queries" INTEGER NOT NULL CHECK ("queries" >= 0),
  "marked" INTEGER NOT NULL CHECK ("marked" >= 0),
  "first_at" INTEGER,
  "last_at" INTEGER
) STRICT;
CREATE INDEX query_count_by_lot ON query_count (lot_id) WHERE lot_id IS NOT NULL;

-- How far the log of each lookup service has been read.
CREATE TABLE "lookup_cursor" (
  id INTEGER PRIMARY KEY,
  "service" TEXT NOT NULL UNIQUE,
  "event_seq" INTEGER NOT NULL CHECK ("event_seq" >= 0)
) STRICT;
