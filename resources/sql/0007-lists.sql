-- What the lists are read from. All of it is derived from the records, is kept true by the transactions that write
-- them, and is made anew when its version here is not the program's.
CREATE TABLE derived (
  name TEXT PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The words of a product and of a supplier, one character of Chinese a word.
CREATE VIRTUAL TABLE product_search USING fts5 (words, tokenize = 'unicode61');
CREATE VIRTUAL TABLE party_search USING fts5 (words, tokenize = 'unicode61');

-- The words of a lot: its number, the supplier's, and one word each for its product and its supplier, so that another
-- name of a product changes one row.
CREATE VIRTUAL TABLE lot_search USING fts5 (words, content = '', detail = none, columnsize = 0, tokenize = 'unicode61');

-- The words that lots have in common or that people know by their beginnings.
CREATE TABLE lot_word (
  word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- What waits for somebody, a row for each delivery or lot that does; the order is the list's.
CREATE TABLE work (
  id INTEGER PRIMARY KEY,
  list TEXT NOT NULL CHECK (list IN ('queue', 'review')),
  kind TEXT NOT NULL CHECK (kind IN ('delivery', 'inspect', 'go_on', 'labels', 'decide')),
  urgency INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  since INTEGER NOT NULL
) STRICT;
CREATE INDEX work_by_urgency ON work (list, urgency, due_at, since, id);

-- An open inspection passed from one inspector to another. The readings stay whose they are.
CREATE TABLE "take_over" (
  id INTEGER PRIMARY KEY,
  "inspection_id" INTEGER NOT NULL REFERENCES "inspection" (id),
  "from_id" INTEGER REFERENCES "user" (id),
  "to_id" INTEGER NOT NULL REFERENCES "user" (id),
  "position" INTEGER NOT NULL CHECK ("position" >= 0),
  "taken_at" INTEGER NOT NULL
) STRICT;
CREATE INDEX take_over_by_inspection ON take_over (inspection_id, id);

CREATE TRIGGER take_over_no_update BEFORE UPDATE ON take_over
BEGIN SELECT raise (ABORT, 'take_over only grows'); END;
CREATE TRIGGER take_over_no_delete BEFORE DELETE ON take_over
BEGIN SELECT raise (ABORT, 'take_over only grows'); END;
