import type { Named, StoredCard, StoredPaper, StoredRun, StoredTemplate } from '../cloudfunctions/onboarding/documents';
import { paperIdOf, runIdOf, templateIdOf } from '../cloudfunctions/onboarding/documents';
import { chooseTemplate } from '../cloudfunctions/onboarding/rules/choose-template';
import { greeted } from '../cloudfunctions/onboarding/rules/greet';
import { withActivity } from '../cloudfunctions/onboarding/rules/mark-activity';
import { newRun } from '../cloudfunctions/onboarding/rules/new-run';
import { readyTemplate } from '../cloudfunctions/onboarding/rules/ready-template';
import { withTotals } from '../cloudfunctions/onboarding/rules/run-totals';
import { type EmploymentDocument, personIdOf } from '../cloudfunctions/people/documents';
import { seal } from '../cloudfunctions/platform/sealed';
import { addDays, dayOf, instant, momentOn } from '../shared/kernel/day';
import type { Day, Instant } from '../shared/kernel/scalar';
import { figures } from './company';
import { seededCourseId } from './training-documents';

const named = (name: string): Named => {
  const figure = figures.find((one) => one.name === name);
  if (!figure) throw new Error(`nobody is called ${name}`);
  return { personId: personIdOf(figure.employeeNumber), name };
};

export const everybodysTemplateId = templateIdOf(null, null, null);
export const researchTemplateId = templateIdOf(null, '研发部', null);

/** One for everybody, and one of 研发部 that adds what engineers need. */
function templates(): StoredTemplate[] {
  const made = (_id: string, terms: Omit<StoredTemplate, '_id' | 'version' | 'isRetired' | 'requestId' | 'sort'>) => ({
    ...{ _id, ...terms, version: 1, isRetired: false, requestId: 'seed-template-0001', sort: `${terms.name}.${_id}` },
  });
  const culture: StoredTemplate['activities'][number] = {
    ...{ key: 'culture', title: '学完「认识云杉」', owner: 'newHire', ownerPersonId: null },
    about: '公司从哪里来、为谁做事。学完会自动完成。',
    ...{ dayOffset: 1, durationDays: 20, isRequired: true, kind: 'course', paper: null },
    ...{ courseId: seededCourseId('culture'), dependsOn: [], staysValid: true },
  };
  const review: StoredTemplate['activities'][number] = {
    ...{ key: 'first-merge', title: '提交第一段代码', owner: 'newHire', ownerPersonId: null },
    about: '从一个小改动开始，走完一次评审和上线。',
    ...{ dayOffset: 3, durationDays: 7, isRequired: true, kind: 'tick', paper: null, courseId: null },
    ...{ dependsOn: ['get-laptop'], staysValid: false },
  };
  return [
    made(everybodysTemplateId, { ...readyTemplate, activities: [...readyTemplate.activities, culture] }),
    made(researchTemplateId, {
      ...{ ...readyTemplate, name: '研发部入职', departmentName: '研发部' },
      activities: [...readyTemplate.activities, culture, review],
    }),
  ];
}

/** One coming of the story: who, with whom, and what is closed, stuck or said by now. */
interface ToldRun {
  name: string;
  buddy: string;
  manager: string;
  done: string[];
  stuck?: { key: string; words: string };
  greetings: { name: string; words: string }[];
}

const before = ['id-card', 'bank-account', 'buddy-hello', 'workplace', 'account', 'laptop', 'payroll'];
const story: ToldRun[] = [
  {
    ...{ name: '何雨桐', buddy: '陈一诺', manager: '顾怀远', done: ['bank-account'] },
    greetings: [{ name: '陈一诺', words: '雨桐你好，我是一诺！第一天九点半我在前台等你，中午带你去吃门口的片儿川。' }],
  },
  {
    ...{ name: '许知夏', buddy: '林晓', manager: '顾怀远' },
    done: [
      'id-card',
      'bank-account',
      'buddy-hello',
      'workplace',
      'account',
      'payroll',
      'contract',
      'tour',
      'first-talk',
    ],
    stuck: { key: 'laptop', words: '供应商缺货，新的一批周四到，先借了一台旧的。' },
    greetings: [{ name: '林晓', words: '欢迎来研发部，工位就在我旁边。' }],
  },
  {
    ...{ name: '唐思远', buddy: '李蓉', manager: '李蓉' },
    done: [
      ...before,
      'contract',
      'tour',
      'first-talk',
      'get-laptop',
      'handbook',
      'first-goals',
      'second-talk',
      'share',
      'culture',
    ],
    greetings: [{ name: '李蓉', words: '成都欢迎你，有事随时找我。' }],
  },
];

