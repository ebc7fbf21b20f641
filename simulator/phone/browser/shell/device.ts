import type { Chrome, ChromeTabBar, Frame } from '../bridge';
import { dialogs } from './dialogs';
import { byId, make } from './elements';
import { address } from './visit';

const BACK = 'M15 5l-7 7 7 7';
const HOME = 'M4 11l8-7 8 7v9h-5v-6H9v6H4z';

/** Draws what surrounds the page on the phone: status bar, navigation bar and native tab bar. */
export class Device {
  private readonly navigation = byId('navigation');
  private readonly tabs = byId('tabs');
  private readonly phone = byId('phone');
  private share: Chrome['share'] = { friend: false, timeline: false };

  constructor(
    private readonly frame: () => Frame | undefined,
    private readonly timeZone: () => string | undefined,
  ) {
    this.tick();
    setInterval(() => this.tick(), 20_000);
    byId('more').addEventListener('click', () => void this.openMenu());
  }

  /** Shows the time where the phone is set to be. */
  tick(): void {
    const zone = this.timeZone();
    const options = { hour: 'numeric', minute: '2-digit', ...(zone === undefined ? {} : { timeZone: zone }) } as const;
    byId('clock').textContent = new Intl.DateTimeFormat('zh-CN', options).format(new Date());
  }

  /** The menu behind the capsule's dots: what a page may do outside of itself. */
  private async openMenu(): Promise<void> {
    const entries: [string, () => void][] = [];
    if (this.share.friend) entries.push(['转发给朋友', () => this.frame()?.share('friend')]);
    if (this.share.timeline) entries.push(['分享到朋友圈', () => this.frame()?.share('timeline')]);
    const title = this.share.friend ? '' : '当前页面不可转发';
    const chosen = await dialogs.actionSheet({
      items: [...entries.map(([name]) => name), '重新进入小程序'],
      color: '',
      title,
    });
    if (chosen === entries.length) location.assign(address({ page: undefined, scene: undefined }));
    else entries[chosen]?.[1]();
  }

  show(chrome: Chrome): void {
    const { navigation } = chrome;
    this.share = chrome.share;
    this.phone.classList.toggle('custom-navigation', navigation.custom);
    this.phone.dataset.front = navigation.front;
    this.phone.dataset.theme = chrome.theme;
    this.phone.style.setProperty('--bar', navigation.custom ? 'transparent' : navigation.background);
    const left = navigation.back
      ? iconButton('返回', BACK, () => this.frame()?.back())
      : navigation.home
        ? iconButton('回到首页', HOME, () => this.frame()?.home())
        : make('span');
    left.dataset.testid = navigation.back ? 'back' : 'home';
    const title = make('h1', {}, navigation.title);
    if (navigation.loading) title.prepend(make('i', { class: 'spinner' }));
    this.navigation.replaceChildren(left, title);
    document.title = navigation.title === '' ? '手机' : navigation.title;
    this.showTabs(chrome.tabBar);
  }

  private showTabs(bar: ChromeTabBar | undefined): void {
    this.tabs.hidden = bar === undefined;
    if (bar === undefined) return;
    const border = bar.border === 'white' ? '#f5f5f5' : '#ddd';
    this.tabs.style.cssText = `background:${bar.background};border-color:${border}`;
    const items = bar.items.map((item, index) => {
      const selected = index === bar.selected;
      const icon = selected && item.selectedIcon !== '' ? item.selectedIcon : item.icon;
      const button = make('button', {
        role: 'tab',
        'aria-selected': String(selected),
        onclick: () => this.frame()?.tabTapped(index),
      });
      button.style.color = selected ? bar.selectedColor : bar.color;
      if (icon !== '') button.append(make('img', { src: `/app/files/${icon.replace(/^\//, '')}`, alt: '' }));
      button.append(make('span', {}, item.text));
      if (item.badge !== '' || item.dot) button.append(make('b', { class: item.dot ? 'dot' : 'badge' }, item.badge));
      return button;
    });
    this.tabs.replaceChildren(...items);
  }
}

function iconButton(label: string, path: string, tapped: () => void): HTMLElement {
  const button = make('button', { class: 'icon', 'aria-label': label, onclick: tapped });
  const look = 'viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2"';
  button.innerHTML = `<svg ${look}><path d="${path}"/></svg>`;
  return button;
}
