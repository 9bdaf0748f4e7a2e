-- A photograph that came with a report, sealed to the service desk's key; never served but to stations, and gone when
-- its case is closed.
CREATE TABLE photo
(
  case_id INTEGER NOT NULL PRIMARY KEY,
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  sha256 BLOB NOT NULL CHECK (length (sha256) = 32),
  sealed BLOB NOT NULL,
  consent_at INTEGER NOT NULL
) STRICT;
