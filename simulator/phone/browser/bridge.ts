/**
 * What the two windows of a phone know of each other. The shell draws the device (status bar, navigation bar, tab
 * bar, dialogs) and owns identity and network; the frame is exactly the page's viewport and runs the program. Same
 * origin, plain calls: the shell is `window.phoneShell` in the parent, the frame `window.phoneFrame` in the iframe.
 */

export type ProblemKind =
  | 'missing-api'
  | 'unknown-component'
  | 'undeclared-tag'
  | 'framework'
  | 'error'
  | 'image'
  | 'network'
  | 'build';

/** Something a journey must not pass over. */
export interface Problem {
  kind: ProblemKind;
  message: string;
  /** Route of the page that was open, '' before the first. */
  page: string;
}

/** The phone as the current page wants it. */
export interface Chrome {
  route: string;
  /** The route with its query, to open the page again after a reload. */
  url: string;
  /** Pages in the stack, the current one included. */
  depth: number;
  /** Of the dialogs and of what the program has not coloured: light unless the program has a dark look. */
  theme: Theme;
  navigation: {
    custom: boolean;
    title: string;
    background: string;
    front: 'black' | 'white';
    loading: boolean;
    back: boolean;
    home: boolean;
  };
  tabBar: ChromeTabBar | undefined;
  /** What the menu of the capsule offers for this page. */
  share: { friend: boolean; timeline: boolean };
}

export interface ChromeTabBar {
  color: string;
  selectedColor: string;
  background: string;
  border: string;
  selected: number;
  items: { text: string; icon: string; selectedIcon: string; badge: string; dot: boolean }[];
}

export interface ModalOptions {
  title: string;
  content: string;
  showCancel: boolean;
  cancelText: string;
  /** '' for WeChat's own, which follows the theme; so below. */
  cancelColor: string;
  confirmText: string;
  confirmColor: string;
  /** Shows a text field. */
  editable: boolean;
  placeholder: string;
}

/** One column of a wheel: what is written on each step, and where it stands. */
export interface WheelColumn {
  labels: string[];
  index: number;
}

export interface WheelOptions {
  title: string;
  columns: WheelColumn[];
  /** A column was moved; may answer with new columns (dependent wheels). */
  onColumn(column: number, index: number, all: number[]): WheelColumn[] | undefined;
}

/** A page as it would stand in a chat or in Moments. */
export interface ShareCard {
  where: 'friend' | 'timeline';
  title: string;
  /** Path with query, from the root. */
  path: string;
  /** A URL the browser can load; '' for a picture of the page, which WeChat takes by itself. */
  picture: string;
}

/** A kind of message that a program asks to send. */
export interface AskedTemplate {
  id: string;
  title: string;
  /** What such a message looks like, or its fields. */
  lines: string[];
  /** For good, not for one message. */
  lasting: boolean;
}

/** Whether this person has agreed to the privacy contract of every program, or is asked when one needs it. */
export type PrivacyState = 'agreed' | 'ask';

/** What becomes of a newer build: put on at once, or told to the program as WeChat tells of a new version. */
export type UpdateMode = 'apply' | 'tell';

export type Theme = 'light' | 'dark';

/** `weak` answers late; `none` not at all. */
export type Network = 'wifi' | 'weak' | 'none';

