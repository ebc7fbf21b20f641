import type { ImprovementAbout } from '../../../../../shared/exit/analysis';
import type { Colleague } from '../../../../../shared/people/colleagues';
import type { Me } from '../../../../../shared/people/model';
import { cloud } from '../../../../cloud/client';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { todayOf } from '../../../../wording/day';

const open = perPage(() => new Intent());

/** This half-year and the next three: from when on it should be felt. */
function halvesFrom(today: string) {
  const place = Number(today.slice(0, 4)) * 2 + (Number(today.slice(5, 7)) <= 6 ? 0 : 1);
  return [0, 1, 2, 3].map((later) => {
    const [year, isSecond] = [Math.floor((place + later) / 2), (place + later) % 2 === 1];
    return { key: `${year}H${isSecond ? 2 : 1}`, text: `${year} ${isSecond ? '下半年' : '上半年'}` };
  });
}

Page({
  data: {
    words: '',
    /** Why none can be opened here; empty when it can. */
    hindrance: '',
    title: '',
    chosen: [] as Colleague[],
    dueOn: '',
    halves: [] as ReturnType<typeof halvesFrom>,
    from: '',
    problems: {} as { title?: string; chosen?: string },
    busy: false,
    problem: '',
  },
  about: { cut: 'reason', key: 'none' } as ImprovementAbout,

  onLoad({ cut = 'reason', key = '', words = '' }: { cut?: string; key?: string; words?: string }) {
    wx.hideShareMenu({});
    this.about = { cut: cut === 'department' ? 'department' : 'reason', key };
    const halves = halvesFrom(todayOf(new Date()));
    this.setData({
      words: decodeURIComponent(words),
      halves,
      from: halves[1]?.key ?? '',
      dueOn: todayOf(new Date(Date.now() + 30 * 86_400_000)),
    });
    onMeChange(this, (me) => this.showMe(me));
    this.showMe(currentMe());
  },
  onUnload() {
    offMeChange(this);
  },
  showMe({ roles }: Me) {
    const aboutWhat = this.data.words ? '' : '请先在「离职分析」里选一个原因，再从那里提改进。';
    this.setData({ hindrance: roles.includes('hr') ? aboutWhat : '只有 HR 能提改进。' });
  },
  onTitleChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ title: detail.value, problems: {}, problem: '' });
  },
  onChosenChange({ detail }: WechatMiniprogram.CustomEvent<{ chosen: Colleague[] }>) {
    this.setData({ chosen: detail.chosen, problems: {}, problem: '' });
  },
  onDueChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ dueOn: detail.value });
  },
  onHalfTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { key: string }>) {
    this.setData({ from: currentTarget.dataset.key });
  },
  async onOpenTap() {
    const { title, chosen, dueOn, from } = this.data;
    const ownerPersonId = chosen[0]?.personId;
    const problems = {
      ...(title.trim() ? {} : { title: '写上要做什么' }),
      ...(ownerPersonId ? {} : { chosen: '选一位负责人' }),
    };
    this.setData({ problems, problem: '' });
    if (!ownerPersonId || problems.title) return;
    this.setData({ busy: true });
    const said = { title: title.trim(), about: this.about, ownerPersonId, dueOn, from };
    const answer = await open(this).send((requestId) => cloud.exit.openImprovement({ ...said, requestId }));
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    wx.showToast({ title: '已告诉负责人', icon: 'success', duration: 1500 });
    wx.navigateBack();
  },
});
