import type { Alumnus } from '../../../../../shared/exit/alumni';
import type { Answer } from '../../../../../shared/kernel/contract';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { likelihoodInWords } from '../../wording/exit';

function rowOf(alumnus: Alumnus) {
  const { personId, personName, departmentName, position, consents, contact, nowDoing, wouldReturn } = alumnus;
  const wants = [consents.news ? '收动态' : '', consents.jobs ? '收职位' : ''].filter(Boolean);
  const tags = [
    ...(alumnus.isCore ? ['核心员工'] : []),
    ...(wouldReturn === 'yes' ? ['愿意回巢'] : []),
    ...alumnus.expertIn.map((word) => `擅长${word}`),
  ];
  return {
    ...{ personId, personName, isCore: alumnus.isCore, tags },
    post: [departmentName, position].filter(Boolean).join(' · '),
    now: nowDoing,
    contact: contact ?? '',
    agreed: wants.length ? `同意${wants.join('、')}` : '',
    returns: wouldReturn ? `回来的意愿：${likelihoodInWords[wouldReturn]}` : '',
  };
}
const mark = perPage(() => new Intent());
const queue = perPage(
  (screen: Screen) => new PagedList({ screen, keepAs: null, read: (cursor) => cloud.exit.listAlumni(cursor), rowOf }),
);

Page({
  data: {
    frame: loading,
    rows: [] as ReturnType<typeof rowOf>[],
    tail: 'end' as Tail,
    tailProblem: '',
    problem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
    queue(this).refresh();
  },
  async onPullDownRefresh() {
    await queue(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    queue(this).more();
  },
  onRetryTap() {
    queue(this).refresh();
  },
  onMoreTap() {
    queue(this).more();
  },
  async onMarkTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    const { index } = currentTarget.dataset;
    const row = this.data.rows[index];
    if (!row) return;
    const said = { personId: row.personId, isCore: !row.isCore };
    const answer: Answer<Alumnus> = await mark(this).send((requestId) =>
      cloud.exit.markCoreAlumnus({ ...said, requestId }),
    );
    this.setData(
      answer.ok ? { [`rows[${index}]`]: rowOf(answer.data), problem: '' } : { problem: refusalText(answer) },
    );
  },
});
