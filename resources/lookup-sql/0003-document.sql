-- A PDF that a station published, by the SHA-256 that public records name it by; served only for a lot whose record does.
CREATE TABLE document
(
  sha256 BLOB NOT NULL PRIMARY KEY CHECK (length (sha256) = 32),
  pdf BLOB NOT NULL CHECK (length (pdf) > 0)
) STRICT;
