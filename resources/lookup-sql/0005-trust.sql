-- Which stations are believed, an epoch a row. A closed epoch was followed by a later one: nothing new is taken in it.
CREATE TABLE trust
(
  station INTEGER NOT NULL CHECK (station BETWEEN 1 AND 1023),
  epoch INTEGER NOT NULL CHECK (epoch >= 1),
  public_key BLOB NOT NULL CHECK (length (public_key) = 32),
  desk_key BLOB CHECK (length (desk_key) = 32),
  host TEXT,
  created_at INTEGER NOT NULL,
  enrolled_at INTEGER NOT NULL,
  closed_at INTEGER,
  PRIMARY KEY (station, epoch)
) STRICT, WITHOUT ROWID;

-- Whose signature takes a later epoch of a station over. The epoch is the one that the key was enrolled with.
CREATE TABLE administrator
(
  station INTEGER NOT NULL,
  public_key BLOB NOT NULL CHECK (length (public_key) = 32),
  epoch INTEGER NOT NULL,
  enrolled_at INTEGER NOT NULL,
  withdrawn_at INTEGER,
  PRIMARY KEY (station, public_key)
) STRICT, WITHOUT ROWID;

-- What was refused and the operator has to know of: publications of an epoch that is closed, and take-overs.
CREATE TABLE trust_refusal
(
  station INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('closed', 'takeover')),
  times INTEGER NOT NULL CHECK (times >= 1),
  last_at INTEGER NOT NULL,
  PRIMARY KEY (station, epoch, kind)
) STRICT, WITHOUT ROWID;
