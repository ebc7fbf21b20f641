'use strict';

const RealDate = Date;
let shiftMs = 0;

const shiftedNow = () => RealDate.now() + shiftMs;

/** What a function sees as `Date`: the time of the local cloud. Timers, sockets and `performance` keep real time. */
const ShiftedDate = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [shiftedNow()] : given, newTarget),
  apply: () => new RealDate(shiftedNow()).toString(),
  get: (target, key) => (key === 'now' ? shiftedNow : Reflect.get(target, key)),
});

RealDate.prototype.constructor = ShiftedDate;
globalThis.Date = ShiftedDate;

/** Sets how far the time of the cloud is ahead of real time. */
exports.shiftDate = (millis) => {
  shiftMs = millis;
};
