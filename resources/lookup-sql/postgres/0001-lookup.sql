-- The lookup service's own database. It knows published lots, how often their units were asked for, and customers'
-- problem reports; never a person's name in clear, never a master key.

-- How far each station's publications of an epoch have been taken in: the head of the chain.
CREATE TABLE origin
(
  station BIGINT NOT NULL CHECK (station BETWEEN 1 AND 1023),
  epoch BIGINT NOT NULL CHECK (epoch >= 1),
  seq BIGINT NOT NULL CHECK (seq >= 0),
  hash BYTEA NOT NULL CHECK (octet_length (hash) = 32),
  PRIMARY KEY (station, epoch)
);

-- Every publication as it came, verified. One that came before its predecessor is held until the gap is closed.
CREATE TABLE publication
(
  station BIGINT NOT NULL,
  epoch BIGINT NOT NULL,
  seq BIGINT NOT NULL CHECK (seq >= 1),
  hash BYTEA NOT NULL CHECK (octet_length (hash) = 32),
  is_held BIGINT NOT NULL CHECK (is_held IN (0, 1)),
  type TEXT NOT NULL,
  line TEXT NOT NULL,
  received_at BIGINT NOT NULL,
  PRIMARY KEY (station, epoch, seq)
);
CREATE INDEX publication_held ON publication (station, epoch) WHERE is_held = 1;

-- Two histories signed with one key: both are kept, nothing of the second is believed.
CREATE TABLE fork
(
  station BIGINT NOT NULL,
  epoch BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  hash BYTEA NOT NULL CHECK (octet_length (hash) = 32),
  line TEXT NOT NULL,
  seen_at BIGINT NOT NULL,
  PRIMARY KEY (station, epoch, seq, hash)
);

-- A lot's state: its public record in clear, its control record still sealed to this service's key.
CREATE TABLE lot
(
  lot TEXT NOT NULL PRIMARY KEY CHECK (length (lot) BETWEEN 1 AND 20),
  station BIGINT NOT NULL,
  record_epoch BIGINT NOT NULL DEFAULT 0,
  record_rev BIGINT NOT NULL DEFAULT 0,
  record TEXT,
  was_released BIGINT NOT NULL DEFAULT 0 CHECK (was_released IN (0, 1)),
  control_epoch BIGINT NOT NULL DEFAULT 0,
  control_rev BIGINT NOT NULL DEFAULT 0,
  control BYTEA
);

-- Keyed by key version too, so that a station restored from a backup never inherits a stranger's count.
CREATE TABLE unit_query
(
  lot TEXT NOT NULL,
  key_version BIGINT NOT NULL,
  unit BIGINT NOT NULL CHECK (unit >= 0),
  queries BIGINT NOT NULL CHECK (queries >= 1),
  first_at BIGINT NOT NULL,
  last_at BIGINT NOT NULL,
  PRIMARY KEY (lot, key_version, unit)
);

-- Customers' problem reports. The contact is sealed to the service desk's key: this service cannot read it.
CREATE TABLE problem
(
  id BIGINT NOT NULL PRIMARY KEY CHECK (id > 0),
  form_key BYTEA NOT NULL UNIQUE CHECK (octet_length (form_key) = 16),
  content_hash BYTEA NOT NULL CHECK (octet_length (content_hash) = 32),
  lot TEXT,
  serial TEXT,
  code_state TEXT NOT NULL CHECK (code_state IN ('none', 'unknown', 'active', 'void')),
  kind TEXT NOT NULL CHECK (kind IN ('quality', 'damaged', 'wrong', 'fake', 'safety', 'other')),
  text TEXT NOT NULL CHECK (length (text) BETWEEN 1 AND 2000),
  contact BYTEA,
  consent_at BIGINT,
  language TEXT NOT NULL CHECK (language IN ('en', 'zh-CN')),
  created_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  status TEXT NOT NULL DEFAULT 'received' CHECK (status IN ('received', 'review', 'processing', 'resolved', 'closed')),
  answer TEXT,
  answered_at BIGINT,
  CHECK ((contact IS NULL) = (consent_at IS NULL))
);
