import type { Member } from '@/lib/projects';

/** How a coder's brackets are drawn, so that colour is never the only sign of who coded. */
export const strokeStyles = ['solid', 'dashed', 'dotted', 'double'] as const;
export type StrokeStyle = (typeof strokeStyles)[number];

export function strokeStyleOf(coder: Member | undefined): StrokeStyle {
  return strokeStyles[(coder?.shade ?? 0) % strokeStyles.length] ?? 'solid';
}
