import type { CareOccasion } from '../../../shared/recognition/care';
import type { StoredCare } from '../documents';

const own: Readonly<Record<CareOccasion, string>> = {
  birthday: '生日快乐',
  anniversary: '入职周年快乐',
  joined: '欢迎加入',
  promotion: '祝贺晋升',
  trainingPassed: '恭喜通过',
  honour: '祝贺获奖',
};

interface CareTitles {
  /** Heads the person's own message. */
  own: string;
  /** Heads the message to those around. */
  around: string;
  /** Tells those who may sign what is coming. */
  upcoming: string;
}

/** How messages about a card are headed. */
export function careTitles({ occasion, name, years, title, signatures, on }: StoredCare): CareTitles {
  const around: Readonly<Record<CareOccasion, string>> = {
    birthday: `今天是${name}的生日`,
    anniversary: `${name}入职 ${years ?? 0} 周年`,
    joined: `${name}今天加入我们`,
    promotion: `${name}晋升为${title ?? ''}`,
    trainingPassed: `${name}通过了「${title ?? ''}」`,
    honour: `${name}获得「${title ?? ''}」`,
  };
  const wishes = signatures.length > 0 ? `，${signatures.length} 位同事为你签了名` : '';
  const [, month, day] = on.split('-').map(Number);
  const what = occasion === 'birthday' ? '生日' : `入职 ${years ?? 0} 周年`;
  return {
    own: `${own[occasion]}${wishes}`.slice(0, 40),
    around: around[occasion].slice(0, 40),
    upcoming: `${month} 月 ${day} 日${what}，当天才会送到本人`,
  };
}
