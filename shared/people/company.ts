import * as z from 'zod';
import type { Contract } from '../kernel/contract';
import { roleNames } from '../kernel/role';
import { line, paragraph, RequestId } from '../kernel/scalar';

/** One thing that counts here, in a word and a sentence. */
const CultureLine = z.strictObject({ title: line(12), sentence: line(60) });
export type CultureLine = z.infer<typeof CultureLine>;

const written = {
  name: line(40),
  /** What the company does, in one sentence. */
  tagline: line(60),
  about: paragraph(400),
  culture: z.array(CultureLine).max(6),
  cities: z.array(line(12)).min(1).max(12),
  /** As HR writes it: about how many people work here. */
  headcount: z.int().min(1).max(1_000_000),
  foundedYear: z.int().min(1800).max(2100),
};

/** 公司介绍: what everybody may know of the company, as HR wrote it. */
export const Company = z.object({
  ...written,
  /** Counts the changes from 1. */
  version: z.int().min(1),
});
export type Company = z.infer<typeof Company>;

export const companyCalls = {
  /** What a visitor reads before anything else; null until HR has written it. */
  readCompany: {
    kind: 'read',
    roles: roleNames.filter((role) => role !== 'system'),
    input: z.strictObject({}),
    output: z.object({ company: Company.nullable() }),
    refusals: [],
  },
  /** Under which name the company signs; null until HR has written it. */
  readCompanyName: {
    kind: 'read',
    roles: ['system'],
    input: z.strictObject({}),
    output: z.object({ name: z.string().max(40).nullable() }),
    refusals: [],
  },
  /** Replaces the whole introduction that was seen; 0 where nothing was written yet. */
  changeCompany: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({ ...written, seenVersion: z.int().min(0).max(1_000_000), requestId: RequestId }),
    output: Company,
    refusals: ['company_changed'],
  },
} as const satisfies Contract;
