-- AlterTable
ALTER TABLE "attribute" ADD COLUMN     "labels" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "property" TEXT,
ADD COLUMN     "required" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "document_sketch" (
    "project_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "sketch" BYTEA NOT NULL,

    CONSTRAINT "document_sketch_pkey" PRIMARY KEY ("project_id","document_id")
);

-- CreateTable
CREATE TABLE "staged" (
    "project_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "place" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT,
    "direction" "Direction" NOT NULL,
    "attributes" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "blocks" JSONB NOT NULL,
    "segmenter" TEXT NOT NULL,
    "words" BYTEA NOT NULL,
    "sentences" BYTEA NOT NULL,
    "paragraphs" BYTEA NOT NULL,

    CONSTRAINT "staged_pkey" PRIMARY KEY ("project_id","import_id","document_id")
);

-- CreateIndex
CREATE INDEX "staged_created_at_idx" ON "staged"("created_at");

-- AddForeignKey
ALTER TABLE "document_sketch" ADD CONSTRAINT "document_sketch_project_id_document_id_fkey" FOREIGN KEY ("project_id", "document_id") REFERENCES "document"("project_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staged" ADD CONSTRAINT "staged_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
