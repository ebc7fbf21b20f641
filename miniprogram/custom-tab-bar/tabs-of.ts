import type { Me } from '../../shared/people/model';
import type { IconName } from '../components/app-icon/icon-shapes';

export interface Tab {
  route: string;
  text: string;
  icon: IconName;
}

const me: Tab = { route: 'pages/me/me', text: '我的', icon: 'person' };
const community: Tab = { route: 'pages/community/community', text: '社区', icon: 'talk' };
const growth: Tab = { route: 'pages/growth/growth', text: '成长', icon: 'book' };
const admin: Tab = { route: 'pages/admin/admin', text: '管理', icon: 'desk' };

/** Which tabs somebody sees. An employee's first page is about today, everybody else's about the company. */
export function tabsOf({ roles }: Pick<Me, 'roles'>): Tab[] {
  const today = roles.includes('employee');
  const hr = roles.includes('hr') || roles.includes('branchHr');
  const home: Tab = today
    ? { route: 'pages/home/home', text: '今天', icon: 'sun' }
    : { route: 'pages/home/home', text: '首页', icon: 'home' };
  const learns = today || roles.includes('newHire');
  return [home, ...(today ? [community] : []), ...(learns ? [growth] : []), ...(hr ? [admin] : []), me];
}
