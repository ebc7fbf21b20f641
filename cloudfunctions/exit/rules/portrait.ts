import type { ExitPortrait } from '../../../shared/exit/portrait';
import type { OutputOf } from '../../../shared/kernel/contract';
import { daysBetween } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import type { EmploymentFacts } from '../../../shared/people/leavers';
import type { TrainingContract } from '../../../shared/training/contract';

/** What the other contexts answered; null for one that could not be asked. */
export interface PortraitFacts {
  stints: readonly EmploymentFacts[];
  lastDay: Day;
  points: { lifetime: number } | null;
  attended: number | null;
  learnt: OutputOf<TrainingContract['readLearnt']> | null;
}

/** `2 年 3 个月`, counted in months of a twelfth of a year. */
function tenureInWords(days: number): string {
  const months = Math.floor(days / 30.4375);
  if (months < 1) return `${Math.max(0, days)} 天`;
  const years = Math.floor(months / 12);
  const rest = months % 12;
  return [years > 0 ? `${years} 年` : '', rest > 0 ? `${rest} 个月` : ''].filter(Boolean).join(' ');
}

function learntLines({ passed, underWay, overdue, latest }: OutputOf<TrainingContract['readLearnt']>) {
  if (passed + underWay === 0) return [];
  return [
    { label: '学完的课程', value: `${passed} 门` },
    ...(underWay > 0
      ? [{ label: '还没学完', value: `${underWay} 门${overdue > 0 ? `，过期 ${overdue} 门` : ''}` }]
      : []),
    ...(passed > 0 ? [{ label: '最近学完', value: latest.join('、').slice(0, 60) }] : []),
  ];
}

export function portraitOf({ stints, lastDay, points, attended, learnt }: PortraitFacts): ExitPortrait {
  const tenures = stints.map(({ dateOfJoining, departmentName, position, relievingDate }) => ({
    label: `${departmentName}${position ? ` ${position}` : ''}`.slice(0, 20),
    value: dateOfJoining ? tenureInWords(daysBetween(dateOfJoining, relievingDate ?? lastDay)) : '入职日期未记录',
  }));
  return {
    parts: [
      { source: 'employment', lines: tenures.slice(-8) },
      { source: 'training', lines: learnt === null ? [] : learntLines(learnt) },
      {
        source: 'points',
        lines: points === null ? [] : [{ label: '累计获得积分', value: String(points.lifetime) }],
      },
      {
        source: 'activities',
        lines: attended === null ? [] : [{ label: '参加过的活动', value: `${attended} 次` }],
      },
      { source: 'attendance', lines: [] },
      { source: 'shifts', lines: [] },
    ],
  };
}
