/**
 * The tables of the database with the columns that are stored, each after the tables that it refers to, so that they
 * can be filled in this order with every reference checked. References of a table to itself are checked when its
 * whole COPY is in.
 */
export async function tablesInOrder(client) {
  const { rows } = await client.query(`
    select relname as name, array(select attname::text from pg_attribute where attrelid = pg_class.oid and attnum > 0
        and not attisdropped and attgenerated = '' order by attnum) as columns,
      array(select confrelid::regclass::oid::text from pg_constraint where conrelid = pg_class.oid and contype = 'f'
        and confrelid <> conrelid) as needs, pg_class.oid::text as oid
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '_prisma_migrations'
    order by relname`);
  const [ordered, done] = [[], new Set()];
  while (ordered.length < rows.length) {
    const next = rows.filter(({ oid, needs }) => !done.has(oid) && needs.every((each) => done.has(each)));
    if (next.length === 0) throw new Error('Tables refer to each other in a circle; a backup cannot put them in order.');
    for (const { name, columns, oid } of next) {
      done.add(oid);
      ordered.push({ name, columns });
    }
  }
  return ordered;
}

/** `"name" ("column", ...)` as COPY wants it. */
export function copied(client, { name, columns }) {
  return `${client.escapeIdentifier(name)} (${columns.map((column) => client.escapeIdentifier(column)).join(', ')})`;
}
