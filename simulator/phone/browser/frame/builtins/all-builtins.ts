import { boxes } from './boxes';
import type { Builtin } from './builtin';
import { buttons } from './buttons';
import { canvas } from './canvas';
import { choices } from './choices';
import { form } from './form';
import { images } from './image';
import { label } from './label';
import { movables } from './movable';
import { pageContainer } from './page-container';
import { picker } from './picker';
import { pickerViews } from './picker-view';
import { scrollView } from './scroll-view';
import { slider } from './slider';
import { swipers } from './swiper';
import { textFields } from './text-fields';
import { texts } from './texts';
import { video } from './video';

/** Every component of WeChat's own that the phone draws, but `navigator` and `navigation-bar`, which need the pages. */
export const builtins: Builtin[] = [
  ...boxes,
  ...texts,
  ...images,
  ...textFields,
  ...buttons,
  ...choices,
  ...movables,
  ...pickerViews,
  ...swipers,
  form,
  label,
  slider,
  picker,
  scrollView,
  canvas,
  video,
  pageContainer,
];
