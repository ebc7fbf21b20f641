/** A field of a message: its number and what stands in it; numbers for varints, bytes for texts and messages. */
export type ProtobufField = readonly [number: number, value: number | Buffer];

/** The message ends in the middle of a field, or has fields that WeChat's messages do not use. */
export class BrokenProtobuf extends Error {}

const VARINT = 0;
const BYTES = 2;

/** Reads the fields of one message in their order; only varints below 2^53 and length-delimited fields are known. */
export function decodeProtobuf(message: Buffer): ProtobufField[] {
  const fields: ProtobufField[] = [];
  let position = 0;
  const readVarint = (): number => {
    let value = 0;
    for (let factor = 1; factor < Number.MAX_SAFE_INTEGER; factor *= 128) {
      const byte = message[position++];
      if (byte === undefined) throw new BrokenProtobuf('The message ends in the middle of a number.');
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
    throw new BrokenProtobuf('The message has a number that is too large.');
  };
  while (position < message.length) {
    const tag = readVarint();
    const number = Math.floor(tag / 8);
    if (tag % 8 === VARINT) {
      fields.push([number, readVarint()]);
    } else if (tag % 8 === BYTES) {
      const length = readVarint();
      if (position + length > message.length) throw new BrokenProtobuf('The message ends in the middle of a field.');
      fields.push([number, message.subarray(position, position + length)]);
      position += length;
    } else {
      throw new BrokenProtobuf(`The message has a field of the unknown kind ${tag % 8}.`);
    }
  }
  return fields;
}

/** Writes the fields of one message. */
export function encodeProtobuf(fields: readonly ProtobufField[]): Buffer {
  const parts = fields.flatMap(([number, value]) =>
    typeof value === 'number'
      ? [encodeVarint(number * 8 + VARINT), encodeVarint(value)]
      : [encodeVarint(number * 8 + BYTES), encodeVarint(value.length), value],
  );
  return Buffer.concat(parts);
}

function encodeVarint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}
