import { always } from '@/app/_server/api/methods';
import { problemOf } from '@/app/_server/api/problem';
import { parting } from '@/app/_server/handler';
import { Refusal } from '@/lib/errors';

const nothingThere = 'There is no such address. /api/v1/openapi.json lists those that there are.';

/** What no other route takes: a script is told so in the form of every refusal, not by a page for people. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = always(async (request: Request) =>
  parting(request, problemOf(new Refusal('not-found', nothingThere))),
);
