import * as z from 'zod';
import { Day, Id, line } from '../kernel/scalar';
import { smallestGroup } from './course-feedback';
import { LearningLine } from './learning';

/** How much the company's list holds: skills, needs, and skills of one need. */
export const skillLimits = { skills: 60, needs: 100, ofNeed: 10, reason: 200 } as const;

/** 技能: its name is what it is known by, in the list, in needs and in courses. Proven or not; there are no levels. */
export const Skill = line(20);

/** 岗位要求: what everybody has to know to whom all that it names applies; null names nothing. */
export const SkillNeed = z.strictObject({
  needId: Id,
  position: line(60).nullable(),
  departmentName: line(60).nullable(),
  skills: z.array(Skill).min(1).max(skillLimits.ofNeed),
});
export type SkillNeed = z.infer<typeof SkillNeed>;

/** What HR edits, as a whole. `version` is 0 until somebody wrote it. */
export const SkillNeeds = z.object({
  version: z.int().min(0),
  skills: z.array(z.string().max(20)).max(skillLimits.skills),
  needs: z.array(SkillNeed).max(skillLimits.needs),
  /** How many courses on offer prove each skill, in the order of `skills`. */
  courses: z.array(z.int().min(0)).max(skillLimits.skills),
  /** How many colleagues each need meant at the last count, in the order of `needs`; null where it was not counted. */
  people: z.array(z.int().min(0).nullable()).max(skillLimits.needs),
});
export type SkillNeeds = z.infer<typeof SkillNeeds>;

/** How somebody has shown to know it: a course passed, or the word of the manager or HR. `by` is a title or a name. */
export const SkillProof = z.object({
  how: z.enum(['course', 'confirmed']),
  by: z.string().max(40),
  on: Day,
  reason: z.string().max(skillLimits.reason),
});
export type SkillProof = z.infer<typeof SkillProof>;

/** A skill that is wanted of somebody, by which need, and whether it is proven. */
export const SkillStand = z.object({
  skill: z.string().max(20),
  position: z.string().max(60).nullable(),
  departmentName: z.string().max(60).nullable(),
  proof: SkillProof.nullable(),
});
export type SkillStand = z.infer<typeof SkillStand>;

/** 下一门课: what to take for which skill; `opens` is the course that it leads to, where another has to come first. */
export const NextCourse = z.object({ stand: SkillStand, course: LearningLine, opens: z.string().max(40).nullable() });
export type NextCourse = z.infer<typeof NextCourse>;

/** A skill of mine, with the course that would prove it; null where it is proven, or there is none. */
export const MySkill = SkillStand.extend({ course: LearningLine.nullable() });
export type MySkill = z.infer<typeof MySkill>;

/** Somebody of a team: what is wanted and what of it is not proven. */
export const TeamSkills = z.object({
  personId: Id,
  name: z.string().max(40),
  position: z.string().max(60),
  wanted: z.int().min(0),
  missing: z.array(z.string().max(20)).max(skillLimits.skills),
});
export type TeamSkills = z.infer<typeof TeamSkills>;

/** Of how many people a skill is wanted and how many proved it. No name: the smaller departments together. */
export const SkillGroup = z.object({
  departmentName: z.string().max(60),
  wanted: z.int().min(smallestGroup),
  proven: z.int().min(0),
});
export type SkillGroup = z.infer<typeof SkillGroup>;
