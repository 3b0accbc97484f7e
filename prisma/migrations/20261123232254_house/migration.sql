-- CreateEnum
CREATE TYPE "Role" AS ENUM ('owner', 'adjudicator', 'coder', 'viewer');

-- CreateEnum
CREATE TYPE "Layer" AS ENUM ('coder', 'consensus', 'imported', 'machine');

-- CreateEnum
CREATE TYPE "AttributeType" AS ENUM ('text', 'number', 'date', 'one-of', 'many-of', 'language', 'url');

-- CreateEnum
CREATE TYPE "Direction" AS ENUM ('ltr', 'rtl');

-- CreateTable
CREATE TABLE "server" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "set_up_at" TIMESTAMPTZ(3),
    "set_up_code_hash" TEXT,

    CONSTRAINT "server_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "session_version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "seq" BIGINT NOT NULL DEFAULT 0,
    "codebook_version" INTEGER NOT NULL DEFAULT 1,
    "coders_edit_documents" BOOLEAN NOT NULL DEFAULT false,
    "coders_edit_codebook" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "project_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "shade" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "member_pkey" PRIMARY KEY ("project_id","user_id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "invited_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by" UUID,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "attribute" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" "AttributeType" NOT NULL,
    "options" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "position" INTEGER NOT NULL,

    CONSTRAINT "attribute_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "document" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT,
    "direction" "Direction" NOT NULL,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "document_text" (
    "project_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "blocks" JSONB NOT NULL,
    "segmenter" TEXT NOT NULL,
    "words" BYTEA NOT NULL,
    "sentences" BYTEA NOT NULL,
    "paragraphs" BYTEA NOT NULL,

    CONSTRAINT "document_text_pkey" PRIMARY KEY ("project_id","document_id")
);

-- CreateTable
CREATE TABLE "code" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "parent_id" UUID,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "color" TEXT NOT NULL,
    "shortcut" TEXT,
    "definition" TEXT NOT NULL DEFAULT '',
    "use_when" TEXT NOT NULL DEFAULT '',
    "avoid_when" TEXT NOT NULL DEFAULT '',
    "examples" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "code_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "coding" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "code_id" UUID NOT NULL,
    "coder_id" UUID NOT NULL,
    "layer" "Layer" NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "memo" TEXT NOT NULL DEFAULT '',
    "codebook_version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "coding_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "finished" (
    "project_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "coder_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "codebook_version" INTEGER NOT NULL,

    CONSTRAINT "finished_pkey" PRIMARY KEY ("project_id","document_id","coder_id")
);

-- CreateTable
CREATE TABLE "round" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "codebook_version" INTEGER NOT NULL,
    "opened_by" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "round_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "round_document" (
    "project_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "open" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "round_document_pkey" PRIMARY KEY ("project_id","round_id","document_id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "project_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "coder_id" UUID NOT NULL,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("project_id","round_id","document_id","coder_id")
);

