import type { Alumnus, MyAlumniRecord } from '../../shared/exit/alumni';
import { seal, unseal } from '../platform/sealed';
import type { StoredAlumnus } from './documents';

const contactPlace = (personId: string) => ({ collection: 'exitAlumni', id: personId, field: 'contact' });

export const sealedContact = (personId: string, contact: string) =>
  contact === '' ? null : seal(contact, contactPlace(personId));

const contactOf = ({ _id, contact }: StoredAlumnus) => (contact === null ? '' : unseal(contact, contactPlace(_id)));

/** The owner's own view. */
export function myRecord(alumnus: StoredAlumnus): MyAlumniRecord {
  const { consents, nowDoing, wouldReturn, expertIn, isCore, savedAt } = alumnus;
  return { consents, contact: contactOf(alumnus), nowDoing, wouldReturn, expertIn, isCore, savedAt };
}

/** HR's view: how to reach somebody only where they agreed to it. */
export function alumnusView(alumnus: StoredAlumnus): Alumnus {
  const { _id: personId, personName, departmentName, position, consents, nowDoing, wouldReturn } = alumnus;
  const { expertIn, isCore } = alumnus;
  return {
    ...{ personId, personName, departmentName, position, consents, nowDoing, wouldReturn, expertIn, isCore },
    contact: consents.contact ? contactOf(alumnus) : null,
  };
}
