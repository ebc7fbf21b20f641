import { reportProblem } from '../problems';
import { type Api, ApiError, asyncApi, number, type Options, text } from './api';
import { LOOPBACK } from './request-api';

type Listener = (value: unknown) => void;
type SocketEvent = 'open' | 'message' | 'error' | 'close';

const NORMAL_CLOSURE = 1000;

/** One connection; as with `wx.request`, only to this machine. */
class SocketTask {
  private readonly listeners = new Map<SocketEvent, Set<Listener>>();
  private readonly socket: WebSocket;

  constructor(url: string, protocols: string[]) {
    this.socket = new WebSocket(url, protocols);
    this.socket.binaryType = 'arraybuffer';
    this.socket.onopen = () => this.tell('open', { header: {} });
    this.socket.onmessage = ({ data }) => this.tell('message', { data });
    this.socket.onerror = () => this.tell('error', { errMsg: 'connection failed' });
    this.socket.onclose = ({ code, reason }) => this.tell('close', { code, reason });
  }

  get readyState(): number {
    return this.socket.readyState;
  }

  readonly send = asyncApi('sendSocketMessage', ({ data }) => {
    if (this.socket.readyState !== WebSocket.OPEN) throw new ApiError('WebSocket is not connected');
    this.socket.send(data instanceof ArrayBuffer ? data : String(data));
  });

  readonly close = asyncApi('closeSocket', (options) => {
    this.socket.close(number(options, 'code', NORMAL_CLOSURE), text(options, 'reason'));
  });

  onOpen = (listener: Listener): void => this.hear('open', listener);
  onMessage = (listener: Listener): void => this.hear('message', listener);
  onError = (listener: Listener): void => this.hear('error', listener);
  onClose = (listener: Listener): void => this.hear('close', listener);

  private hear(event: SocketEvent, listener: Listener): void {
    this.listeners.set(event, (this.listeners.get(event) ?? new Set()).add(listener));
  }

  private tell(event: SocketEvent, value: unknown): void {
    for (const listener of this.listeners.get(event) ?? []) listener(value);
  }
}

let latest: SocketTask | undefined;

function connect(options: Options = {}): SocketTask | undefined {
  const url = text(options, 'url');
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const answer = asyncApi('connectSocket', () => {
    if (!LOOPBACK.test(host)) throw new ApiError('url not in domain list', 600002);
  });
  if (!LOOPBACK.test(host)) {
    reportProblem('network', `wx.connectSocket ${url}: only this machine can be reached`);
    answer(options);
    return undefined;
  }
  const protocols = Array.isArray(options.protocols) ? options.protocols.map(String) : [];
  latest = new SocketTask(url, protocols);
  answer(options);
  return latest;
}

/** On the connection that was opened last, as the older calls without a task have it. */
const onLatest = (run: (task: SocketTask, options: Options) => unknown, name: string): Api =>
  asyncApi(name, (options) => {
    if (latest === undefined) throw new ApiError('WebSocket is not connected');
    const { success: _success, fail: _fail, complete: _complete, ...rest } = options;
    return run(latest, rest);
  });

/** `wx.connectSocket` with its task, and the older calls beside it. */
export const socketApi: Record<string, (value?: never) => unknown> = {
  connectSocket: connect as (value?: never) => unknown,
  sendSocketMessage: onLatest((task, options) => task.send(options), 'sendSocketMessage'),
  closeSocket: onLatest((task, options) => task.close(options), 'closeSocket'),
  onSocketOpen: (listener?: Listener) => latest?.onOpen(listener ?? (() => undefined)),
  onSocketMessage: (listener?: Listener) => latest?.onMessage(listener ?? (() => undefined)),
  onSocketError: (listener?: Listener) => latest?.onError(listener ?? (() => undefined)),
  onSocketClose: (listener?: Listener) => latest?.onClose(listener ?? (() => undefined)),
};
