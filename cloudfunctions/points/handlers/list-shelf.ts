import type { PointsContract } from '../../../shared/points/contract';
import type { Handler } from '../../platform/serve';
import { giftPage } from '../gift-page';
import { shelfView } from '../rules/gift';

export const listShelf: Handler<PointsContract['listShelf']> = ({ onSale, cursor, limit }) =>
  giftPage({ onSale }, { cursor, limit }, shelfView);
