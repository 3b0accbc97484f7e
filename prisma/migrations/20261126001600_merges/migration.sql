-- CreateTable
CREATE TABLE "merged" (
    "project_id" UUID NOT NULL,
    "merge_id" UUID NOT NULL,
    "coding_id" UUID NOT NULL,
    "fate" TEXT NOT NULL,
    "memo" TEXT NOT NULL DEFAULT '',
    "became" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "merged_pkey" PRIMARY KEY ("project_id","merge_id","coding_id")
);

-- CreateIndex
CREATE INDEX "merged_project_id_coding_id_idx" ON "merged"("project_id", "coding_id");

-- AddForeignKey
ALTER TABLE "merged" ADD CONSTRAINT "merged_project_id_coding_id_fkey" FOREIGN KEY ("project_id", "coding_id") REFERENCES "coding"("project_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say. ---------------------------------------------------------------------------------------------

ALTER TABLE merged ADD CONSTRAINT merged_fate CHECK (fate IN ('moved', 'removed', 'twin', 'joined'));

-- Breaks a statement off when the code that it is about went while it waited for its turn: by then the statement has
-- taken a number of the log, and leaving without a change would leave a gap.
CREATE FUNCTION code_lives(deleted_at timestamptz) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF deleted_at IS NULL THEN RETURN true; END IF;
  RAISE EXCEPTION 'the code violates check constraint "code_lives"'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'code_lives';
END $$;
