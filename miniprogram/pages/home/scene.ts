import type { Me } from '../../../shared/people/model';

/** What the first page is about, by who somebody is today. */
export type Scene = 'visitor' | 'newHire' | 'employee' | 'alumnus';

export function sceneOf({ roles }: Pick<Me, 'roles'>): Scene {
  if (roles.includes('employee')) return 'employee';
  if (roles.includes('newHire')) return 'newHire';
  return roles.includes('alumnus') ? 'alumnus' : 'visitor';
}
