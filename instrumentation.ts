/** Called by the framework once, when a server process starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { watchRequests } = await import('@/app/_server/leaving');
  watchRequests();
  const { purgeDaily } = await import('@/app/_server/purging');
  purgeDaily();
}
