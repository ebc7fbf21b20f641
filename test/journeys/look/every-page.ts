import { seededActivityId } from '../../../seeds/activities-documents';
import { seededCertificateCode } from '../../../seeds/certificate-documents';
import { seededSessionId } from '../../../seeds/classroom-documents';
import { seededClubId } from '../../../seeds/clubs-documents';
import { seededPostId } from '../../../seeds/community-documents';
import { seededPaperCode } from '../../../seeds/exit-documents';
import { seededQuizId } from '../../../seeds/games-documents';
import { seededArticleId } from '../../../seeds/news-documents';
import { seededSeparationId } from '../../../seeds/offboarding-documents';
import { everybodysTemplateId } from '../../../seeds/onboarding-documents';
import { seededCareId, seededGiftCardId, seededThanksId } from '../../../seeds/recognition-documents';
import { employmentOf, personOf, redemptionOf, weChatOf } from '../../../seeds/sample-calls/sample-call';
import { sampleCalls } from '../../../seeds/sample-calls/sample-calls';
import { seededSuggestionId } from '../../../seeds/suggestions-documents';
import { trainingViews } from './training-views';
import { madeBy, type View } from './view';

const people = '/packages/people/pages';
const points = '/packages/points/pages';
const community = '/packages/community/pages';
const inbox = '/packages/inbox/pages';
const recognition = '/packages/recognition/pages';
const board = '/packages/points-admin/pages';
const activities = '/packages/activities/pages';
const suggestions = '/packages/suggestions/pages';
const certificates = '/packages/certificates/pages';
const classroom = '/packages/classroom/pages';
const onboarding = '/packages/onboarding/pages';
const leaving = '/packages/offboarding/pages';
const exit = '/packages/exit/pages';
const games = '/packages/games/pages';
const sale = '/packages/sale/pages';
const linXiao = weChatOf('林晓');
const zhouLan = weChatOf('周岚');

/** The tab pages by role: what the pictures are compared of. */
export const tabPages: View[] = [
  { name: 'visitor-home', page: '/pages/home/home' },
  { name: 'visitor-me', page: '/pages/me/me' },
  { name: 'new-hire-home', as: weChatOf('何雨桐'), page: '/pages/home/home' },
  { name: 'alumnus-home', as: weChatOf('孙倩'), page: '/pages/home/home' },
  { name: 'leaving-home', as: weChatOf('王磊'), page: '/pages/home/home' },
  { name: 'employee-home', as: linXiao, page: '/pages/home/home' },
  { name: 'employee-me', as: linXiao, page: '/pages/me/me' },
  { name: 'employee-community', as: linXiao, page: '/pages/community/community' },
  { name: 'employee-growth', as: linXiao, page: '/pages/growth/growth' },
  { name: 'hr-home', as: zhouLan, page: '/pages/home/home' },
  { name: 'hr-admin', as: zhouLan, page: '/pages/admin/admin' },
];

export const gallery: View = { name: 'gallery', page: '/packages/gallery/pages/gallery/gallery' };

