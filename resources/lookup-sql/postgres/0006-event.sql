-- What stations are told, in the order of the commits: codes that may be copied, goods in the shops that should not be
-- there, reports that cannot wait, and what customers say of how their case ended.
CREATE TABLE event
(
  seq BIGINT NOT NULL PRIMARY KEY CHECK (seq >= 1),
  at BIGINT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('mark', 'satisfaction')),
  lot TEXT,
  key_version BIGINT,
  unit BIGINT,
  serial TEXT,
  reason TEXT CHECK (reason IN ('many_queries', 'void_unit', 'on_hold', 'recalled', 'reported_fake', 'reported_unsafe')),
  queries BIGINT,
  case_id BIGINT,
  score BIGINT CHECK (score BETWEEN 1 AND 5),
  text TEXT,
  CHECK ((type = 'mark') = (reason IS NOT NULL)),
  CHECK ((type = 'satisfaction') = (score IS NOT NULL))
);

-- Which units were marked, and why: each once, however often it is asked for.
CREATE TABLE unit_mark
(
  lot TEXT NOT NULL,
  key_version BIGINT NOT NULL,
  unit BIGINT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('many_queries', 'void_unit', 'on_hold', 'recalled', 'reported_fake', 'reported_unsafe')),
  PRIMARY KEY (lot, key_version, unit, reason)
);

-- What each station promises its customers, as it published it last.
CREATE TABLE policy
(
  station BIGINT NOT NULL PRIMARY KEY CHECK (station BETWEEN 1 AND 1023),
  epoch BIGINT NOT NULL,
  rev BIGINT NOT NULL,
  promised_hours BIGINT NOT NULL CHECK (promised_hours BETWEEN 1 AND 720),
  copied_after BIGINT NOT NULL CHECK (copied_after BETWEEN 2 AND 1000000),
  keep_days BIGINT NOT NULL CHECK (keep_days BETWEEN 1 AND 36500),
  contact_en TEXT,
  contact_zh TEXT
);
