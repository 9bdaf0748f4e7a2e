-- A delivery is found by the number of the carrier's waybill that it came with, however its letters are typed.
CREATE INDEX arrival_check_by_waybill ON arrival_check ("text" COLLATE NOCASE, id) WHERE "item" = 'waybill';
