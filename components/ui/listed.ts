/** "Ana", "Ana and Ben", "Ana, Ben and Chi". */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);
}
