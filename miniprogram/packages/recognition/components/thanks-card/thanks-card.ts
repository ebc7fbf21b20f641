import type { CardFace } from '../../wording/thanks';

/** A card as it is sent and kept: a drawing, the words, from whom to whom. */
Component({
  properties: {
    face: { type: Object, value: {} as CardFace },
    /** On a list the words are cut after four lines. */
    whole: { type: Boolean, value: false },
  },
});
