import type { Role } from '@/lib/access';

export const roleNames: Record<Role, string> = { owner: 'Owner', adjudicator: 'Adjudicator', coder: 'Coder', viewer: 'Viewer' };
