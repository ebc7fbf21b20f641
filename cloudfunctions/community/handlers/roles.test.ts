import { type CommunityContract, community } from '../../../shared/community/contract';
import { stopClock } from '../../../test/mall';
import { type Neighbourhood, openNeighbourhood } from '../../../test/neighbourhood';
import { main } from '../index';

jest.spyOn(console, 'error').mockImplementation(() => undefined);

let here: Neighbourhood;
beforeAll(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  here = await openNeighbourhood();
});
afterAll(() => here.close());

const id = { requestId: 'request-of-a-guard-1' };
const post = { postId: 'p-none' };
const subject = { subjectKind: 'post', subjectId: 'p-none' };
const inputs: { [Call in keyof CommunityContract]: Record<string, unknown> } = {
  publishPost: { kind: 'post', text: '赌博', ...id },
  listFeed: {},
  readInterests: {},
  followTopic: { topic: '徒步', isFollowed: false, ...id },
  listMyPosts: {},
  listMySaves: {},
  readPost: post,
  editPost: { ...post, text: '字', ...id },
  removePost: { ...post, ...id },
  likePost: { ...post, isLiked: true, ...id },
  savePost: { ...post, isSaved: true, ...id },
  listComments: post,
  writeComment: { ...post, text: '字', replyToId: null, ...id },
  removeComment: { commentId: 'c-none', ...id },
  acceptAnswer: { commentId: 'c-none', ...id },
  report: { ...subject, reason: 'other', words: '', ...id },
  appeal: { ...subject, words: '字', ...id },
  listReviews: { isOpen: true },
  decideReview: { reviewId: 'post.p-none', verdict: 'keep', reason: '', ...id },
  listFaq: {},
  listMustReads: {
    reader: { branchId: 'head-office', departmentName: '研发部', isManager: false },
    ...{ from: '2020-01-01T00:00:00.000Z', to: '2099-12-31T00:00:00.000Z' },
  },
  listFaqEntries: {},
  listFaqToReview: {},
  listOpinionLeaders: {},
  proposeFaq: { ...post, ...id },
  decideFaq: { faqId: 'f-none', verdict: 'decline', question: '字', answer: '字', reviewOn: '2027-01-01', ...id },
  openClub: { name: '字', about: '', organiserIds: ['p-none'], ...id },
  changeClub: { clubId: 'c-none', name: '字', about: '', organiserIds: ['p-none'], ...id },
  listClubMembers: { clubId: 'c-none' },
  removeClubMember: { clubId: 'c-none', personId: 'p-none', reason: '字', ...id },
  readmitClubMember: { clubId: 'c-none', personId: 'p-none', ...id },
  closeClub: { clubId: 'c-none', reason: '字', ...id },
  readByline: {},
  chooseByline: { isNamed: true, ...id },
  listClubs: {},
  readClub: { clubId: 'c-none' },
  joinClub: { clubId: 'c-none', isMember: true, ...id },
  moveOutOfClub: { ...post, ...id },
  listNews: {},
  openArticle: { articleId: 'a-none', ...id },
  finishArticle: { articleId: 'a-none', ...id },
  listArticles: {},
  readArticle: { articleId: 'a-none' },
  writeArticle: {
    articleId: 'a-none',
    kind: 'news',
    title: '字',
    summary: '',
    coverFileId: null,
    blocks: [{ kind: 'paragraph', text: '字' }],
    audience: { kind: 'branches', branchIds: ['branch-south'] },
    publishAt: null,
    isPinned: false,
    isMustRead: false,
    ...id,
  },
  withdrawArticle: { articleId: 'a-none', ...id },
  listNotRead: { articleId: 'a-none' },
  listReaders: { articleId: 'a-none' },
  takeMediaVerdict: {
    fact: {
      factId: 'f-1',
      subjectId: 'p-1',
      verdict: { suggest: 'pass', label: 100, judgedBy: 'wechat' },
      at: '2026-11-20T01:00:00.000Z',
    },
    ...id,
  },
};
const doors = ['not_allowed', 'not_signed_in', 'input_invalid', 'call_unknown', 'bug'];
const people: Record<string, readonly string[]> = {
  'o-lan': ['visitor', 'employee'],
  'o-hr': ['visitor', 'employee', 'hr'],
  'o-branch': ['visitor', 'employee', 'branchHr'],
  'o-left': ['visitor', 'alumnus'],
  'o-new': ['visitor', 'newHire'],
  'o-stranger': ['visitor'],
};
const everything = () => JSON.stringify(here.stage.cloud.collections().map((name) => here.stage.cloud.documents(name)));

describe.each(Object.keys(inputs) as (keyof CommunityContract)[])('%s', (call) => {
  it.each(Object.keys(people))('is open to %s exactly if the contract names a role of theirs', async (openId) => {
    const roles: readonly string[] = community[call].roles;
    const mayCall = people[openId]?.some((role) => roles.includes(role)) ?? false;
    const before = everything();
    const answer = await here.stage.call(main, openId, { call, input: inputs[call] });
    const code = answer.ok ? 'ok' : answer.code;
    expect(!doors.includes(code)).toBe(mayCall);
    expect(everything()).toBe(before);
  });

  it('is closed to somebody whom WeChat does not vouch for', async () => {
    const answer = await here.stage.call(main, null, { call, input: inputs[call] });
    expect(answer).toMatchObject({ ok: false, code: 'not_signed_in' });
  });
});
