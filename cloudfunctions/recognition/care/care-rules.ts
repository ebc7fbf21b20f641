import type { CareOccasion, CareRule } from '../../../shared/recognition/care';
import { is } from '../../platform/db';
import { careRulesWith } from '../rules/care-rule';
import { store } from '../store';

/** The rules in force, one for each occasion. */
export async function careRules(): Promise<CareRule[]> {
  return careRulesWith(await store.careRules.list({ where: { _id: is.above('') }, limit: 10 }));
}

export async function careRuleFor(occasion: CareOccasion): Promise<CareRule> {
  const rule = (await careRules()).find(({ _id }) => _id === occasion);
  if (!rule) throw new Error(`there is no rule for ${occasion}`);
  return rule;
}
