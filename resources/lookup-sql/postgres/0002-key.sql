-- The service's key for which the control records were sealed: a process with another one could open none of them.
CREATE TABLE service_key
(
  id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
  public_key BYTEA NOT NULL CHECK (octet_length (public_key) = 32)
);
