import { apiRoute } from '@/app/_server/api/handler';
import { operations } from '@/app/_server/api/operations';
import { exported } from '@/app/_server/exported';
import { selected } from '@/lib/interchange';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(
  operations.downloadFile,
  async ({ by, params, query: { flavour, ...chosen }, request }) =>
    exported(by, { file: params.file ?? '', selection: selected(chosen), flavour, signal: request.signal }),
);
