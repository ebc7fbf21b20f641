import { reportProblem } from '../problems';
import type { Builtin } from './builtin';

/** A 2d canvas; the node a program gets through SelectorQuery is a real canvas with WeChat's additions. */
export const canvas: Builtin = {
  tag: 'canvas',
  properties: { type: '', canvasId: '', disableScroll: false },
  attached: (host) => {
    const inner = host.part('canvas', 'canvas');
    host.element.prepend(inner);
    const node = inner as HTMLCanvasElement & Record<string, unknown>;
    node.createImage = () => new Image();
    node.requestAnimationFrame = (callback: FrameRequestCallback) => window.requestAnimationFrame(callback);
    node.cancelAnimationFrame = (id: number) => window.cancelAnimationFrame(id);
    if (host.text('type') !== '2d') {
      reportProblem('unknown-component', `<canvas type="${host.text('type')}"> (only type="2d" is drawn)`);
    }
  },
};
