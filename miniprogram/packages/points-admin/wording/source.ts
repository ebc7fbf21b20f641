import type { IssueSource } from '../../../../shared/points/board';

/** Where points come from, as HR calls it: the rules, what colleagues gave, and what HR put right. */
const sources: Record<IssueSource, string> = {
  checkIn: '签到',
  joined: '入职欢迎',
  newsRead: '阅读新闻',
  activityAttended: '参加活动',
  answerAccepted: '回答被采纳',
  trainingPassed: '通过培训',
  referralInterviewed: '内推进入面试',
  referralHired: '内推入职',
  referralProbationPassed: '内推转正',
  proposalAccepted: '内容提案采用',
  thankYouReceived: '收到感恩卡',
  quizPassed: '通过测验',
  festivalQuiz: '节日答题',
  suggestionAdopted: '建议被采纳',
  milestoneReached: '里程碑',
  received: '同事赠送',
  corrected: 'HR 更正',
};

export function sourceInWords(source: IssueSource): string {
  return sources[source];
}
