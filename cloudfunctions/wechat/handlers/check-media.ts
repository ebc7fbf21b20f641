import { instant } from '../../../shared/kernel/day';
import type { WechatContract } from '../../../shared/wechat/contract';
import type { Handler } from '../../platform/serve';
import { startCheck } from '../media/start-check';
import { type MediaCheck, mediaCheckId } from '../rules/media-check';
import { mediaChecks } from '../store';

export const checkMedia: Handler<WechatContract['checkMedia']> = async (input, { now }) => {
  const { requestId, ...asked } = input;
  const at = instant(now);
  const check: MediaCheck = {
    ...asked,
    _id: mediaCheckId(asked.asker, asked.subjectId),
    state: 'asking',
    traceId: null,
    verdict: null,
    askedAt: at,
    judgedAt: null,
    openSince: at,
    purgeAt: null,
  };
  // A repeat changes nothing: the check is on its way, and the sweep brings on what was left behind.
  if (await mediaChecks.insert(check)) await startCheck(check, now);
  return {};
};
