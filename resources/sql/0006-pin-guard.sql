-- How often in a row somebody's PIN was wrong, and when last.
CREATE TABLE "pin_guard" (
  id INTEGER PRIMARY KEY,
  "user_id" INTEGER NOT NULL UNIQUE REFERENCES "user" (id),
  "failures" INTEGER NOT NULL CHECK ("failures" >= 0),
  "failed_at" INTEGER NOT NULL
) STRICT;
