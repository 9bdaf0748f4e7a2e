-- Which stations are believed, an epoch a row. A closed epoch was followed by a later one: nothing new is taken in it.
CREATE TABLE trust
(
  station BIGINT NOT NULL CHECK (station BETWEEN 1 AND 1023),
  epoch BIGINT NOT NULL CHECK (epoch >= 1),
  public_key BYTEA NOT NULL CHECK (octet_length (public_key) = 32),
  desk_key BYTEA CHECK (octet_length (desk_key) = 32),
  host TEXT,
  created_at BIGINT NOT NULL,
  enrolled_at BIGINT NOT NULL,
  closed_at BIGINT,
  PRIMARY KEY (station, epoch)
);

-- Whose signature takes a later epoch of a station over. The epoch is the one that the key was enrolled with.
CREATE TABLE administrator
(
  station BIGINT NOT NULL,
  public_key BYTEA NOT NULL CHECK (octet_length (public_key) = 32),
  epoch BIGINT NOT NULL,
  enrolled_at BIGINT NOT NULL,
  withdrawn_at BIGINT,
  PRIMARY KEY (station, public_key)
);

-- What was refused and the operator has to know of: publications of an epoch that is closed, and take-overs.
CREATE TABLE trust_refusal
(
  station BIGINT NOT NULL,
  epoch BIGINT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('closed', 'takeover')),
  times BIGINT NOT NULL CHECK (times >= 1),
  last_at BIGINT NOT NULL,
  PRIMARY KEY (station, epoch, kind)
);
