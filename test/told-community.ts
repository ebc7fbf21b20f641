import { main as community } from '../cloudfunctions/community/index';
import { main as people } from '../cloudfunctions/people/index';
import { main as points } from '../cloudfunctions/points/index';
import { main as today } from '../cloudfunctions/today/index';
import { main as wechat } from '../cloudfunctions/wechat/index';
import { openToldStage, type ToldStage } from './told-stage';

/** The seeded company with the functions that the community asks and tells. */
export function openToldCommunity(now: Date): Promise<ToldStage<'community'>> {
  return openToldStage('community', { community, people, points, today, wechat }, now);
}
