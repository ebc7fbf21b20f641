import * as z from 'zod';
import type { WechatContract } from '../../../shared/wechat/contract';
import type { Verdict } from '../../../shared/wechat/model';
import { checkText as askWeChat, notBound } from '../../platform/open-api';
import type { Handler } from '../../platform/serve';
import { readVerdict } from '../read-verdict';
import { gravest, piecesOf, sceneNumber, unjudged } from '../rules/text-verdict';

const Said = z.object({ result: z.unknown() });

/** What WeChat has not judged, for whatever reason, a person judges: nothing passes unseen, and nothing is lost. */
export const checkText: Handler<WechatContract['checkText']> = async ({ personId, scene, text }) => {
  const verdicts: Verdict[] = [];
  for (const piece of piecesOf(text)) {
    const { code, said } = await askWeChat(personId, piece, sceneNumber[scene]);
    const answer = Said.safeParse(said);
    verdicts.push(answer.success ? readVerdict(answer.data.result) : unjudged);
    if (code === notBound) break;
  }
  return gravest(verdicts);
};
