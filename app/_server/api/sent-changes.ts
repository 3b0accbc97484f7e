import 'server-only';
import { z } from 'zod';
import { inScope } from '@/lib/access';
import { kindNames, kindOf } from '@/lib/door';
import { changeRequest } from '@/lib/door/store';
import { named } from './answers';

const sendable = kindNames.filter((name) => inScope('write', kindOf(name).permission));

/** What the door takes from a script, as a schema: the envelope of a change around the body of each kind that a token carries. */
export const sentChanges = z
  .array(
    z.union(
      sendable.map((kind) =>
        changeRequest
          .extend({ kind: z.literal(kind), body: kindOf(kind).body })
          .register(named, { id: `change.${kind}` }),
      ),
    ),
  )
  .min(1)
  .max(500)
  .register(named, { id: 'Changes' });
