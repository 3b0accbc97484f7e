-- AlterTable
ALTER TABLE "member" ADD COLUMN     "mentions_seen_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "settlement" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "adjudicator_id" UUID NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "coding_ids" UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "settlement_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "comment" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "mentions" UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "comment_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateIndex
CREATE INDEX "settlement_project_id_round_id_idx" ON "settlement"("project_id", "round_id");

-- CreateIndex
CREATE INDEX "comment_project_id_round_id_idx" ON "comment"("project_id", "round_id");

-- AddForeignKey
ALTER TABLE "settlement" ADD CONSTRAINT "settlement_project_id_round_id_fkey" FOREIGN KEY ("project_id", "round_id") REFERENCES "round"("project_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settlement" ADD CONSTRAINT "settlement_project_id_document_id_fkey" FOREIGN KEY ("project_id", "document_id") REFERENCES "document"("project_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settlement" ADD CONSTRAINT "settlement_project_id_adjudicator_id_fkey" FOREIGN KEY ("project_id", "adjudicator_id") REFERENCES "member"("project_id", "user_id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_project_id_round_id_fkey" FOREIGN KEY ("project_id", "round_id") REFERENCES "round"("project_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_project_id_document_id_fkey" FOREIGN KEY ("project_id", "document_id") REFERENCES "document"("project_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_project_id_author_id_fkey" FOREIGN KEY ("project_id", "author_id") REFERENCES "member"("project_id", "user_id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- What Prisma cannot say. ---------------------------------------------------------------------------------------------

ALTER TABLE settlement ADD CONSTRAINT settlement_span CHECK (start >= 0 AND "end" > start);
ALTER TABLE comment ADD CONSTRAINT comment_span CHECK (start >= 0 AND "end" > start);

-- A passage of a round is settled once. That settled passages do not overlap either is asked under the project's lock.
CREATE UNIQUE INDEX settlement_once ON settlement (project_id, round_id, document_id, start, "end")
  WHERE withdrawn_at IS NULL;
