import type { Me } from '../../../../shared/people/model';

/** What still holds for somebody who has left. */
Component({
  properties: {
    person: { type: Object, value: {} as NonNullable<Me['person']> },
  },
});
