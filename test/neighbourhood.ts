import { main } from '../cloudfunctions/community/index';
import type { StoredComment } from '../cloudfunctions/community/rules/comment';
import type { StoredPost } from '../cloudfunctions/community/rules/post';
import type { StoredReview } from '../cloudfunctions/community/rules/review';
import { signedCall } from '../cloudfunctions/platform/system-call';
import type { CommunityContract } from '../shared/community/contract';
import type { Answer, InputOf, OutputOf } from '../shared/kernel/contract';
import { judgeText } from '../simulator/cloud/wechat/check-text';
import { freshRequest, passTime } from './mall';
import { openStage, type Stage } from './stage';

type Calls = CommunityContract;

/** The community on a stage, with the neighbours that it asks and tells. */
export interface Neighbourhood {
  stage: Stage;
  ask<Call extends keyof Calls>(
    openId: string,
    call: Call,
    input: InputOf<Calls[Call]>,
  ): Promise<Answer<OutputOf<Calls[Call]>>>;
  /** Throws when the call is refused. */
  tell<Call extends keyof Calls>(
    openId: string,
    call: Call,
    input: InputOf<Calls[Call]>,
  ): Promise<OutputOf<Calls[Call]>>;
  refusalOf<Call extends keyof Calls>(openId: string, call: Call, input: InputOf<Calls[Call]>): Promise<string>;
  /** Publishes a text and gives the post's id. */
  post(openId: string, text: string): Promise<string>;
  comment(openId: string, postId: string, text: string): Promise<string>;
  /** Uploads a file as the phone would; its file id. */
  upload(openId: string, cloudPath: string, content: Buffer): Promise<string>;
  /** WeChat's word on a picture of a post. */
  judgePicture(postId: string, index: number, suggest: 'pass' | 'review' | 'risky'): Promise<Answer<unknown>>;
  /** Two minutes later the sweep comes by. */
  sweep(): Promise<void>;
  posts(): StoredPost[];
  comments(): StoredComment[];
  reviews(): StoredReview[];
  /** What `today` was asked to tell. */
  told: { factId: string; personIds: string[]; title: string; line: string; page: string }[];
  /** Who was told under what a leaver's cards and suggestions stand, the last word for each. */
  signed: Map<string, boolean>;
  /** What `points` was asked to book. */
  earned: { factId: string; rule: string; personId: string; about: string }[];
  /** Whether the functions beside this one answer. */
  neighbours: { areThere: boolean; left: Set<string> };
  /** From now on this person does not work here any more. */
  leave(personId: string): Promise<void>;
  close(): Promise<void>;
}

interface Heard {
  call: string;
  input: Record<string, unknown> & { text?: string };
}

async function seatPeople(stage: Stage): Promise<void> {
  for (const name of ['lan', 'ming', 'yu']) await stage.seat({ _id: `o-${name}`, personId: `p-${name}`, name });
  await stage.seat({ _id: 'o-hr', personId: 'p-hr', name: 'hr', grants: [{ role: 'hr', branchId: null }] });
  await stage.seat({ _id: 'o-branch', personId: 'p-branch', grants: [{ role: 'branchHr', branchId: 'branch-south' }] });
  await stage.seat({ _id: 'o-south', personId: 'p-south', branchId: 'branch-south' });
  await stage.seat({ _id: 'o-left', personId: 'p-left', relievingDate: '2020-06-30' });
  await stage.seat({ _id: 'o-new', personId: 'p-new', status: 'preboarding', dateOfJoining: '2199-01-01' });
}

/** Those whom the community asks and tells, as far as they answer, and what they heard. */
function heardBy() {
  const told: Neighbourhood['told'] = [];
  const earned: Neighbourhood['earned'] = [];
  const signed: Neighbourhood['signed'] = new Map();
  const neighbours = { areThere: true, left: new Set<string>() };
  const answering = (answer: (heard: Heard) => object) => async (event: unknown) => {
    if (!neighbours.areThere) throw new Error('nobody is there');
    return { ok: true, data: answer(event as Heard), traceId: 't' };
  };
  const taking = (context: string) =>
    answering(({ input }) => {
      const { personId, isNamed } = input.fact as { personId: string; isNamed: boolean };
      signed.set(`${context} ${personId}`, isNamed);
      return {};
    });
  const mains = {
    // WeChat's word comes from the local WeChat's own list.
    wechat: answering(({ input: { text } }) => (text === undefined ? {} : { ...judgeText(text), judgedBy: 'wechat' })),
    people: answering(({ input }) => {
      const { personIds } = input as { personIds: string[] };
      return { items: personIds.filter((person) => !neighbours.left.has(person)).map((personId) => ({ personId })) };
    }),
    recognition: taking('recognition'),
    suggestions: taking('suggestions'),
    points: answering(({ input }) => {
      earned.push(input as unknown as Neighbourhood['earned'][number]);
      return { points: 5, heldBack: null };
    }),
    today: answering(({ input }) => {
      told.push(input as unknown as Neighbourhood['told'][number]);
      return {};
    }),
  };
  return { mains, heard: { told, earned, signed, neighbours } };
}

/** Opens the community, with a few people seated: `o-<name>` is the OpenID of `p-<name>`. */
export async function openNeighbourhood(): Promise<Neighbourhood> {
  const { mains, heard } = heardBy();
  const stage = await openStage([], mains);
  const ask: Neighbourhood['ask'] = (openId, call, input) => stage.call(main, openId, { call, input });
  const tell: Neighbourhood['tell'] = async (openId, call, input) => {
    const answer = await ask(openId, call, input);
    if (!answer.ok) throw new Error(`${call} was refused: ${answer.code}`);
    return answer.data;
  };
  await seatPeople(stage);
  return {
    stage,
    ask,
    tell,
    async refusalOf(openId, call, input) {
      const answer = await ask(openId, call, input);
      if (answer.ok) throw new Error(`${call} was not refused`);
      return answer.code;
    },
    post: async (openId, text) =>
      (await tell(openId, 'publishPost', { kind: 'post', text, requestId: freshRequest() }))._id,
    comment: async (openId, postId, text) =>
      (await tell(openId, 'writeComment', { postId, text, replyToId: null, requestId: freshRequest() }))._id,
    upload: stage.upload,
    judgePicture(postId, index, suggest) {
      const at = new Date();
      const [verdict, subjectId] = [{ suggest, label: 100, judgedBy: 'wechat' }, `${postId}-${index}`];
      const fact = { factId: subjectId, subjectId, verdict, at: at.toISOString() };
      const input = { fact, requestId: freshRequest() };
      return stage.call(main, null, signedCall('community', 'takeMediaVerdict', input, at));
    },
    async sweep() {
      passTime(120_000);
      await stage.runTimer(main, 'minute');
    },
    posts: () => stage.cloud.documents('posts') as unknown as StoredPost[],
    comments: () => stage.cloud.documents('comments') as unknown as StoredComment[],
    reviews: () => stage.cloud.documents('reviews') as unknown as StoredReview[],
    ...heard,
    leave(personId) {
      heard.neighbours.left.add(personId);
      return stage.seat({ _id: personId.replace('p-', 'o-'), personId, name: personId.slice(2), status: 'left' });
    },
    close: () => stage.close(),
  };
}
