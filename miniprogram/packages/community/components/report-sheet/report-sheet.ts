import type { ReportReason, SubjectKind } from '../../../../../shared/community/review';
import { cloud } from '../../../../cloud/client';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { reportReasonInWords } from '../../wording/report';

const reasons = (Object.keys(reportReasonInWords) as ReportReason[]).map((reason) => ({
  reason,
  text: reportReasonInWords[reason],
}));
const intents = perPage(() => new Intent());

/** 举报 of one post or comment; nobody is told who did. */
Component({
  properties: {
    open: { type: Boolean, value: false },
    subjectKind: { type: String, value: 'post' as SubjectKind },
    subjectId: { type: String, value: '' },
  },
  data: { reasons, reason: '' as ReportReason | '', words: '', busy: false, problem: '' },
  observers: {
    open(open: boolean) {
      if (open) this.setData({ reason: '', words: '', problem: '' });
    },
  },
  methods: {
    onReasonTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { reason: ReportReason }>) {
      this.setData({ reason: currentTarget.dataset.reason, problem: '' });
    },
    onWordsChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ words: detail.value });
    },
    onDismiss() {
      this.triggerEvent('dismiss');
    },
    async onReportConfirm() {
      const { reason, words, subjectId } = this.data;
      const subjectKind = this.data.subjectKind as SubjectKind;
      if (!reason) {
        this.setData({ problem: '请选一个原因。' });
        return;
      }
      this.setData({ busy: true, problem: '' });
      const answer = await intents(this).send((requestId) =>
        cloud.community.report({ subjectKind, subjectId, reason, words: words.trim(), requestId }),
      );
      this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
      if (!answer.ok) return;
      wx.showToast({ title: '已收到举报', icon: 'success', duration: 1500 });
      this.triggerEvent('dismiss');
    },
  },
});
