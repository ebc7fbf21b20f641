import { reportProblem } from '../problems';
import type { Builtin } from './builtin';

const DRAWN = ['2d', 'webgl', 'webgl2'];

/** A canvas; the node a program gets through SelectorQuery is a real one with WeChat's additions. */
export const canvas: Builtin = {
  tag: 'canvas',
  properties: { type: '', canvasId: '', disableScroll: false },
  attached: (host) => {
    const inner = host.part('canvas', 'canvas');
    host.element.prepend(inner);
    const node = inner as HTMLCanvasElement & Record<string, unknown>;
    node.createImage = () => new Image();
    node.createImageData = (width: number, height: number) => new ImageData(width, height);
    node.createPath2D = (path?: Path2D | string) => new Path2D(path);
    node.requestAnimationFrame = (callback: FrameRequestCallback) => window.requestAnimationFrame(callback);
    node.cancelAnimationFrame = (id: number) => window.cancelAnimationFrame(id);
    if (!DRAWN.includes(host.text('type'))) {
      reportProblem('unknown-component', `<canvas type="${host.text('type')}"> (only 2d and webgl are drawn)`);
    }
  },
  changed: {
    disableScroll: (host) => {
      host.element.style.touchAction = host.flag('disableScroll') ? 'none' : '';
    },
  },
};
