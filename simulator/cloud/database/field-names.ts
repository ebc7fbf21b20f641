import { refuseRequest } from '../cloud-error';
import { isDocument } from './document';

/** A stored document must not hold field names that look like operators. */
export function checkFieldNames(value: unknown): void {
  if (Array.isArray(value)) {
    value.forEach(checkFieldNames);
  } else if (isDocument(value)) {
    for (const [name, inner] of Object.entries(value)) {
      if (name.startsWith('$')) refuseRequest(`The dollar ($) prefixed field '${name}' is not valid for storage.`);
      checkFieldNames(inner);
    }
  }
}
