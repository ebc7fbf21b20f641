import type { CommunityContract } from '../../shared/community/contract';
import type { InputOf } from '../../shared/kernel/contract';
import { addDays, dayOf } from '../../shared/kernel/day';
import { seededClubId } from '../clubs-documents';
import { seededCommentId, seededPostId } from '../community-documents';
import { seededArticleId } from '../news-documents';
import { always, hr, linXiao, personOf, requestId, type SampleCalls, weChatOf } from './sample-call';

const irrigation = () => seededPostId('irrigation');

export const communitySamples: SampleCalls['community'] = {
  publishPost: always(linXiao, () => ({
    kind: 'post',
    text: '今天的晚霞很好看。',
    pictureFileIds: [],
    topics: ['日常'],
    mentionIds: [personOf('陈一诺')],
    requestId: requestId(),
  })),
  listFeed: always(linXiao, () => ({ interests: ['徒步'] })),
  readInterests: always(linXiao, () => ({})),
  followTopic: always(linXiao, () => ({ topic: '徒步', isFollowed: true, requestId: requestId() })),
  listMyPosts: always(linXiao, () => ({})),
  listMySaves: always(linXiao, () => ({})),
  readPost: always(linXiao, () => ({ postId: irrigation() })),
  editPost: always(linXiao, () => ({
    postId: seededPostId('release'),
    text: '温室看板 3.2 上线，有问题在这条下面说。',
    topics: ['产品更新'],
    mentionIds: [personOf('王磊')],
    requestId: requestId(),
  })),
  removePost: always(linXiao, () => ({ postId: seededPostId('release'), requestId: requestId() })),
  likePost: always(linXiao, () => ({ postId: seededPostId('reading'), isLiked: true, requestId: requestId() })),
  savePost: always(linXiao, () => ({ postId: irrigation(), isSaved: true, requestId: requestId() })),
  listComments: always(linXiao, () => ({ postId: irrigation() })),
  writeComment: always(linXiao, () => ({
    postId: irrigation(),
    text: '已经加到常见问题里。',
    replyToId: seededCommentId('irrigation', 0),
    mentionIds: [],
    requestId: requestId(),
  })),
  removeComment: always(linXiao, () => ({ commentId: seededCommentId('tomatoes', 2), requestId: requestId() })),
  openClub: always(hr, () => ({
    ...{ name: '羽毛球社', about: '每周五晚上三号馆', organiserIds: [personOf('陈一诺')], requestId: requestId() },
  })),
  changeClub: always(hr, () => ({
    ...{ clubId: seededClubId('running'), name: '跑步社', about: '每周四江边五公里', requestId: requestId() },
    organiserIds: [personOf('顾怀远'), personOf('林晓')],
  })),
  readByline: always(linXiao, () => ({})),
  chooseByline: always(linXiao, () => ({ isNamed: false, requestId: requestId() })),
  listClubs: always(linXiao, () => ({ isClosed: false })),
  readClub: always(linXiao, () => ({ clubId: seededClubId('running') })),
  joinClub: always(linXiao, () => ({ clubId: seededClubId('reading'), isMember: true, requestId: requestId() })),
  listClubMembers: always(linXiao, () => ({ clubId: seededClubId('running') })),
  removeClubMember: always(hr, () => ({
    ...{ clubId: seededClubId('running'), personId: personOf('钱惠'), reason: '半年没来了', requestId: requestId() },
  })),
  readmitClubMember: always(weChatOf('顾怀远'), () => ({
    ...{ clubId: seededClubId('running'), personId: personOf('钱惠'), requestId: requestId() },
  })),
  closeClub: always(hr, () => ({
    ...{ clubId: seededClubId('reading'), reason: '大家并到线上书架了', requestId: requestId() },
  })),
  moveOutOfClub: always(weChatOf('顾怀远'), () => ({ postId: seededPostId('hike'), requestId: requestId() })),
  proposeFaq: always(linXiao, () => ({ postId: irrigation(), requestId: requestId() })),
  listFaqEntries: always(linXiao, () => ({})),
  listFaqToReview: always(hr, () => ({})),
  decideFaq: {
    as: hr,
    input: async (ask) => {
      const propose = ask.call<CommunityContract['proposeFaq']>;
      const asked = { postId: irrigation(), requestId: requestId() };
      const { _id, question, answer } = await propose(linXiao, 'community', 'proposeFaq', asked);
      const reviewOn = addDays(dayOf(new Date()), 180);
      return { faqId: _id, verdict: 'publish', question, answer, reviewOn, requestId: requestId() };
    },
  },
  listFaq: always('system', () => ({})),
  listOpinionLeaders: always(hr, () => ({})),
  acceptAnswer: always(weChatOf('李蓉'), () => ({
    commentId: seededCommentId('training-room', 0),
    requestId: requestId(),
  })),
  report: always(linXiao, () => ({
    subjectKind: 'post',
    subjectId: seededPostId('hike'),
    reason: 'other',
    words: '照片里有我，没有问过我',
    requestId: requestId(),
  })),
  appeal: always(linXiao, () => ({
    subjectKind: 'post',
    subjectId: seededPostId('taken-down'),
    words: '照片已经换成打码的，请再看看',
    requestId: requestId(),
  })),
  listReviews: always(hr, () => ({ isOpen: true })),
  decideReview: always(hr, () => ({
    reviewId: `post.${seededPostId('doubtful')}`,
    verdict: 'takeDown',
    reason: '团购请发到生活群，不要留微信群',
    requestId: requestId(),
  })),
  listNews: always(linXiao, () => ({})),
  openArticle: always(linXiao, () => ({ articleId: seededArticleId('flexible'), requestId: requestId() })),
  finishArticle: always(linXiao, () => ({ articleId: seededArticleId('harvest'), requestId: requestId() })),
  listMustReads: always('system', () => ({
    reader: { branchId: 'head-office', departmentName: '研发部', isManager: false },
    ...{ from: '2020-01-01T00:00:00.000Z', to: '2099-12-31T00:00:00.000Z' },
  })),
  listArticles: always(hr, () => ({})),
  readArticle: always(hr, () => ({ articleId: seededArticleId('harvest') })),
  writeArticle: always(hr, () => ({
    articleId: null,
    kind: 'news',
    title: '新办公区下周启用',
    summary: '四楼东侧，靠窗',
    coverFileId: null,
    blocks: [{ kind: 'paragraph', text: '下周一起，研发部搬到四楼东侧。' }],
    audience: { kind: 'departments', departmentNames: ['研发部'] },
    publishAt: null,
    isPinned: false,
    isMustRead: false,
    requestId: requestId(),
  })),
  withdrawArticle: always(hr, () => ({ articleId: seededArticleId('harvest'), requestId: requestId() })),
  listNotRead: always(hr, () => ({ articleId: seededArticleId('flexible') })),
  listReaders: always(hr, () => ({ articleId: seededArticleId('harvest') })),
  takeMediaVerdict: always('system', () => {
    const fact = {
      factId: 'seed-verdict-000001',
      subjectId: `${seededPostId('tomatoes')}-0`,
      verdict: { suggest: 'pass', label: 100, judgedBy: 'wechat' },
      at: '2026-11-21T02:00:00.000Z',
    } as const;
    return { fact, requestId: requestId() } satisfies InputOf<CommunityContract['takeMediaVerdict']>;
  }),
};
