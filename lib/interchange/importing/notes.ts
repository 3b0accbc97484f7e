/** Sentences on what did not come in, or came in otherwise; `#` in one becomes how often it was noted. */
export class Notes {
  private readonly counted = new Map<string, number>();

  constructor(private readonly said: readonly string[] = []) {}

  note(sentence: string, times = 1): void {
    if (times > 0) this.counted.set(sentence, (this.counted.get(sentence) ?? 0) + times);
  }

  /** Those of the reader first. */
  sentences(): string[] {
    return [...this.said, ...[...this.counted].map(([sentence, n]) => sentence.replace('#', n.toLocaleString('en')))];
  }
}
