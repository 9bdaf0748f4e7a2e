-- Which sheets of labels a job was printed on, and where on the first of them it began.
ALTER TABLE "print_job" ADD COLUMN "sheet" TEXT;
ALTER TABLE "print_job" ADD COLUMN "first_position" INTEGER;
