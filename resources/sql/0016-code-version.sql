-- Why there is another version of the code key, and which ones are no longer vouched for. The keys are in the key file.
-- Version 1 has a row only once it is revoked.
CREATE TABLE "code_version" (
  id INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL UNIQUE CHECK ("version" > 0),
  "cause" TEXT NOT NULL CHECK ("cause" IN ('first', 'rotation', 'leak', 'restore', 'key_file')),
  "note" TEXT,
  "made_by" INTEGER REFERENCES "user" (id),
  "made_at" INTEGER NOT NULL,
  "revoked_by" INTEGER REFERENCES "user" (id),
  "revoked_at" INTEGER,
  "revoke_reason" TEXT
) STRICT;
CREATE INDEX code_batch_by_version ON code_batch (key_version, id);
