import type { ExitContract } from '../../../shared/exit/contract';
import type { Handler } from '../../platform/serve';
import { currentReasons } from '../read-reasons';

export const listExitReasons: Handler<ExitContract['listExitReasons']> = () => currentReasons();
