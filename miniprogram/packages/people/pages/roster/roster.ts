import type { InputOf, OutputOf } from '../../../../../shared/kernel/contract';
import type { PeopleContract } from '../../../../../shared/people/contract';
import type { Department, EmploymentStatus } from '../../../../../shared/people/model';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { placeInWords } from '../../../../wording/place';
import { statusInWords, statusTheme } from '../../wording/employment';

type EmploymentLine = OutputOf<PeopleContract['listEmployments']>['items'][number];
type Filter = InputOf<PeopleContract['listEmployments']>;

const rowOf = (line: EmploymentLine) => ({
  ...line,
  place: placeInWords(line),
  statusText: statusInWords[line.status],
  statusTheme: statusTheme[line.status],
});
type Row = ReturnType<typeof rowOf>;

const everyStatus = { status: '' as EmploymentStatus | '', text: '全部' };
const statuses = [
  everyStatus,
  ...(['active', 'probation', 'preboarding', 'onLeave', 'noticePeriod', 'left'] as const).map((status) => ({
    status,
    text: statusInWords[status],
  })),
];
const everyDepartment = '全部部门';

interface Filters extends Screen {
  filter(): Filter;
}

const employments = perPage(
  (screen: Filters) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.people.listEmployments({ ...screen.filter(), ...cursor }),
      rowOf,
    }),
);

/** Typing asks the cloud only when the fingers rest. */
const restMs = 400;

Page({
  data: {
    frame: loading,
    rows: [] as Row[],
    tail: 'end' as Tail,
    tailProblem: '',
    search: '',
    status: '' as EmploymentStatus | '',
    statuses,
    departments: [] as Department[],
    departmentNames: [everyDepartment],
    departmentIndex: 0,
    filtered: false,
  },
  typing: 0,

  onLoad() {
    wx.hideShareMenu({});
    this.readDepartments();
  },
  onShow() {
    employments(this).revisit();
  },
  async onPullDownRefresh() {
    await Promise.all([this.readDepartments(), employments(this).refresh()]);
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    employments(this).more();
  },

  async readDepartments() {
    const answer = await cloud.people.listDepartments({});
    if (!answer.ok) return;
    const departments = answer.data.items;
    this.setData({ departments, departmentNames: [everyDepartment, ...departments.map(({ name }) => name)] });
  },
  filter(): Filter {
    const { search, status, departments, departmentIndex } = this.data;
    const department = departments[departmentIndex - 1];
    return {
      ...(search.trim() ? { search: search.trim() } : {}),
      ...(status ? { status } : {}),
      ...(department ? { departmentId: department._id } : {}),
    };
  },
  async applyFilter() {
    clearTimeout(this.typing);
    this.setData({ filtered: Object.keys(this.filter()).length > 0 });
    await employments(this).refresh();
  },

  onSearchChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ search: detail.value });
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.applyFilter(), restMs);
  },
  onSearchSubmit() {
    this.applyFilter();
  },
  onSearchClear() {
    this.setData({ search: '' });
    this.applyFilter();
  },
  onStatusTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { status: EmploymentStatus | '' }>) {
    this.setData({ status: currentTarget.dataset.status });
    this.applyFilter();
  },
  onDepartmentChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ departmentIndex: Number(detail.value) });
    this.applyFilter();
  },
  onClearTap() {
    this.setData({ search: '', status: '', departmentIndex: 0 });
    this.applyFilter();
  },
  onAddTap() {
    wx.navigateTo({ url: '/packages/people/pages/new-hire/new-hire' });
  },
  onImportTap() {
    wx.navigateTo({ url: '/packages/people/pages/roster-import/roster-import' });
  },
  onRetryTap() {
    employments(this).refresh();
  },
  onMoreTap() {
    employments(this).more();
  },
  onPersonTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    wx.navigateTo({ url: `/packages/people/pages/person/person?id=${currentTarget.dataset.id}` });
  },
});
