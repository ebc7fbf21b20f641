import { type IconName, iconShapes, maskOf } from './icon-shapes';

const isIconName = (name: string): name is IconName => name in iconShapes;

Component({
  properties: {
    name: { type: String, value: '' },
    size: { type: Number, value: 24 },
  },
  data: { mask: '' },
  observers: {
    name(name: string) {
      this.setData({ mask: isIconName(name) ? maskOf(name) : '' });
    },
  },
});