export const everyPage: View[] = [
  ...tabPages,
  gallery,
  { name: 'join', page: `${people}/join/join` },
  { name: 'my-record', as: linXiao, page: `${people}/my-record/my-record` },
  { name: 'company', as: zhouLan, page: `${people}/company/company` },
  { name: 'branches', as: zhouLan, page: `${people}/branches/branches` },
  { name: 'roster', as: zhouLan, page: `${people}/roster/roster` },
  { name: 'person', as: zhouLan, page: `${people}/person/person?id=${personOf('林晓')}` },
  { name: 'roster-import', as: zhouLan, page: `${people}/roster-import/roster-import` },
  {
    name: 'roster-batch',
    as: zhouLan,
    page: `${people}/roster-batch/roster-batch`,
    made: madeBy(sampleCalls.people.readRosterBatch, 'batchId'),
  },
  { name: 'roster-batch-lost', as: zhouLan, page: `${people}/roster-batch/roster-batch?id=none` },
  ...trainingViews,
  { name: 'leaving-guide', as: linXiao, page: `${leaving}/guide/guide` },
  { name: 'resign', as: linXiao, page: `${leaving}/resign/resign` },
  { name: 'my-leaving', as: weChatOf('王磊'), page: `${leaving}/my-leaving/my-leaving` },
  { name: 'leaving', as: zhouLan, page: `${leaving}/leaving/leaving?id=${seededSeparationId}` },
  { name: 'leavings', as: zhouLan, page: `${leaving}/leavings/leavings` },
  { name: 'clearances', as: weChatOf('赵启明'), page: `${leaving}/clearances/clearances` },
  { name: 'settlement', as: weChatOf('马会敏'), page: `${leaving}/settlement/settlement?id=${seededSeparationId}` },
  { name: 'payroll', as: weChatOf('马会敏'), page: `${leaving}/payroll/payroll` },
  { name: 'clearance-template', as: zhouLan, page: `${leaving}/clearance-template/clearance-template` },
  {
    name: 'open-leaving',
    as: zhouLan,
    page: `${leaving}/open-leaving/open-leaving?employment=none&name=${encodeURIComponent('王磊')}`,
  },
  { name: 'mall', as: linXiao, page: `${points}/mall/mall` },
  { name: 'gift', as: linXiao, page: `${points}/gift/gift?id=seed-gift-mug` },
  {
    name: 'redemption',
    as: linXiao,
    page: `${points}/redemption/redemption?id=${redemptionOf('林晓', 'seed-gift-plant')}`,
  },
  { name: 'my-redemptions', as: linXiao, page: `${points}/my-redemptions/my-redemptions` },
  { name: 'ledger', as: linXiao, page: `${points}/ledger/ledger` },
  { name: 'inbox', as: linXiao, page: `${inbox}/inbox/inbox` },
  { name: 'notice-settings', as: linXiao, page: `${inbox}/notice-settings/notice-settings` },
  { name: 'wishes', as: linXiao, page: `${points}/wishes/wishes` },
  { name: 'pools', as: linXiao, page: `${points}/pools/pools` },
  { name: 'entry', as: linXiao, page: `${points}/entry/entry?id=${personOf('林晓')}.joined` },
  { name: 'gifts', as: zhouLan, page: `${points}/gifts/gifts` },
  { name: 'new-gift', as: zhouLan, page: `${points}/new-gift/new-gift` },
  { name: 'redemptions', as: zhouLan, page: `${points}/redemptions/redemptions` },
  { name: 'post', as: linXiao, page: `${community}/post/post?id=${seededPostId('irrigation')}` },
  { name: 'post-taken-down', as: linXiao, page: `${community}/post/post?id=${seededPostId('taken-down')}` },
  { name: 'new-post', as: linXiao, page: `${community}/new-post/new-post` },
  { name: 'my-posts', as: linXiao, page: `${community}/my-posts/my-posts` },
  { name: 'reviews', as: zhouLan, page: `${community}/reviews/reviews` },
  { name: 'activities', as: linXiao, page: `${activities}/activities/activities` },
  { name: 'activity', as: linXiao, page: `${activities}/activity/activity?id=${seededActivityId('greenhouse')}` },
  { name: 'activity-past', as: linXiao, page: `${activities}/activity/activity?id=${seededActivityId('books')}` },
  { name: 'new-activity', as: zhouLan, page: `${activities}/new-activity/new-activity` },
  { name: 'route', as: linXiao, page: `${activities}/route/route?id=${seededActivityId('greenhouse')}` },
  { name: 'photos', as: linXiao, page: `${activities}/photos/photos?id=${seededActivityId('books')}` },
  { name: 'edit-route', as: zhouLan, page: `${activities}/edit-route/edit-route?id=${seededActivityId('greenhouse')}` },
  { name: 'attendance', as: zhouLan, page: `${activities}/attendance/attendance?id=${seededActivityId('books')}` },
  { name: 'quizzes', as: linXiao, page: `${games}/quizzes/quizzes` },
  { name: 'quiz', as: linXiao, page: `${games}/quiz/quiz?id=${seededQuizId('solstice')}` },
  { name: 'quiz-over', as: weChatOf('陈一诺'), page: `${games}/quiz/quiz?id=${seededQuizId('founding')}` },
  { name: 'written-quizzes', as: zhouLan, page: `${games}/written-quizzes/written-quizzes` },
  { name: 'edit-quiz', as: zhouLan, page: `${games}/edit-quiz/edit-quiz?id=${seededQuizId('new-year')}` },
  { name: 'sale', as: linXiao, page: `${sale}/sale/sale` },
  { name: 'my-orders', as: linXiao, page: `${sale}/my-orders/my-orders` },
  { name: 'sale-desk', as: zhouLan, page: `${sale}/sale-desk/sale-desk` },
  { name: 'new-item', as: zhouLan, page: `${sale}/new-item/new-item` },
  { name: 'sale-orders', as: zhouLan, page: `${sale}/orders/orders` },
  { name: 'suggestions', as: linXiao, page: `${suggestions}/suggestions/suggestions` },
  { name: 'suggestions-done', as: linXiao, page: `${suggestions}/suggestions/suggestions?which=adopted` },
  { name: 'suggestion', as: zhouLan, page: `${suggestions}/suggestion/suggestion?id=${seededSuggestionId('remote')}` },
  { name: 'new-suggestion', as: linXiao, page: `${suggestions}/new-suggestion/new-suggestion` },
  { name: 'core-posts', as: zhouLan, page: `${suggestions}/core-posts/core-posts` },
  { name: 'my-certificates', as: linXiao, page: `${certificates}/my-certificates/my-certificates` },
  {
    name: 'certificate',
    page: `${certificates}/certificate/certificate?code=${seededCertificateCode(personOf('林晓'))}`,
  },
  { name: 'issued-certificates', as: zhouLan, page: `${certificates}/issued-certificates/issued-certificates` },
  { name: 'sessions', as: linXiao, page: `${classroom}/sessions/sessions` },
  { name: 'session', as: linXiao, page: `${classroom}/session/session?id=${seededSessionId('diseases')}` },
  { name: 'session-past', as: linXiao, page: `${classroom}/session/session?id=${seededSessionId('talking')}` },
  { name: 'class-list', as: zhouLan, page: `${classroom}/class-list/class-list?id=${seededSessionId('talking')}` },
  { name: 'edit-session', as: zhouLan, page: `${classroom}/edit-session/edit-session` },
  { name: 'thanks-wall', as: linXiao, page: `${recognition}/thanks-wall/thanks-wall` },
  { name: 'send-thanks', as: linXiao, page: `${recognition}/send-thanks/send-thanks` },
  { name: 'thanks', as: linXiao, page: `${recognition}/thanks/thanks?id=${seededThanksId()}` },
  { name: 'thanks-year', as: linXiao, page: `${recognition}/thanks-year/thanks-year` },
  { name: 'care-to-sign', as: linXiao, page: `${recognition}/care-to-sign/care-to-sign` },
  { name: 'care-card', as: linXiao, page: `${recognition}/care-card/care-card?id=${seededCareId(new Date())}` },
  { name: 'my-care', as: linXiao, page: `${recognition}/my-care/my-care` },
  { name: 'care-rules', as: zhouLan, page: `${recognition}/care-rules/care-rules` },
  { name: 'gift-cards', as: zhouLan, page: `${recognition}/gift-cards/gift-cards` },
  {
    name: 'gift-card-draws',
    as: zhouLan,
    page: `${recognition}/gift-card-draws/gift-card-draws?id=${seededGiftCardId}`,
  },
  { name: 'congratulate', as: zhouLan, page: `${recognition}/congratulate/congratulate` },
  { name: 'thanks-review', as: zhouLan, page: `${recognition}/thanks-review/thanks-review` },
  { name: 'company-values', as: zhouLan, page: `${recognition}/company-values/company-values` },
  { name: 'article', as: linXiao, page: `${community}/article/article?id=${seededArticleId('flexible')}` },
  { name: 'clubs', as: linXiao, page: `${community}/clubs/clubs` },
  { name: 'club', as: weChatOf('顾怀远'), page: `${community}/club/club?id=${seededClubId('running')}` },
  {
    name: 'club-members',
    as: weChatOf('顾怀远'),
    page: `${community}/club-members/club-members?id=${seededClubId('running')}`,
  },
  { name: 'byline', as: weChatOf('王磊'), page: `${community}/byline/byline` },
  { name: 'faq', as: linXiao, page: `${community}/faq/faq` },
  { name: 'opinion-leaders', as: zhouLan, page: `${community}/opinion-leaders/opinion-leaders` },
  { name: 'articles', as: zhouLan, page: `${community}/articles/articles` },
  { name: 'edit-article', as: zhouLan, page: `${community}/edit-article/edit-article` },
  { name: 'readers', as: zhouLan, page: `${community}/readers/readers?id=${seededArticleId('flexible')}` },
  { name: 'board', as: zhouLan, page: `${board}/board/board` },
  { name: 'booked-lines', as: zhouLan, page: `${board}/booked-lines/booked-lines?from=2026-01-01&until=2099-01-01` },
  { name: 'thresholds', as: zhouLan, page: `${board}/thresholds/thresholds` },
  { name: 'rules', as: zhouLan, page: `${board}/rules/rules` },
  { name: 'rule', as: zhouLan, page: `${board}/rule/rule?key=newsRead` },
  {
    name: 'rule-trial',
    as: zhouLan,
    page: `${board}/rule-trial/rule-trial`,
    made: madeBy(sampleCalls.points.readRuleTrial, 'trialId'),
  },
  { name: 'rule-trial-lost', as: zhouLan, page: `${board}/rule-trial/rule-trial?id=none` },
  { name: 'price-trial', as: zhouLan, page: `${board}/price-trial/price-trial?gift=seed-gift-mug` },
  { name: 'findings', as: zhouLan, page: `${board}/findings/findings` },
  { name: 'point-cases', as: zhouLan, page: `${board}/point-cases/point-cases` },
  { name: 'value-sheet', as: zhouLan, page: `${board}/value-sheet/value-sheet` },
  { name: 'my-onboarding', as: weChatOf('何雨桐'), page: `${onboarding}/my-onboarding/my-onboarding` },
  { name: 'my-card', as: weChatOf('何雨桐'), page: `${onboarding}/my-card/my-card` },
  { name: 'my-list', as: weChatOf('赵启明'), page: `${onboarding}/my-list/my-list` },
  { name: 'run', as: zhouLan, page: `${onboarding}/run/run?id=r-${employmentOf('许知夏')}` },
  { name: 'new-colleagues', as: weChatOf('李蓉'), page: `${onboarding}/new-colleagues/new-colleagues` },
  { name: 'onboarding-board', as: zhouLan, page: `${onboarding}/board/board` },
  { name: 'start-run', as: zhouLan, page: `${onboarding}/start/start` },
  { name: 'templates', as: zhouLan, page: `${onboarding}/templates/templates` },
  { name: 'template', as: zhouLan, page: `${onboarding}/template/template?id=${everybodysTemplateId}` },
  { name: 'papers', as: zhouLan, page: `${onboarding}/papers/papers?id=r-${employmentOf('何雨桐')}` },
  { name: 'new-hire', as: zhouLan, page: `${people}/new-hire/new-hire` },
  { name: 'exit-board', as: zhouLan, page: `${exit}/exit-board/exit-board` },
  {
    name: 'new-improvement',
    as: zhouLan,
    page: `${exit}/new-improvement/new-improvement?cut=reason&key=g-work&words=${encodeURIComponent('工作本身')}`,
  },
  { name: 'my-improvements', as: weChatOf('顾怀远'), page: `${exit}/my-improvements/my-improvements` },
  { name: 'reason-words', as: zhouLan, page: `${exit}/reason-words/reason-words` },
  { name: 'reasons', as: zhouLan, page: `${exit}/reasons/reasons` },
  { name: 'interviews', as: zhouLan, page: `${exit}/interviews/interviews` },
  { name: 'interview', as: zhouLan, page: `${exit}/interview/interview?id=${employmentOf('王磊')}` },
  { name: 'my-interview', as: weChatOf('王磊'), page: `${exit}/my-interview/my-interview` },
  {
    name: 'manager-view',
    as: weChatOf('顾怀远'),
    page: `${exit}/manager-view/manager-view?id=${employmentOf('王磊')}`,
  },
  { name: 'my-papers', as: weChatOf('孙倩'), page: `${exit}/papers/papers` },
  { name: 'paper-desk', as: zhouLan, page: `${exit}/paper-desk/paper-desk` },
  { name: 'seal', as: zhouLan, page: `${exit}/seal/seal` },
  { name: 'verify', page: `${exit}/verify/verify?code=${seededPaperCode}` },
  { name: 'alumni-record', as: weChatOf('孙倩'), page: `${exit}/alumni-record/alumni-record` },
  { name: 'alumni', as: zhouLan, page: `${exit}/alumni/alumni` },
];
