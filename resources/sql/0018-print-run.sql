-- A job on a printer is known from its first label on: how far it is, where, and why it stopped. Jobs from before were
-- files, and done.
ALTER TABLE "print_job" ADD COLUMN "state" TEXT NOT NULL DEFAULT 'done'
  CHECK ("state" IN ('done', 'printing', 'stopped'));
ALTER TABLE "print_job" ADD COLUMN "sent" INTEGER;
ALTER TABLE "print_job" ADD COLUMN "confirmed" INTEGER;
ALTER TABLE "print_job" ADD COLUMN "printer" TEXT;
ALTER TABLE "print_job" ADD COLUMN "trouble" TEXT;
