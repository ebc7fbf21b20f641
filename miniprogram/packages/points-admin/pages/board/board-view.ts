import type { AlarmKind, InflationBoard } from '../../../../../shared/points/board';
import { dayInWords } from '../../../../wording/day';
import { figure } from '../../../../wording/figure';
import { type ChartColumn, heightOf } from '../../components/week-chart/chart-column';
import { sourceInWords } from '../../wording/source';
import { type BoardWeek, issuedBySource, shortDay, weeksOf } from '../../wording/week';

const weeksShown = 13;

const alarmInWords: Record<AlarmKind, string> = {
  recoveryLow: '回收率低于提醒线：积分发得多、花得少，看看礼品是不是太远或太少。',
  concentrationHigh: '积分集中在少数人手里，超过了提醒线：看看是哪条规则让他们得得最多。',
  heldHigh: '大家手里的积分超过了提醒线：可以上新礼品，或者调整发放。',
  giftsFar: '最便宜的礼品也要攒很久，超过了提醒线：可以加一件价格低的礼品。',
};

export const flowLegend = [
  { tone: 'came', text: '发放' },
  { tone: 'went', text: '回收（兑换和捐赠，减去退回）' },
];
export const heldLegend = [{ tone: 'held', text: '周末时大家手里的积分' }];

const spanOf = ({ from, until }: BoardWeek) => `${shortDay(from)}–${shortDay(until)}`;

function flowColumns(weeks: readonly BoardWeek[]): ChartColumn[] {
  const tallest = Math.max(...weeks.flatMap(({ issued, recovered }) => [issued, recovered]));
  return weeks.map((week) => ({
    key: week.until,
    label: shortDay(week.from),
    bars: [
      { tone: 'came', height: heightOf(week.issued, tallest) },
      { tone: 'went', height: heightOf(week.recovered, tallest) },
    ],
    said: `${spanOf(week)}，发放 ${figure(week.issued)}，回收 ${figure(week.recovered)}`,
  }));
}

function heldColumns(weeks: readonly BoardWeek[]): ChartColumn[] {
  const tallest = Math.max(...weeks.map(({ held }) => held));
  return weeks.map((week) => ({
    key: week.until,
    label: shortDay(week.until),
    bars: [{ tone: 'held', height: heightOf(week.held, tallest) }],
    said: `${shortDay(week.until)}，大家手里有 ${figure(week.held)} 积分`,
  }));
}

export interface ChosenWeek {
  from: string;
  until: string;
  span: string;
  issued: string;
  recovered: string;
  expired: string;
  held: string;
}

export function chosenWeekOf(board: InflationBoard, key: string): ChosenWeek | null {
  const week = weeksOf(board.days, board.today, weeksShown).find(({ until }) => until === key);
  if (!week) return null;
  const { from, until, issued, recovered, expired, held } = week;
  const figures = {
    issued: figure(issued),
    recovered: figure(recovered),
    expired: figure(expired),
    held: figure(held),
  };
  return { from, until, span: spanOf(week), ...figures };
}

const weeksInWords = (weeks: number | null) => (weeks === null ? '还没有人在攒' : `约 ${weeks} 周`);

/** 积分看板 as the page draws it. */
export function boardView(board: InflationBoard) {
  const weeks = weeksOf(board.days, board.today, weeksShown);
  const from = weeks[weeksShown - 4]?.from ?? board.today;
  const sources = issuedBySource(board.days, from);
  const most = Math.max(1, ...sources.map(({ points }) => points));
  const { census } = board;
  return {
    alarms: board.alarms.map((kind) => ({ kind, text: alarmInWords[kind] })),
    held: figure(weeks[weeks.length - 1]?.held ?? 0),
    recovery: board.recoveryPercent === null ? '—' : `${board.recoveryPercent}%`,
    flow: flowColumns(weeks),
    heldByWeek: heldColumns(weeks),
    sources: sources.map(({ source, points }) => ({
      source,
      text: sourceInWords(source),
      points: figure(points),
      width: heightOf(points, most),
    })),
    sourcesFrom: from,
    census: census && {
      asOf: dayInWords(census.day, board.today),
      persons: figure(census.persons),
      median: figure(census.medianWeeklyPoints),
      topTenth: `${census.topTenthPercent}%`,
      gifts: census.gifts.map(({ giftId, name, costPoints, weeks: away }) => ({
        giftId,
        name,
        cost: `${figure(costPoints)} 积分`,
        weeks: weeksInWords(away),
      })),
      topEarners: census.topEarners.map(({ rule, people }) => ({
        rule,
        text: sourceInWords(rule),
        people: people.map(({ personId, name, points }) => ({ personId, name, points: figure(points) })),
      })),
    },
  };
}
export type BoardView = ReturnType<typeof boardView>;
