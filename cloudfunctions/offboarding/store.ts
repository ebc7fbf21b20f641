import { collection } from '../platform/db';
import type { StoredGuide, StoredSeparation, StoredTemplate } from './documents';

/** The collections of offboarding; their indexes are declared in function.json. */
export const store = {
  separations: collection<StoredSeparation>('separations'),
  guides: collection<StoredGuide>('leavingGuides'),
  templates: collection<StoredTemplate>('clearanceTemplates'),
};
