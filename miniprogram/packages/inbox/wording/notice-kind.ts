import type { NoticeKind } from '../../../../shared/today/model';
import type { IconName } from '../../../components/app-icon/icon-shapes';

interface KindWording {
  kind: NoticeKind;
  text: string;
  /** What comes under it. */
  about: string;
  icon: IconName;
}

/** Every kind of message, in the order of the settings. */
const wordings: Readonly<Record<NoticeKind, Omit<KindWording, 'kind'>>> = {
  task: { text: '待办提醒', about: '该办的事，快到期的事', icon: 'check' },
  journey: { text: '入职与离职', about: '办理进度、需要确认的事', icon: 'person' },
  growth: { text: '学习成长', about: '课程、考试、证书', icon: 'book' },
  review: { text: '审核结果', about: '你提交的内容通过了吗', icon: 'shield' },
  points: { text: '积分与兑换', about: '到账、发放、快过期', icon: 'coin' },
  news: { text: '公司通知', about: '公告和必读', icon: 'megaphone' },
  community: { text: '社区互动', about: '评论、提到你、回答', icon: 'talk' },
  care: { text: '祝福与纪念', about: '生日、周年、感谢', icon: 'heart' },
};

export const noticeKindWordings: readonly KindWording[] = (
  Object.entries(wordings) as [NoticeKind, Omit<KindWording, 'kind'>][]
).map(([kind, wording]) => ({ kind, ...wording }));

export const iconOfKind = (kind: NoticeKind): IconName => wordings[kind].icon;
