-- AlterTable
ALTER TABLE "user" ALTER COLUMN "email" DROP NOT NULL,
ALTER COLUMN "password_hash" DROP NOT NULL;

-- CreateTable
CREATE TABLE "change_page" (
    "project_id" UUID NOT NULL,
    "change_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "document_id" UUID,
    "coder_id" UUID,
    "bodies" JSONB NOT NULL,

    CONSTRAINT "change_page_pkey" PRIMARY KEY ("project_id","change_id","place")
);

-- AddForeignKey
ALTER TABLE "change_page" ADD CONSTRAINT "change_page_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say. ---------------------------------------------------------------------------------------------

-- Nobody can sign in as a placeholder, and everybody else can.
ALTER TABLE "user" ADD CONSTRAINT user_whole CHECK ((email IS NULL) = (password_hash IS NULL));

CREATE TRIGGER change_page_is_append_only BEFORE UPDATE ON change_page
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER change_page_is_kept BEFORE DELETE ON change_page
  FOR EACH ROW EXECUTE FUNCTION refuse_forgetting();

-- The log with every page opened: each entry, and after it what it consists of. For whoever folds the log; feeds and
-- histories read the entries alone. An entry stands at place 0.
CREATE VIEW whole_log AS
  SELECT project_id, seq, 0 AS place, 0::bigint AS line, id, kind, actor_id, at, body, undoes, step, document_id, coder_id
  FROM change
  UNION ALL
  SELECT page.project_id, change.seq, page.place, each.line, change.id, page.kind, change.actor_id, change.at, each.body,
    NULL::uuid, NULL::uuid, page.document_id, page.coder_id
  FROM change_page AS page
  JOIN change ON change.project_id = page.project_id AND change.id = page.change_id
  CROSS JOIN LATERAL jsonb_array_elements(page.bodies) WITH ORDINALITY AS each(body, line);
