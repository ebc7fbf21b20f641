import { main as people } from '../cloudfunctions/people/index';
import { main as points } from '../cloudfunctions/points/index';
import { forgetRules } from '../cloudfunctions/points/read-rules';
import type { StoredSuggestion } from '../cloudfunctions/suggestions/documents';
import { main as suggestions } from '../cloudfunctions/suggestions/index';
import { main as today } from '../cloudfunctions/today/index';
import { main as wechat } from '../cloudfunctions/wechat/index';
import { openToldStage, type ToldStage } from './told-stage';

/** The seeded company with the functions that suggestions need. */
export interface SuggestionBox extends ToldStage<'suggestions'> {
  suggestions(): StoredSuggestion[];
}

export async function openSuggestionBox(now: Date): Promise<SuggestionBox> {
  forgetRules();
  const told = await openToldStage('suggestions', { people, points, suggestions, today, wechat }, now);
  return { ...told, suggestions: () => told.documents('suggestions') };
}
