-- Keys by which administrators take over a new epoch of this station at the lookup service; the public halves.
CREATE TABLE "administrator_key" (
  id INTEGER PRIMARY KEY,
  "public_key" BLOB NOT NULL UNIQUE CHECK (length ("public_key") = 32),
  "user_id" INTEGER NOT NULL REFERENCES "user" (id),
  "added_at" INTEGER NOT NULL,
  "withdrawn_by" INTEGER REFERENCES "user" (id),
  "withdrawn_at" INTEGER,
  "reason" TEXT,
  CHECK (("withdrawn_by" IS NULL) = ("withdrawn_at" IS NULL))
) STRICT;
CREATE INDEX administrator_key_in_force ON administrator_key (id) WHERE withdrawn_at IS NULL;
