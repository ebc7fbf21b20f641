import * as z from 'zod';
import type { Contract } from '../kernel/contract';
import { pageOf, pageRequest } from '../kernel/page';
import { Id, Instant, line, paragraph, RequestId } from '../kernel/scalar';
import { Likelihood } from './interview';

/** What somebody who leaves agrees to, each by itself. */
export const AlumniConsents = z.strictObject({
  /** HR may see how to reach them. */
  contact: z.boolean(),
  /** 公司动态 may be sent. */
  news: z.boolean(),
  /** 合适的职位 may be sent. */
  jobs: z.boolean(),
});
export type AlumniConsents = z.infer<typeof AlumniConsents>;

/** 校友档案 as its owner sees it. */
export const MyAlumniRecord = z.object({
  consents: AlumniConsents,
  contact: z.string().max(100),
  nowDoing: z.string().max(60),
  wouldReturn: Likelihood.nullable(),
  expertIn: z.array(z.string().max(20)).max(5),
  /** 核心员工, as HR marked it; the owner sees it too. */
  isCore: z.boolean(),
  savedAt: Instant,
});
export type MyAlumniRecord = z.infer<typeof MyAlumniRecord>;

/** What HR sees: only what was consented to. */
export const Alumnus = z.object({
  personId: Id,
  personName: z.string().max(40),
  departmentName: z.string().max(60),
  position: z.string().max(60),
  consents: AlumniConsents,
  /** Null without consent to be contacted. */
  contact: z.string().max(100).nullable(),
  nowDoing: z.string().max(60),
  wouldReturn: Likelihood.nullable(),
  expertIn: z.array(z.string().max(20)).max(5),
  isCore: z.boolean(),
});
export type Alumnus = z.infer<typeof Alumnus>;

const hr = ['hr', 'branchHr'] as const;
const owner = ['leaving', 'alumnus'] as const;

export const alumniCalls = {
  /** Null where nothing was written, or it was erased. */
  readMyAlumniRecord: {
    kind: 'read',
    roles: owner,
    input: z.strictObject({}),
    output: z.object({ record: MyAlumniRecord.nullable() }),
    refusals: [],
  },
  saveMyAlumniRecord: {
    kind: 'change',
    roles: owner,
    input: z.strictObject({
      consents: AlumniConsents,
      contact: paragraph(100),
      nowDoing: paragraph(60),
      wouldReturn: Likelihood.nullable(),
      expertIn: z.array(line(20)).max(5),
      requestId: RequestId,
    }),
    output: MyAlumniRecord,
    refusals: [],
  },
  /** Nothing of it is kept. */
  eraseMyAlumniRecord: {
    kind: 'change',
    roles: owner,
    input: z.strictObject({ requestId: RequestId }),
    output: z.object({}),
    refusals: [],
  },
  listAlumni: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(Alumnus),
    refusals: [],
  },
  /** 核心员工, or not. */
  markCoreAlumnus: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ personId: Id, isCore: z.boolean(), requestId: RequestId }),
    output: Alumnus,
    refusals: ['alumnus_not_found'],
  },
} as const satisfies Contract;
