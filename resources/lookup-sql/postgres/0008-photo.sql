-- A photograph that came with a report, sealed to the service desk's key; never served but to stations, and gone when
-- its case is closed.
CREATE TABLE photo
(
  case_id BIGINT NOT NULL PRIMARY KEY,
  bytes BIGINT NOT NULL CHECK (bytes > 0),
  sha256 BYTEA NOT NULL CHECK (octet_length (sha256) = 32),
  sealed BYTEA NOT NULL,
  consent_at BIGINT NOT NULL
);
