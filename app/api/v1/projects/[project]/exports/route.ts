import { apiRoute } from '@/app/_server/api/handler';
import { operations } from '@/app/_server/api/operations';
import { writingFormats } from '@/lib/interchange/formats';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(operations.listFiles, async () => ({
  files: writingFormats.map(({ name, title, extension, mediaType, purpose, loses, filtered }) => {
    return { file: `${name}.${extension}`, title, mediaType, purpose, loses, filtered };
  }),
}));
