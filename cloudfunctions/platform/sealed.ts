import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Where a sealed value lives. It opens nowhere else: a value moved to another document or field is refused. */
export interface SealedPlace {
  collection: string;
  id: string;
  field: string;
}

/** `TONGLU_FIELD_KEYS=k2:<base64 of 32 bytes>,k1:…`: the first key seals, all of them open. */
function fieldKeys(): Map<string, Buffer> {
  const keys = new Map<string, Buffer>();
  for (const pair of (process.env.TONGLU_FIELD_KEYS ?? '').split(',')) {
    const [keyId, encoded] = pair.trim().split(':');
    if (!keyId || !encoded) continue;
    const key = Buffer.from(encoded, 'base64');
    if (key.length !== 32) throw new Error(`TONGLU_FIELD_KEYS: key ${keyId} is not 32 bytes`);
    keys.set(keyId, key);
  }
  if (keys.size === 0) throw new Error('TONGLU_FIELD_KEYS names no key');
  return keys;
}

const bindingOf = (place: SealedPlace, keyId: string) =>
  Buffer.from(JSON.stringify([place.collection, place.id, place.field, keyId]));

/** Encrypts with AES-256-GCM into `v1.<key id>.<iv>.<ciphertext>.<tag>`, bound to its place. */
export function seal(plain: string, place: SealedPlace): string {
  const [first] = fieldKeys();
  if (!first) throw new Error('TONGLU_FIELD_KEYS names no key');
  const [keyId, key] = first;
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(bindingOf(place, keyId));
  const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  const parts = [iv, ciphertext, cipher.getAuthTag()].map((part) => part.toString('base64url'));
  return ['v1', keyId, ...parts].join('.');
}

/** Opens what `seal` made for the same place. Throws when a byte, the place or the key is another. */
export function unseal(sealed: string, place: SealedPlace): string {
  const [version, keyId, iv, ciphertext, tag] = sealed.split('.');
  const key = keyId === undefined ? undefined : fieldKeys().get(keyId);
  if (version !== 'v1' || keyId === undefined || !key || iv === undefined || ciphertext === undefined || !tag) {
    throw new Error(`a sealed value in ${place.collection}.${place.field} cannot be opened: unknown form or key`);
  }
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), { authTagLength: 16 });
  decipher.setAAD(bindingOf(place, keyId)).setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(ciphertext, 'base64url')), decipher.final()]).toString('utf8');
}
