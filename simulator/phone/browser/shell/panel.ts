import type { Chrome, Problem } from '../bridge';
import { byId, make } from './elements';
import { address, newVisitor, type Visit } from './visit';

interface Identity {
  openId: string;
  name: string;
  group: string;
  note: string;
}

/** A record of GET /cloud/requests; a call of the phone and what its function asked share a trace id. */
interface CloudRequest {
  action: string;
  collection?: string;
  traceId?: string;
}

/** What is listed beside the phone: people, route, problems, cloud calls. */
export class Panel {
  private problems: Problem[] = [];

  constructor(private readonly visit: Visit) {
    byId('visitor').addEventListener('click', () =>
      location.assign(address({ as: newVisitor(), page: undefined, scene: undefined })),
    );
    if (!visit.bare) void this.listPeople();
    void this.listCalls();
    setInterval(() => void this.listCalls(), 3000);
  }

  showRoute(chrome: Chrome): void {
    byId('route').textContent = `/${chrome.url}`;
    byId('depth').textContent = `页面栈 ${chrome.depth}`;
  }

  addProblem(problem: Problem): void {
    this.problems = [...this.problems, problem];
    byId('problem-count').textContent = String(this.problems.length);
    byId('problems').append(
      make(
        'li',
        {},
        make('b', {}, KINDS[problem.kind]),
        make('span', {}, problem.message),
        make('small', {}, problem.page),
      ),
    );
  }

  private async listPeople(): Promise<void> {
    const people = await readList<Identity>('/cloud/identities');
    const groups = new Map<string, Identity[]>();
    for (const person of people) groups.set(person.group, [...(groups.get(person.group) ?? []), person]);
    const known = people.find((person) => person.openId === this.visit.openId);
    byId('me').textContent = known === undefined ? `访客 ${this.visit.openId}` : `${known.name} · ${known.group}`;
    const lists = [...groups].map(([group, members]) => {
      const buttons = members.map((person) => {
        const current = person.openId === this.visit.openId;
        const go = () => location.assign(address({ as: person.openId, page: undefined, scene: undefined }));
        return make(
          'button',
          { class: 'person', 'aria-pressed': String(current), onclick: go },
          make('b', {}, person.name),
          make('small', {}, person.note ?? ''),
        );
      });
      return make('section', {}, make('h3', {}, group), make('div', {}, ...buttons));
    });
    byId('people').replaceChildren(...lists);
  }

  /** The last calls of phones, with the database requests each made. */
  private async listCalls(): Promise<void> {
    if (document.hidden || this.visit.bare) return;
    const requests = (await readList<CloudRequest>('/cloud/requests')).slice(-500);
    const calls = requests.filter((request) => request.action === 'phone.callFunction').slice(-8);
    const rows = calls.reverse().map((call) => {
      const database = requests.filter((each) => each.traceId === call.traceId && each.action.startsWith('database.'));
      return make(
        'li',
        {},
        make('span', {}, call.collection ?? ''),
        make('small', {}, `${database.length} 次数据库请求`),
      );
    });
    byId('calls').replaceChildren(...rows);
  }
}

const KINDS: Record<Problem['kind'], string> = {
  'missing-api': '缺少接口',
  'unknown-component': '缺少组件',
  'undeclared-tag': '没有声明的标签',
  framework: '框架警告',
  error: '出错',
  image: '图片',
  network: '网络',
  build: '编译',
};

async function readList<T>(path: string): Promise<T[]> {
  try {
    const answer = await fetch(path);
    if (!answer.ok) return [];
    const parsed: unknown = await answer.json();
    if (Array.isArray(parsed)) return parsed as T[];
    const inner = Object.values((parsed ?? {}) as Record<string, unknown>).find(Array.isArray);
    return (inner ?? []) as T[];
  } catch {
    // The cloud may be restarting; the next round asks again.
    return [];
  }
}
