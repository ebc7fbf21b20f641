import type {
  BoardingKind,
  OnboardingTemplate,
  OwnerRole,
  TemplateActivity,
} from '../../../../../shared/onboarding/template';
import { ownerInWords } from '../../wording/boarding';

/** What is typed, as it is typed. */
export interface TemplateDraft {
  name: string;
  position: string;
  departmentName: string;
  welcome: string;
  place: string;
  time: string;
  askFor: string;
  bring: string;
  activities: TemplateActivity[];
}

export const emptyTemplate: TemplateDraft = {
  ...{ name: '', position: '', departmentName: '', welcome: '', place: '', time: '09:30', askFor: '', bring: '' },
  activities: [],
};

export const emptyActivity: TemplateActivity = {
  ...{ key: '', title: '', about: '', owner: 'newHire', ownerPersonId: null, dayOffset: 0, durationDays: 3 },
  ...{ isRequired: true, kind: 'tick', paper: null, courseId: null, dependsOn: [], staysValid: false },
};

export function draftOf({
  name,
  position,
  departmentName,
  welcome,
  firstDay,
  activities,
}: OnboardingTemplate): TemplateDraft {
  const { place, time, askFor, bring } = firstDay;
  return {
    ...{ name, welcome, place, time, askFor, activities, bring: bring.join('、') },
    ...{ position: position ?? '', departmentName: departmentName ?? '' },
  };
}

const partsOf = (typed: string) => typed.split(/[、,，\n]/).flatMap((part) => part.trim() || []);

export function termsOf(draft: TemplateDraft, branchId: string | null) {
  const { name, welcome, place, time, askFor, bring, activities } = draft;
  return {
    ...{ name: name.trim(), welcome: welcome.trim(), branchId, activities },
    position: draft.position.trim() || null,
    departmentName: draft.departmentName.trim() || null,
    firstDay: { place: place.trim(), time, askFor: askFor.trim(), bring: partsOf(bring).slice(0, 8) },
  };
}

/** The first thing to put right before sending; empty when nothing is. The cloud checks again. */
export function draftProblem({ name, welcome, place, askFor, activities }: TemplateDraft): string {
  if (!name.trim()) return '给模板起个名字。';
  if (!welcome.trim()) return '写一句团队想说的话。';
  if (!place.trim() || !askFor.trim()) return '第一天的地点和找谁都要写上。';
  return activities.length === 0 ? '至少加一项任务。' : '';
}

function offsetInWords(dayOffset: number): string {
  if (dayOffset === 0) return '入职当天';
  return dayOffset < 0 ? `入职前 ${-dayOffset} 天` : `入职后 ${dayOffset} 天`;
}

const whenInWords = (dayOffset: number, days: number) =>
  days === 0 ? offsetInWords(dayOffset) : `${offsetInWords(dayOffset)}开始，${days} 天内`;

export const activityRow = ({ key, title, owner, dayOffset, durationDays, isRequired }: TemplateActivity) => ({
  ...{ key, title },
  meta: `${ownerInWords[owner]} · ${whenInWords(dayOffset, durationDays)}${isRequired ? '' : ' · 选做'}`,
});

/** Without owners: whoever does it. */
const kinds: { kind: BoardingKind; text: string; owners?: readonly OwnerRole[] }[] = [
  { kind: 'tick', text: '做完打勾' },
  { kind: 'form', text: '写几句话' },
  { kind: 'greeting', text: '写欢迎的话', owners: ['buddy', 'manager'] },
  { kind: 'upload', text: '交材料', owners: ['newHire'] },
  { kind: 'course', text: '学完课程', owners: ['newHire'] },
];

/** How an activity of this owner can be done. */
export const kindsFor = (owner: OwnerRole) => kinds.filter(({ owners }) => owners?.includes(owner) ?? true);

/** A name that no other activity of the template has. */
export function freshKey(activities: readonly TemplateActivity[]): string {
  const taken = new Set(activities.map(({ key }) => key));
  let count = activities.length + 1;
  while (taken.has(`step-${count}`)) count += 1;
  return `step-${count}`;
}

/** What is wrong with one activity; empty when nothing is. */
export function activityProblem(activity: TemplateActivity): string {
  if (!activity.title.trim()) return '写上要做什么。';
  if (activity.owner === 'person' && !activity.ownerPersonId) return '选一位负责的同事。';
  if (activity.kind === 'upload' && !activity.paper) return '选要交的材料。';
  if (activity.kind === 'course' && !activity.courseId) return '选一门课程。';
  return '';
}
