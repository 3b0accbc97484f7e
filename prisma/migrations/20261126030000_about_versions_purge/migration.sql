-- CreateTable
CREATE TABLE "about" (
    "project_id" UUID NOT NULL,
    "thing_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "about_pkey" PRIMARY KEY ("project_id","thing_id","seq")
);

-- CreateIndex
CREATE INDEX "change_project_id_kind_seq_idx" ON "change"("project_id", "kind", "seq");

-- CreateIndex
CREATE INDEX "change_project_id_at_idx" ON "change"("project_id", "at");

-- AddForeignKey
ALTER TABLE "about" ADD CONSTRAINT "about_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say. ---------------------------------------------------------------------------------------------

-- Few changes take another back, or belong to a gesture of several.
CREATE INDEX change_undoes ON change (project_id, undoes) WHERE undoes IS NOT NULL;
CREATE INDEX change_step ON change (project_id, step) WHERE step IS NOT NULL;
-- What waits to be removed for good.
CREATE INDEX document_deleted ON document (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX code_deleted ON code (deleted_at) WHERE deleted_at IS NOT NULL;

-- The things that a change's body names by their ids. `positions` is left out: moving a code numbers all its siblings
-- anew, and that is no news of them.
CREATE FUNCTION named_ids(body jsonb) RETURNS SETOF uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT DISTINCT (value #>> '{}')::uuid FROM jsonb_path_query(body - 'positions', '$.** ? (@.type() == "string"
    && @ like_regex "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")') AS value
$$;

-- Whose coding it is stands in `coder_id` already.
CREATE FUNCTION note_about() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO about (project_id, thing_id, seq)
    SELECT project_id, named.id, seq FROM written, named_ids(body) AS named(id)
    WHERE named.id IS DISTINCT FROM coder_id
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER change_is_about AFTER INSERT ON change
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_about();

INSERT INTO about (project_id, thing_id, seq)
  SELECT project_id, named.id, seq FROM change, named_ids(body) AS named(id)
  WHERE named.id IS DISTINCT FROM coder_id;
