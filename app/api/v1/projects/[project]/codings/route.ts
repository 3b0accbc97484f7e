import { apiRoute } from '@/app/_server/api/handler';
import { operations } from '@/app/_server/api/operations';
import { selected } from '@/lib/interchange';
import { pageOfCodings } from '@/lib/interchange/paging/store';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(
  operations.listCodings,
  async ({ by, query: { after = null, limit, ...chosen } }) =>
    pageOfCodings(by, { selection: selected(chosen), after, most: limit }),
);
