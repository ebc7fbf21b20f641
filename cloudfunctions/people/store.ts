import type { JoiningTries } from '../../shared/people/model';
import { collection } from '../platform/db';
import type {
  BranchesDocument,
  CompanyDocument,
  DepartmentDocument,
  EmploymentDocument,
  JoiningCodeDocument,
  PersonDocument,
  RosterBatchDocument,
  RosterDecisionDocument,
  RosterRowDocument,
} from './documents';

/** The collections of people; their indexes are declared in function.json. Identities are platform/identity.ts's. */
export const store = {
  branches: collection<BranchesDocument>('branches'),
  companies: collection<CompanyDocument>('companies'),
  persons: collection<PersonDocument>('persons'),
  employments: collection<EmploymentDocument>('employments'),
  departments: collection<DepartmentDocument>('departments'),
  joiningCodes: collection<JoiningCodeDocument>('joiningCodes'),
  joiningTries: collection<JoiningTries>('joiningTries'),
  rosterBatches: collection<RosterBatchDocument>('rosterBatches'),
  rosterRows: collection<RosterRowDocument>('rosterRows'),
  rosterDecisions: collection<RosterDecisionDocument>('rosterDecisions'),
};