-- CreateTable
CREATE TABLE "change" (
    "project_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "undoes" UUID,
    "step" UUID,
    "document_id" UUID,
    "coder_id" UUID,

    CONSTRAINT "change_pkey" PRIMARY KEY ("project_id","seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "attempt_key_at_idx" ON "attempt"("key", "at");

-- CreateIndex
CREATE INDEX "member_user_id_idx" ON "member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_project_id_token_hash_key" ON "invitation"("project_id", "token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "attribute_project_id_key_key" ON "attribute"("project_id", "key");

-- CreateIndex
CREATE INDEX "document_text_project_id_sha256_idx" ON "document_text"("project_id", "sha256");

-- CreateIndex
CREATE INDEX "coding_project_id_document_id_idx" ON "coding"("project_id", "document_id");

-- CreateIndex
CREATE INDEX "coding_project_id_code_id_idx" ON "coding"("project_id", "code_id");

-- CreateIndex
CREATE INDEX "change_project_id_actor_id_seq_idx" ON "change"("project_id", "actor_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "change_project_id_id_key" ON "change"("project_id", "id");

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribute" ADD CONSTRAINT "attribute_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_text" ADD CONSTRAINT "document_text_project_id_document_id_fkey" FOREIGN KEY ("project_id", "document_id") REFERENCES "document"("project_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "code" ADD CONSTRAINT "code_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "code" ADD CONSTRAINT "code_project_id_parent_id_fkey" FOREIGN KEY ("project_id", "parent_id") REFERENCES "code"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "coding" ADD CONSTRAINT "coding_project_id_document_id_fkey" FOREIGN KEY ("project_id", "document_id") REFERENCES "document"("project_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coding" ADD CONSTRAINT "coding_project_id_code_id_fkey" FOREIGN KEY ("project_id", "code_id") REFERENCES "code"("project_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coding" ADD CONSTRAINT "coding_project_id_coder_id_fkey" FOREIGN KEY ("project_id", "coder_id") REFERENCES "member"("project_id", "user_id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finished" ADD CONSTRAINT "finished_project_id_document_id_fkey" FOREIGN KEY ("project_id", "document_id") REFERENCES "document"("project_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finished" ADD CONSTRAINT "finished_project_id_coder_id_fkey" FOREIGN KEY ("project_id", "coder_id") REFERENCES "member"("project_id", "user_id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_document" ADD CONSTRAINT "round_document_project_id_round_id_fkey" FOREIGN KEY ("project_id", "round_id") REFERENCES "round"("project_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_document" ADD CONSTRAINT "round_document_project_id_document_id_fkey" FOREIGN KEY ("project_id", "document_id") REFERENCES "document"("project_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_project_id_round_id_fkey" FOREIGN KEY ("project_id", "round_id") REFERENCES "round"("project_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_project_id_coder_id_fkey" FOREIGN KEY ("project_id", "coder_id") REFERENCES "member"("project_id", "user_id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say. ---------------------------------------------------------------------------------------------

-- Times as the log and the exports write them: ISO 8601 in UTC, with milliseconds.
CREATE FUNCTION iso(at timestamptz) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

-- A document's text never changes: codings measure in it.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER document_text_is_immutable BEFORE UPDATE ON document_text
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The log is append-only. Rows go only when their whole project is deleted for good.
CREATE TRIGGER change_is_append_only BEFORE UPDATE ON change
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE FUNCTION refuse_forgetting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM project WHERE id = OLD.project_id) THEN
    RAISE EXCEPTION 'changes are never deleted while their project exists' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER change_is_kept BEFORE DELETE ON change
  FOR EACH ROW EXECUTE FUNCTION refuse_forgetting();

ALTER TABLE coding
  ADD CONSTRAINT coding_span CHECK (start >= 0 AND "end" > start),
  ADD CONSTRAINT coding_quote CHECK (quote <> '');
ALTER TABLE code ADD CONSTRAINT code_color CHECK (color ~ '^#[0-9a-f]{6}$');
ALTER TABLE document_text ADD CONSTRAINT document_text_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE "user" ADD CONSTRAINT user_email_lower CHECK (email = lower(email));
ALTER TABLE server ADD CONSTRAINT server_one_row CHECK (id = 1);
INSERT INTO server (id) VALUES (1);

-- The same coder, code and span twice is one coding, whichever tab or retry it comes from.
CREATE UNIQUE INDEX coding_once ON coding (project_id, document_id, coder_id, code_id, start, "end", layer)
  WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX code_shortcut_once ON code (project_id, shortcut)
  WHERE shortcut IS NOT NULL AND deleted_at IS NULL;
CREATE UNIQUE INDEX code_name_once ON code (project_id, coalesce(parent_id, project_id), lower(name))
  WHERE deleted_at IS NULL;
-- A document is in at most one open round.
CREATE UNIQUE INDEX round_document_open_once ON round_document (project_id, document_id) WHERE open;

-- Codings whose code and document are there too: a deleted code or document takes its codings out of sight, and
-- brings them back when it is restored. Every reader of codings reads this view.
CREATE VIEW live_coding AS
  SELECT coding.* FROM coding
  JOIN code ON code.project_id = coding.project_id AND code.id = coding.code_id AND code.deleted_at IS NULL
  JOIN document ON document.project_id = coding.project_id AND document.id = coding.document_id
    AND document.deleted_at IS NULL
  WHERE coding.deleted_at IS NULL;
