import type { ExitContract } from '../../../shared/exit/contract';
import type { Handler } from '../../platform/serve';
import { onlySealId } from '../documents';
import { sealView } from '../papers/seal-view';
import { store } from '../store';

export const readSeal: Handler<ExitContract['readSeal']> = async () => sealView(await store.seals.read(onlySealId));