export interface Shell {
  /** The person whose phone this is. */
  readonly openId: string;
  /** Route to open first, with query; undefined for the program's entry page. */
  readonly startUrl: string | undefined;
  /** WeChat's number for how the program was opened: 1001 from its list, 1154 in Moments as a single page. */
  readonly scene: number;
  /** Size of the whole screen in CSS pixels. */
  readonly screen: { width: number; height: number };
  readonly network: Network;
  /** How the phone itself is set; whether the program follows is its own affair. */
  readonly theme: Theme;
  /** WeChat's font size setting as a factor of the standard one. */
  readonly textScale: number;
  /** Where the phone is, in degrees (GCJ-02, as WeChat's maps have it). */
  readonly location: Readonly<{ latitude: number; longitude: number }>;
  readonly privacy: PrivacyState;
  /** IANA name of the zone the phone is set to; undefined: the machine's. */
  readonly timeZone: string | undefined;
  show(chrome: Chrome): void;
  report(problem: Problem): void;
  toast(options: { title: string; icon: string; image: string; mask: boolean; duration: number }): void;
  hideToast(): void;
  modal(options: ModalOptions): Promise<{ confirm: boolean; content: string }>;
  /** @returns the index tapped, -1 when cancelled */
  actionSheet(options: { items: string[]; color: string; title: string }): Promise<number>;
  /** Opens the program anew at its entry page, in its newest build. */
  restart(): void;
  /** @returns the chosen indexes, undefined when cancelled */
  wheel(options: WheelOptions): Promise<number[] | undefined>;
  /** A real file input: resolves with the chosen files, empty when cancelled. */
  chooseFiles(options: { accept: string; multiple: boolean; camera: boolean }): Promise<File[]>;
  /** @returns what was "scanned", undefined when cancelled */
  scan(): Promise<string | undefined>;
  /** @returns the ids accepted, and whether that is to hold from now on; none when the person refused */
  askSubscription(templates: AskedTemplate[]): Promise<{ accepted: string[]; keep: boolean }>;
  /** @returns whether the person agreed to be bound as an employee */
  askRelation(): Promise<boolean>;
  /** @returns whether the person gave the phone number away */
  askPhoneNumber(): Promise<boolean>;
  /** WeChat's own question. @returns whether the person agreed to the program's privacy contract */
  askPrivacy(contract: string): Promise<boolean>;
  /** @param purpose what the program says it is for, '' when it says nothing. @returns whether the person allows it */
  askScope(title: string, purpose: string): Promise<boolean>;
  /** The settings of the program. @returns the answers that the person changed, by scope */
  openSettings(asked: { scope: string; title: string; allowed: boolean }[]): Promise<Record<string, boolean>>;
  showPrivacyContract(contract: string): Promise<void>;
  /** @returns whether the person sent it, which the program is not told */
  showShareCard(card: ShareCard): Promise<boolean>;
  /** @returns whether the person sent it */
  shareFile(file: { name: string; bytes: number }): Promise<boolean>;
  previewImages(urls: string[], current: number): void;
  copied(text: string): void;
}

/** A node of the page's WXML tree. */
export interface InspectedNode {
  /** Names the live element as long as it is there; 0 for a text. */
  id: number;
  /** `tag#id.class`, or the text. */
  label: string;
  kind: 'component' | 'built-in' | 'text';
  children: InspectedNode[];
}

/** What a node is: names and values as JSON. */
export interface InspectedDetails {
  /** Path of a component of the program, '' for one of WeChat's. */
  is: string;
  properties: [string, string][];
  data: [string, string][];
}

export interface Frame {
  /** Of the page on screen, its custom tab bar included. */
  inspectTree(): InspectedNode[];
  /** Marks the node on the page. @returns undefined when it is gone */
  inspectNode(id: number): InspectedDetails | undefined;
  /** What is stored for the person whose phone this is. */
  inspectStorage(): [string, string][];
  /** Takes the mark away. */
  endInspection(): void;
  back(): void;
  home(): void;
  tabTapped(index: number): void;
  share(where: ShareCard['where']): void;
  networkChanged(network: Network): void;
  themeChanged(theme: Theme): void;
  /** The program was built again and is to be told. */
  updateFound(): void;
}

declare global {
  interface Window {
    phoneShell?: Shell;
    phoneFrame?: Frame;
    /** Set by who measures the program, before it starts: hears every `setData`. */
    phoneHearsSetData?: (data: unknown) => void;
    /** For journeys: what went wrong so far. */
    __phone: { problems: Problem[] };
  }
}
