/** "1 document", "1,204 documents": a number with its noun. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** The same in a list to be spread; nothing is said of what there is none of. */
export function countedIfAny(count: number, one: string, many?: string): string[] {
  return count > 0 ? [counted(count, one, many)] : [];
}
