import { reportProblem } from '../problems';
import { shell } from '../shell';
import { type Api, ApiError, asyncApi, type Options } from './api';

/** WeChat's number for "the person has not agreed to the privacy contract". */
const NOT_AUTHORIZED = 104;
const DRAWER = `phone:privacy:${shell.openId}`;

/** What a program answers after it showed its own dialog. */
type Resolve = (answer: { event?: string; buttonId?: string }) => void;
type Listener = (resolve: Resolve, about: { referrer: string }) => void;

/** Calls that WeChat counts as touching privacy, of those the phone has. */
const PRIVATE = [
  'chooseImage',
  'chooseLocation',
  'chooseMedia',
  'chooseMessageFile',
  'getClipboardData',
  'getLocation',
  'saveImageToPhotosAlbum',
  'setClipboardData',
];

let listener: Listener | undefined;
const tappedButtons = new Set<string>();

function isAgreed(): boolean {
  return shell.privacy === 'agreed' || localStorage.getItem(DRAWER) === 'agreed';
}

function agree(): void {
  localStorage.setItem(DRAWER, 'agreed');
}

/** A button with `open-type="agreePrivacyAuthorization"` was tapped: that is the agreement itself. */
export function agreedByButton(id: string): void {
  tappedButtons.add(id);
  agree();
}

/**
 * Waits until the person has agreed to the privacy contract, in the program's own dialog when it listens for the need,
 * else in WeChat's.
 *
 * @param referrer the API or `button.<open type>`
 * @throws ApiError with errno 104 when the person refuses; the next call asks again
 */
export async function needPrivacy(referrer: string): Promise<void> {
  if (isAgreed()) return;
  const agreed = listener === undefined ? await shell.askPrivacy(contractName()) : await askProgram(listener, referrer);
  if (!agreed) throw new ApiError('privacy permission is not authorized', NOT_AUTHORIZED);
  agree();
}

function askProgram(asked: Listener, referrer: string): Promise<boolean> {
  return new Promise((decide) => {
    const resolve: Resolve = ({ event, buttonId = '' }) => {
      if (event === 'disagree') decide(false);
      if (event !== 'agree') return;
      const tapped = tappedButtons.has(buttonId);
      if (!tapped) {
        const missing = `no button "${buttonId}" with open-type="agreePrivacyAuthorization" was tapped`;
        reportProblem('error', `onNeedPrivacyAuthorization: ${missing}`);
      }
      decide(tapped);
    };
    asked(resolve, { referrer });
  });
}

function contractName(): string {
  return '《小程序隐私保护指引》';
}

/** The calls themselves; all others are as if the person had to agree first. */
export const privacyApi: Record<string, Api> = {
  getPrivacySetting: asyncApi('getPrivacySetting', () => ({
    needAuthorization: !isAgreed(),
    privacyContractName: contractName(),
  })),
  requirePrivacyAuthorize: asyncApi('requirePrivacyAuthorize', () => needPrivacy('requirePrivacyAuthorize')),
  openPrivacyContract: asyncApi('openPrivacyContract', () => shell.showPrivacyContract(contractName())),
};

/** `wx.onNeedPrivacyAuthorization`: the last listener counts. */
export function onNeedPrivacyAuthorization(given: Listener): void {
  listener = given;
}

/** Puts the question before every call that touches privacy. */
export function guardPrivacy(known: Record<string, unknown>): void {
  for (const name of PRIVATE) {
    const api = known[name];
    if (typeof api !== 'function') continue;
    known[name] = asyncApi(name, async (options: Options) => {
      await needPrivacy(name);
      const { success: _success, fail: _fail, complete: _complete, ...rest } = options;
      return api(rest);
    });
  }
}
