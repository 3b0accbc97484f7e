-- DropForeignKey
ALTER TABLE "about" DROP CONSTRAINT "about_project_id_fkey";

-- What Prisma cannot say. ---------------------------------------------------------------------------------------------

-- In place of the reference.
CREATE FUNCTION forget_about() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM about WHERE project_id = OLD.id;
  RETURN NULL;
END $$;
CREATE TRIGGER project_takes_about AFTER DELETE ON project FOR EACH ROW EXECUTE FUNCTION forget_about();

-- Searching every body for ids, and checking the reference of each row, took the database as long as all the rest of
-- accepting a coding. What the hot kinds name stands in known places; bodies of other kinds are searched as before.
DROP TRIGGER change_is_about ON change;
CREATE OR REPLACE FUNCTION note_about() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind IN ('coding.add', 'coding.remove', 'coding.restore') THEN
    INSERT INTO about (project_id, thing_id, seq) VALUES
      (NEW.project_id, (NEW.body #>> '{coding,id}')::uuid, NEW.seq),
      (NEW.project_id, (NEW.body #>> '{coding,codeId}')::uuid, NEW.seq),
      (NEW.project_id, NEW.document_id, NEW.seq)
      ON CONFLICT DO NOTHING;
  ELSE
    -- Whose coding it is stands in `coder_id` already.
    INSERT INTO about (project_id, thing_id, seq)
      SELECT NEW.project_id, named.id, NEW.seq FROM named_ids(NEW.body) AS named(id)
      WHERE named.id IS DISTINCT FROM NEW.coder_id
      ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER change_is_about AFTER INSERT ON change FOR EACH ROW EXECUTE FUNCTION note_about();