function closedOn(run: StoredRun, key: string, at: Instant): StoredRun {
  const activity = run.activities.find((one) => one.key === key);
  if (!activity) throw new Error(`there is no ${key} in the template`);
  const words = activity.kind === 'form' ? '熟悉客户、独立回完十张工单、写一篇常见问题。' : '';
  return withActivity(run, key, { state: 'done', closedAt: at, closedById: activity.ownerPersonId, words });
}

/** The messages of these days stand in the story of 消息; whose list has something on it, the first minute works out. */
const settled = (run: StoredRun, now: Date): StoredRun => ({
  ...run,
  ...{
    pendingSince: instant(new Date(now.getTime() - 120_000)),
    listsOf: run.openOwnerIds,
    notices: [],
    courseIds: [],
  },
});

/** What took longer than a day in this company. */
const daysTaken: Readonly<Record<string, number>> = {
  ...{ payroll: 5, workplace: 3, account: 2, laptop: 2, 'first-goals': 4, handbook: 2, culture: 6, share: 5 },
};

function tellRun(told: ToldRun, employment: EmploymentDocument, now: Date): StoredRun {
  const { personId, _id: employmentId, departmentId, departmentName, position, branchId, stint } = employment;
  const startsOn: Day = employment.dateOfJoining ?? dayOf(now);
  const chosen = chooseTemplate(templates(), { position, departmentName, branchId });
  if (!chosen) throw new Error('the template for everybody is missing');
  const begunAt = instant(momentOn(addDays(startsOn, -12), '10:00'));
  const [it, finance, administration, hr] = ['赵启明', '马会敏', '钱惠', '周岚'].map(named) as [
    Named,
    Named,
    Named,
    Named,
  ];
  const begun = newRun(
    {
      joiner: {
        ...{ personId, employmentId, name: told.name, departmentId, departmentName, position, branchId, stint },
        ...{ startsOn, earlier: null },
      },
      ...{ ...chosen, persons: new Map(), startedBy: hr, now: begunAt },
      owners: {
        ...{ newHire: named(told.name), buddy: named(told.buddy), manager: named(told.manager) },
        ...{ it, finance, administration, hr },
      },
    },
    runIdOf(employmentId),
    'seed-run-00000001',
  );
  const closedAt = (key: string) => {
    const due = begun.activities.find((one) => one.key === key)?.startsOn ?? startsOn;
    const at = momentOn(addDays(due, daysTaken[key] ?? 1), '15:00');
    return instant(at < now ? at : new Date(now.getTime() - 3_600_000));
  };
  const done = told.done.reduce((run, key) => closedOn(run, key, closedAt(key)), begun);
  const { stuck } = told;
  const held = stuck ? withActivity(done, stuck.key, { state: 'stuck', words: stuck.words }) : done;
  const greetedRun = told.greetings.reduce(
    (run, { name, words }) => greeted(run, { ...named(name), words, at: begunAt }),
    held,
  );
  return settled(withTotals(greetedRun, instant(now)), now);
}

/** The one paper that 何雨桐 has handed in so far. Seals with the keys in the environment. */
function bankAccountOf(run: StoredRun, now: Date): StoredPaper {
  const _id = paperIdOf(run._id, 'bankAccount');
  const typed = '6222021200012347';
  return {
    ...{ _id, runId: run._id, personId: run.personId, kind: 'bankAccount', fileId: null, ending: typed.slice(-4) },
    typed: seal(typed, { collection: 'onboardingPapers', id: _id, field: 'typed' }),
    ...{ requestId: 'seed-paper-0000001', handedAt: instant(new Date(now.getTime() - 86_400_000)), isGone: false },
    ...{ deleteOn: addDays(run.startsOn, 90), staleFileIds: [], pendingSince: null },
  };
}

/** What the onboarding context has stored by now. */
export function onboardingDocuments(now: Date, employments: readonly EmploymentDocument[]) {
  const runs = story.flatMap((told) => {
    const employment = employments.find(({ personName }) => personName === told.name);
    return employment ? [tellRun(told, employment, now)] : [];
  });
  const tang = runs.find(({ name }) => name === '唐思远');
  const cards: StoredCard[] = tang
    ? [
        {
          ...{ _id: tang.personId, runId: tang._id, name: tang.name, departmentId: tang.departmentId },
          ...{ departmentName: tang.departmentName, position: tang.position },
          intro: '在果园长大，来这里帮温室客户少跑一趟田。',
          ...{ likes: '骑行、露营、研究火锅底料', askMe: '客户现场怎么走、川渝哪里好玩' },
          ...{ shownFrom: tang.startsOn, shownUntil: addDays(tang.startsOn, 90), requestId: 'seed-card-00000001' },
        },
      ]
    : [];
  const papers = runs.filter(({ name }) => name === '何雨桐').map((run) => bankAccountOf(run, now));
  return { onboardingTemplates: templates(), onboardingRuns: runs, onboardingPapers: papers, profileCards: cards };
}
