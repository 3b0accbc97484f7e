-- CreateTable
CREATE TABLE "reading_place" (
    "project_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "offset" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reading_place_pkey" PRIMARY KEY ("project_id","user_id","document_id")
);

-- AddForeignKey
ALTER TABLE "reading_place" ADD CONSTRAINT "reading_place_project_id_document_id_fkey" FOREIGN KEY ("project_id", "document_id") REFERENCES "document"("project_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_place" ADD CONSTRAINT "reading_place_project_id_user_id_fkey" FOREIGN KEY ("project_id", "user_id") REFERENCES "member"("project_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;
