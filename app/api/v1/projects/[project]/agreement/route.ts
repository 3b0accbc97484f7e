import { apiRoute } from '@/app/_server/api/handler';
import { operations } from '@/app/_server/api/operations';
import { reported } from '@/app/_server/api/reported';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(
  operations.countAgreement,
  async ({ by, query, request }) => reported(by, query, request.signal),
);
