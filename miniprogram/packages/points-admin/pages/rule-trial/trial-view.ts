import type { RuleTrial } from '../../../../../shared/points/board';
import { figure, signedFigure } from '../../../../wording/figure';
import { type ChartColumn, heightOf } from '../../components/week-chart/chart-column';
import { sourceInWords } from '../../wording/source';
import { shortDay } from '../../wording/week';

export const forecastLegend = [
  { tone: 'held', text: '照现在的规则' },
  { tone: 'went', text: '照试算的规则' },
];

function forecastColumns({ forecastWas, forecastWould }: RuleTrial): ChartColumn[] {
  const was = forecastWas ?? [];
  const would = forecastWould ?? [];
  const tallest = Math.max(1, ...[...was, ...would].map(({ held }) => held));
  return was.map(({ month, held }, index) => {
    const then = would[index]?.held ?? 0;
    return {
      key: month,
      label: `${Number(month.slice(5))}月`,
      bars: [
        { tone: 'held', height: heightOf(held, tallest) },
        { tone: 'went', height: heightOf(then, tallest) },
      ],
      said: `${Number(month.slice(5))}月底，照现在 ${figure(held)}，照试算 ${figure(then)}`,
    };
  });
}

/** A trial as the page draws it. */
export function trialView(trial: RuleTrial) {
  const { rule, from, until, persons, was, would, heldBackWas, heldBackWould, differences } = trial;
  const change = was === 0 ? '' : `（${signedFigure(Math.round(((would - was) / was) * 100))}%）`;
  return {
    heading: sourceInWords(rule),
    span: `${shortDay(from)}–${shortDay(until)}，${figure(persons)} 个账户`,
    was: figure(was),
    would: `${figure(would)}${change}`,
    heldBack: `${figure(heldBackWas)} → ${figure(heldBackWould)} 次`,
    differences: differences.map(({ personId, name, was: had, would: has }) => ({
      personId,
      name,
      line: `${figure(had)} → ${figure(has)}`,
      difference: signedFigure(has - had),
    })),
    columns: forecastColumns(trial),
  };
}
export type TrialView = ReturnType<typeof trialView>;

/** The month that was tapped, in a sentence. */
export function monthInWords(view: TrialView, month: string): string {
  return view.columns.find(({ key }) => key === month)?.said ?? '';
}
