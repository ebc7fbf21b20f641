import * as z from 'zod';
import type { Contract } from '../kernel/contract';
import { Id, RequestId } from '../kernel/scalar';
import { OnboardingTemplate, templateTerms } from './template';

const hr = ['hr', 'branchHr'] as const;

/** 入职模板: what happens when somebody comes. */
export const templateCalls = {
  listTemplates: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({}),
    /** `mayChange`: a branch's HR changes what is for its branch only. */
    output: z.object({ items: z.array(OnboardingTemplate.extend({ mayChange: z.boolean() })).max(100) }),
    refusals: [],
  },
  /** Writes a new template, or the whole of one that was seen. Runs that have begun keep what they have. */
  saveTemplate: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({
      templateId: Id.nullable(),
      /** 0 for a new one. */
      seenVersion: z.int().min(0).max(1_000_000),
      ...templateTerms,
      requestId: RequestId,
    }),
    output: OnboardingTemplate,
    refusals: [
      'branch_out_of_reach',
      'course_not_found',
      'template_activity_wrong',
      'template_changed',
      'template_not_found',
      'template_twice',
      'wait_and_repeat',
    ],
  },
  /** The ready template, for a company that has none: for everybody, changeable like any other. */
  loadReadyTemplate: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({ requestId: RequestId }),
    output: OnboardingTemplate,
    refusals: ['template_twice'],
  },
  /** Nobody new gets it. Runs that have begun keep what they have. */
  retireTemplate: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ templateId: Id, requestId: RequestId }),
    output: z.object({}),
    refusals: ['template_not_found'],
  },
} as const satisfies Contract;
