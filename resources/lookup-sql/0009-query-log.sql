-- What was counted lately, one row a query, in the order of the queries: so that a commit writes one page, and not one
-- for every unit that it counts. Each row says all that is known of its unit then. unit_query has them some time later,
-- many units of a page at once, and then they are gone from here.
CREATE TABLE query_log
(
  id INTEGER NOT NULL PRIMARY KEY,
  lot TEXT NOT NULL,
  key_version INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  queries INTEGER NOT NULL,
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL
) STRICT;
