-- A PDF that a station published, by the SHA-256 that public records name it by; served only for a lot whose record does.
CREATE TABLE document
(
  sha256 BYTEA NOT NULL PRIMARY KEY CHECK (octet_length (sha256) = 32),
  pdf BYTEA NOT NULL CHECK (octet_length (pdf) > 0)
);
