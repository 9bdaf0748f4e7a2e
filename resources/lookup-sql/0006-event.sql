-- What stations are told, in the order of the commits: codes that may be copied, goods in the shops that should not be
-- there, reports that cannot wait, and what customers say of how their case ended.
CREATE TABLE event
(
  seq INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1),
  at INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('mark', 'satisfaction')),
  lot TEXT,
  key_version INTEGER,
  unit INTEGER,
  serial TEXT,
  reason TEXT CHECK (reason IN ('many_queries', 'void_unit', 'on_hold', 'recalled', 'reported_fake', 'reported_unsafe')),
  queries INTEGER,
  case_id INTEGER,
  score INTEGER CHECK (score BETWEEN 1 AND 5),
  text TEXT,
  CHECK ((type = 'mark') = (reason IS NOT NULL)),
  CHECK ((type = 'satisfaction') = (score IS NOT NULL))
) STRICT;

-- Which units were marked, and why: each once, however often it is asked for.
CREATE TABLE unit_mark
(
  lot TEXT NOT NULL,
  key_version INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('many_queries', 'void_unit', 'on_hold', 'recalled', 'reported_fake', 'reported_unsafe')),
  PRIMARY KEY (lot, key_version, unit, reason)
) STRICT, WITHOUT ROWID;

-- What each station promises its customers, as it published it last.
CREATE TABLE policy
(
  station INTEGER NOT NULL PRIMARY KEY CHECK (station BETWEEN 1 AND 1023),
  epoch INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  promised_hours INTEGER NOT NULL CHECK (promised_hours BETWEEN 1 AND 720),
  copied_after INTEGER NOT NULL CHECK (copied_after BETWEEN 2 AND 1000000),
  keep_days INTEGER NOT NULL CHECK (keep_days BETWEEN 1 AND 36500),
  contact_en TEXT,
  contact_zh TEXT
) STRICT;
