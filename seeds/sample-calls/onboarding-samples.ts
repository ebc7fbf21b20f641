import { runIdOf } from '../../cloudfunctions/onboarding/documents';
import type { InputOf, OutputOf } from '../../shared/kernel/contract';
import { addDays, dayOf, instant } from '../../shared/kernel/day';
import type { OnboardingContract } from '../../shared/onboarding/contract';
import type { PeopleContract } from '../../shared/people/contract';
import { everybodysTemplateId, researchTemplateId } from '../onboarding-documents';
import {
  type Ask,
  always,
  employmentOf,
  hr,
  linXiao,
  personOf,
  requestId,
  type SampleCalls,
  weChatOf,
} from './sample-call';

const heYutong = weChatOf('何雨桐');
const tangSiyuan = weChatOf('唐思远');
const runOf = (name: string) => ({ runId: runIdOf(employmentOf(name)) });

let hired = 0;
/** Somebody new who starts in two weeks; the person's id. */
async function hiredPerson(ask: Ask): Promise<OutputOf<PeopleContract['addNewHire']>> {
  hired += 1;
  const input: InputOf<PeopleContract['addNewHire']> = {
    ...{ name: '江一帆', employeeNumber: `YS-9${String(hired).padStart(3, '0')}`, departmentName: '研发部' },
    ...{ position: '后端工程师', branchId: 'head-office', dateOfJoining: addDays(dayOf(new Date()), 14) },
    ...{ managerPersonId: personOf('顾怀远'), phone: null, isReturn: false, requestId: requestId() },
  };
  return ask.call<PeopleContract['addNewHire']>(hr, 'people', 'addNewHire', input);
}

const starts = async (ask: Ask) => [{ personId: (await hiredPerson(ask)).personId, buddyId: personOf('林晓') }];

/** A run of somebody new; its id. */
async function startedRun(ask: Ask): Promise<string> {
  const input = { starts: await starts(ask), requestId: requestId() };
  const begun = await ask.call<OnboardingContract['startRuns']>(hr, 'onboarding', 'startRuns', input);
  return begun.items[0]?.runId ?? '';
}

const seedTemplate = async (ask: Ask) => {
  const listed = await ask.call<OnboardingContract['listTemplates']>(hr, 'onboarding', 'listTemplates', {});
  const found = listed.items.find(({ _id }) => _id === everybodysTemplateId);
  if (!found) throw new Error('the template for everybody is not there');
  return found;
};

async function changedTemplate(ask: Ask) {
  const { _id: templateId, version: seenVersion, mayChange: _, ...terms } = await seedTemplate(ask);
  return { templateId, seenVersion, ...terms, welcome: '欢迎你来，慢慢来。', requestId: requestId() };
}

async function handedIn(ask: Ask) {
  const input = bankAccount();
  await ask.call<OnboardingContract['handInPaper']>(heYutong, 'onboarding', 'handInPaper', input);
  return { kind: 'bankAccount', requestId: requestId() };
}

const bankAccount = () => ({
  ...({ kind: 'bankAccount', fileId: null, typed: '6214835712345675' } as const),
  requestId: requestId(),
});

const answer = () => ({ marks: [5, 4, 5], words: '同事都很照顾我，工具文档可以再全一点。', requestId: requestId() });

export const onboardingSamples: SampleCalls['onboarding'] = {
  listTemplates: always(hr, () => ({})),
  saveTemplate: { as: hr, input: changedTemplate },
  loadReadyTemplate: {
    as: hr,
    input: async (ask) => {
      const retired = { templateId: everybodysTemplateId, requestId: requestId() };
      await ask.call<OnboardingContract['retireTemplate']>(hr, 'onboarding', 'retireTemplate', retired);
      return { requestId: requestId() };
    },
  },
  retireTemplate: always(hr, () => ({ templateId: researchTemplateId, requestId: requestId() })),
  proposeRun: { as: hr, input: async (ask) => ({ personId: (await hiredPerson(ask)).personId }) },
  startRuns: { as: hr, input: async (ask) => ({ starts: await starts(ask), requestId: requestId() }) },
  listRuns: always(hr, () => ({ which: 'open' })),
  readBoard: always(hr, () => ({})),
  reassignActivity: {
    as: hr,
    input: async (ask) => ({
      ...{ runId: await startedRun(ask), key: 'laptop', personId: personOf('钱惠'), requestId: requestId() },
    }),
  },
  planFirstDay: {
    as: hr,
    input: async (ask) => ({
      runId: await startedRun(ask),
      firstDay: { place: '天目里 2 号楼', time: '10:00', bring: ['身份证'], askFor: '林晓' },
      requestId: requestId(),
    }),
  },
  reapplyTemplate: { as: hr, input: async (ask) => ({ runId: await startedRun(ask), requestId: requestId() }) },
  cancelRun: {
    as: hr,
    input: async (ask) => ({ runId: await startedRun(ask), reason: '去了别家', requestId: requestId() }),
  },
  readPapers: always(hr, () => runOf('何雨桐')),
  listMyActivities: always(weChatOf('赵启明'), () => ({})),
  readRun: always(weChatOf('陈一诺'), () => runOf('何雨桐')),
  markActivity: always(weChatOf('赵启明'), () => ({
    ...{ ...runOf('许知夏'), key: 'laptop', to: 'done', words: '', requestId: requestId() },
  })),
  greet: always(linXiao, () => ({ ...runOf('许知夏'), words: '有问题随时喊我。', requestId: requestId() })),
  replyCheck: {
    as: weChatOf('李蓉'),
    input: async (ask) => {
      // Answered once a story; the next sample of the same company finds it answered.
      await ask
        .call<OnboardingContract['answerCheck']>(tangSiyuan, 'onboarding', 'answerCheck', answer())
        .catch(() => undefined);
      return { ...runOf('唐思远'), words: '工具文档下周我们一起补。', requestId: requestId() };
    },
  },
  readMyRun: always(heYutong, () => ({})),
  handInPaper: always(heYutong, bankAccount),
  takePaperBack: { as: heYutong, input: handedIn },
  writeCard: always(heYutong, () => ({
    ...{
      intro: '做过三年农业产品，喜欢往田里跑。',
      likes: '爬山、做饭',
      askMe: '用户访谈怎么问',
      requestId: requestId(),
    },
  })),
  eraseCard: always(heYutong, () => ({ requestId: requestId() })),
  listNewColleagues: always(linXiao, () => ({})),
  answerCheck: always(tangSiyuan, answer),
  takeJoining: always('system', () => ({
    fact: {
      factId: 'joined-sample',
      personId: personOf('许知夏'),
      employmentId: employmentOf('许知夏'),
      at: instant(new Date()),
    },
    requestId: requestId(),
  })),
  takeStartMoved: always('system', () => ({
    ...{ employmentId: employmentOf('何雨桐'), dateOfJoining: addDays(dayOf(new Date()), 20) },
    ...{ at: instant(new Date()), requestId: requestId() },
  })),
  readBuddies: always('system', () => ({ personIds: [personOf('何雨桐')] })),
  takeCoursePassed: always('system', () => ({
    ...{ factId: 'passed-sample', personId: personOf('何雨桐'), courseId: 'c-sample', at: instant(new Date()) },
    requestId: requestId(),
  })),
};
