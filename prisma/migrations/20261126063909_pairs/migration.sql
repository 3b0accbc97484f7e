-- CreateTable
CREATE TABLE "pair" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "original_id" UUID NOT NULL,
    "translation_id" UUID NOT NULL,
    "anchors" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "pair_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "pair_project_id_original_id_key" ON "pair"("project_id", "original_id");

-- CreateIndex
CREATE UNIQUE INDEX "pair_project_id_translation_id_key" ON "pair"("project_id", "translation_id");

-- AddForeignKey
ALTER TABLE "pair" ADD CONSTRAINT "pair_project_id_original_id_fkey" FOREIGN KEY ("project_id", "original_id") REFERENCES "document"("project_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pair" ADD CONSTRAINT "pair_project_id_translation_id_fkey" FOREIGN KEY ("project_id", "translation_id") REFERENCES "document"("project_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say. ---------------------------------------------------------------------------------------------

ALTER TABLE pair ADD CONSTRAINT pair_is_two CHECK (original_id <> translation_id);
