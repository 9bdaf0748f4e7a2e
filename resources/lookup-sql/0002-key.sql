-- The service's key for which the control records were sealed: a process with another one could open none of them.
CREATE TABLE service_key
(
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  public_key BLOB NOT NULL CHECK (length (public_key) = 32)
) STRICT;
