import * as z from 'zod';
import { pageOf, pageRequest } from '../kernel/page';
import { Day, Id, paragraph, RequestId } from '../kernel/scalar';
import {
  MySkill,
  NextCourse,
  Skill,
  SkillGroup,
  SkillNeed,
  SkillNeeds,
  SkillStand,
  skillLimits,
  TeamSkills,
} from './skill';

const hr = ['hr', 'branchHr'] as const;
const seers = ['manager', 'hr', 'branchHr'] as const;
const PersonSkills = z.object({
  personId: Id,
  name: z.string().max(40),
  position: z.string().max(60),
  departmentName: z.string().max(60),
  items: z.array(SkillStand).max(skillLimits.skills),
});

/** 技能: what a position asks for, what somebody has proven, and what is missing. */
export const skillCalls = {
  readMySkills: {
    kind: 'read',
    roles: ['newHire', 'employee'],
    input: z.strictObject({}),
    output: z.object({ items: z.array(MySkill).max(skillLimits.skills), next: NextCourse.nullable() }),
    refusals: [],
  },
  /** My own reports, by employee number. */
  listTeamSkills: {
    kind: 'read',
    roles: ['manager'],
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(TeamSkills),
    refusals: ['wait_and_repeat'],
  },
  /** One of my reports, or somebody within the reach of HR. */
  readPersonSkills: {
    kind: 'read',
    roles: seers,
    input: z.strictObject({ personId: Id }),
    output: PersonSkills,
    refusals: ['colleague_not_found', 'wait_and_repeat'],
  },
  /** Vouches that somebody knows it, or takes that back; the person hears the reason. */
  confirmSkill: {
    kind: 'change',
    roles: seers,
    input: z.strictObject({
      personId: Id,
      skill: Skill,
      isProven: z.boolean(),
      reason: paragraph(skillLimits.reason, 1),
      requestId: RequestId,
    }),
    output: PersonSkills,
    refusals: ['colleague_not_found', 'skill_not_found', 'skill_own', 'wait_and_repeat'],
  },

  readSkillNeeds: { kind: 'read', roles: hr, input: z.strictObject({}), output: SkillNeeds, refusals: [] },
  /** Replaces the whole that was seen; a skill that is asked for stands in the list. */
  changeSkillNeeds: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({
      seenVersion: z.int().min(0).max(1_000_000),
      skills: z.array(Skill).max(skillLimits.skills),
      needs: z.array(SkillNeed).max(skillLimits.needs),
      requestId: RequestId,
    }),
    output: SkillNeeds,
    refusals: ['skill_needs_changed', 'skill_not_found'],
  },
  /** As counted on a day (null: not yet), for the branches of who asks; groups of five and more. */
  readSkillHeat: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({}),
    output: z.object({
      on: Day.nullable(),
      items: z
        .array(z.object({ skill: z.string().max(20), groups: z.array(SkillGroup).max(200) }))
        .max(skillLimits.skills),
    }),
    refusals: [],
  },
} as const;
