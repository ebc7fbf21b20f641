import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { todayOf } from '../../../../wording/day';
import { type SkillRow, skillRow } from '../../wording/skill-row';

const confirm = perPage(() => new Intent());
type Answered = Extract<Awaited<ReturnType<typeof cloud.training.readPersonSkills>>, { ok: true }>['data'];

function faceOf({ name, position, departmentName, items }: Answered) {
  const today = todayOf(new Date());
  const rows = items.map((item) => skillRow(item, today, '还没有证明'));
  return { name, place: [departmentName, position].filter(Boolean).join(' · '), rows };
}

Page({
  data: {
    personId: '',
    frame: loading,
    face: { name: '', place: '', rows: [] as SkillRow[] },
    /** The skill that the open sheet is about; null while it is closed. */
    asked: null as { skill: string; isProven: boolean } | null,
    reason: '',
    busy: false,
    problem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ personId: id });
    this.readSkills();
  },
  async readSkills() {
    const { personId } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.training.readPersonSkills({ personId }),
      show: (answered) => this.setData({ face: faceOf(answered) }),
    });
  },
  onRetryTap() {
    this.readSkills();
  },
  onSkillTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    const row = this.data.face.rows[currentTarget.dataset.index];
    // What a course proved is not for anybody to take back.
    if (!row || (row.isProven && !row.isConfirmed)) return;
    this.setData({ asked: { skill: row.skill, isProven: !row.isProven }, reason: '', problem: '' });
  },
  onReasonChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reason: detail.value, problem: '' });
  },
  onDismiss() {
    this.setData({ asked: null });
  },
  async onConfirm() {
    const { personId, asked } = this.data;
    const reason = this.data.reason.trim();
    if (!asked) return;
    if (!reason) return this.setData({ problem: '写一句理由，对方会看到。' });
    this.setData({ busy: true, problem: '' });
    const answer = await confirm(this).send((requestId) =>
      cloud.training.confirmSkill({ personId, ...asked, reason, requestId }),
    );
    this.setData({ busy: false });
    if (!answer.ok) return this.setData({ problem: refusalText(answer) });
    this.setData({ asked: null, face: faceOf(answer.data) });
    wx.showToast({ title: asked.isProven ? '已确认' : '已收回', icon: 'success', duration: 1500 });
  },
});
