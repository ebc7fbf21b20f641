import type { PointsContract } from '../../../shared/points/contract';
import type { Handler } from '../../platform/serve';
import { giftPage } from '../gift-page';

export const listGifts: Handler<PointsContract['listGifts']> = ({ cursor, limit }) => giftPage(true, cursor, limit);
