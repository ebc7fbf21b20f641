import { roleNames } from '../../../shared/kernel/role';
import { mayLeaveApp } from './may-leave-app';

test('everybody may leave 同路 by themselves but HR', () => {
  const kept = roleNames.filter((role) => {
    try {
      mayLeaveApp(['visitor', role]);
      return false;
    } catch {
      return true;
    }
  });
  expect(kept).toEqual(['hr']);
});
